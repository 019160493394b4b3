package dev.muster.probe;

import java.util.Set;

/// @param version 1 or 2
/// @param controllers as the kernel names them: `cpu`, `memory`, `pids`
public record Cgroups(int version, Set<String> controllers) {

    public Cgroups {
        controllers = Set.copyOf(controllers);
    }
}
