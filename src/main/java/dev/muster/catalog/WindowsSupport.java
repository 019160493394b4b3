package dev.muster.catalog;

import java.util.List;

/// Windows workers under a line of Rancher.
///
/// @param builds     of the host, that the agent's images run on
/// @param networks   as the setup file calls them
/// @param kubernetes the only minor line that works: `1.11`
/// @param docker     version that the documentation names
public record WindowsSupport(
        List<Integer> builds, List<String> networks, String kubernetes, String docker, String source) {

    public WindowsSupport {
        builds = List.copyOf(builds);
        networks = List.copyOf(networks);
    }
}
