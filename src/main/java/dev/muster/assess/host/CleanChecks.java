package dev.muster.assess.host;

import dev.muster.assess.Check;
import java.util.List;

/// The checks on what a cleaning would hurt, in the order in which they are shown.
public final class CleanChecks {

    private CleanChecks() {}

    public static List<Check> all() {
        return List.of(
                new CleanQuorum(), new CleanMember(), new CleanItems(), new CleanSnapshots(), new CleanForeign());
    }
}
