package dev.muster.assess.cluster;

import dev.muster.setup.Os;
import dev.muster.setup.Role;
import dev.muster.setup.Setup;

/// Whether a setup makes a cluster or only adds to one.
final class Workers {

    private Workers() {}

    /// No host is etcd or control plane: the cluster has both already, or the join waits for them for ever.
    static boolean only(Setup setup) {
        return setup.hosts().stream().noneMatch(host -> host.has(Role.ETCD) || host.has(Role.CONTROLPLANE));
    }

    static boolean onWindows(Setup setup) {
        return setup.hosts().stream().anyMatch(host -> host.os() == Os.WINDOWS);
    }
}
