package dev.muster.setup;

import org.jspecify.annotations.Nullable;

/// Which Rancher the hosts join.
///
/// @param version as written: `v2.1.6`, or a line (`v2.1`) meaning its newest known patch
/// @param server  `https://…` without a path; empty: as the registration says
/// @param registration null: not given
/// @param api null: Muster doesn't sign in
/// @param ca  null: an authority that Java knows, or a certificate that the admin has confirmed
public record RancherSettings(
        String version,
        Edition edition,
        String server,
        @Nullable RegistrationSource registration,
        @Nullable RancherApi api,
        @Nullable ServerCa ca) {

    /// One that Muster doesn't sign in to.
    public RancherSettings(String version, Edition edition, String server, @Nullable RegistrationSource registration) {
        this(version, edition, server, registration, null, null);
    }

    public enum Edition {
        COMMUNITY,
        PRIME
    }
}
