package dev.muster.assess.host;

import dev.muster.assess.Check;
import java.util.List;

/// The list of the checks that only Windows hosts need, in the order in which they are shown.
public final class WindowsChecks {

    private WindowsChecks() {}

    public static List<Check> all() {
        return List.of(
                new WindowsBuildFits(),
                new WindowsEdition(),
                new WindowsLanguage(),
                new WindowsDrive(),
                new WindowsPowerShell(),
                new WindowsElevation(),
                new WindowsUac(),
                new WindowsContainers(),
                new WindowsReboot(),
                new WindowsDockerFits(),
                new WindowsIsolation(),
                new WindowsRevision(),
                new WindowsAntivirus(),
                new WindowsQuota(),
                new WindowsTls(),
                new WindowsHns());
    }
}
