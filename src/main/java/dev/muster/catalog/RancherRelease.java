package dev.muster.catalog;

import dev.muster.base.Reading;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One release of Rancher.
///
/// @param version   `v2.1.6`
/// @param released  null where no source says
/// @param primeOnly whether only those who pay get it
/// @param rke       version of the RKE inside; empty when it wasn't read
/// @param ui        version of the interface inside; empty when it wasn't read
/// @param chart     version of the Helm chart; empty when it isn't known
/// @param engines   lines of Docker in the setting `engine-supported-range`
public record RancherRelease(
        String version,
        @Nullable LocalDate released,
        Reading<Boolean> primeOnly,
        String rke,
        String ui,
        String chart,
        List<String> engines,
        String source) {

    public RancherRelease {
        engines = List.copyOf(engines);
    }
}
