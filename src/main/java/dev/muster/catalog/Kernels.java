package dev.muster.catalog;

import dev.muster.setup.ClusterSettings.Distribution;
import java.util.Arrays;
import java.util.List;

/// `kernel.yaml`: every distribution once.
record Kernels(List<Kernel> kernels) {

    Kernels {
        kernels = List.copyOf(kernels);
        for (var distribution : Distribution.values()) {
            if (kernels.stream()
                            .filter(kernel -> kernel.distributions().contains(distribution))
                            .count()
                    != 1) {
                throw new IllegalArgumentException(
                        distribution + " isn't there once among " + Arrays.toString(Distribution.values()));
            }
        }
    }

    Kernel of(Distribution distribution) {
        return kernels.stream()
                .filter(kernel -> kernel.distributions().contains(distribution))
                .findFirst()
                .orElseThrow();
    }
}
