package dev.muster.assess.cluster;

import dev.muster.assess.Check;
import java.util.List;
import java.util.stream.Stream;

/// The list of this package's checks, in the order in which they are shown.
public final class ClusterChecks {

    private ClusterChecks() {}

    public static List<Check> all() {
        return Stream.of(
                        List.<Check>of(
                                new RegistrationReadable(),
                                new RegistrationServer(),
                                new RegistrationVersion(),
                                new RegistrationRoles(),
                                new RegistrationFlags(),
                                new RegistrationCa()),
                        RoleCount.all(),
                        List.<Check>of(
                                new RolesQuorum(),
                                new RolesFailover(),
                                new RolesWindows(),
                                new RolesLinuxWorker(),
                                new NameValid(),
                                new NameUnique(),
                                new NameMatches(),
                                new NameNetbios(),
                                new RancherLineKnown(),
                                new RancherKubernetes(),
                                new RancherNetwork(),
                                new WindowsLine(),
                                new WindowsKubernetes()))
                .flatMap(List::stream)
                .toList();
    }
}
