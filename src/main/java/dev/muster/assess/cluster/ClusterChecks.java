package dev.muster.assess.cluster;

import dev.muster.assess.Check;
import java.util.List;

/// The list of this package's checks, in the order in which they are shown.
public final class ClusterChecks {

    private ClusterChecks() {}

    public static List<Check> all() {
        return List.of();
    }
}
