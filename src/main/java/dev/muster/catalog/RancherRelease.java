package dev.muster.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One release of Rancher.
///
/// @param version    `v2.1.6`
/// @param rke        version of the RKE inside
/// @param ui         version of the interface inside
/// @param chart      version of the Helm chart; empty when it isn't known
/// @param kubernetes versions offered for new clusters, oldest first
/// @param engines    lines of Docker in the setting `engine-supported-range`
/// @param windows    whether Windows workers can join
public record RancherRelease(
        String version,
        LocalDate released,
        String rke,
        String ui,
        String chart,
        String defaultKubernetes,
        List<String> kubernetes,
        List<String> engines,
        boolean windows,
        String source) {

    public RancherRelease {
        kubernetes = List.copyOf(kubernetes);
        engines = List.copyOf(engines);
    }

    /// The newest offered version of a minor line: `1.11` → `v1.11.6-rancher1-1`.
    public Optional<String> kubernetes(String minor) {
        return kubernetes.stream()
                .filter(offered -> Version.of(offered).minor().equals(minor))
                .max((a, b) -> Version.of(a).compareTo(Version.of(b)));
    }
}
