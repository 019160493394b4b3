package dev.muster.setup;

import org.jspecify.annotations.Nullable;

/// Which Rancher the hosts join.
///
/// @param version as written: `v2.1.6`, or a line (`v2.1`) meaning its newest known patch
/// @param server  `https://…` without a path; empty: as the registration says
/// @param registration null: not given
public record RancherSettings(
        String version,
        Edition edition,
        String server,
        @Nullable RegistrationSource registration) {

    public enum Edition {
        COMMUNITY,
        PRIME
    }
}
