package dev.muster.practice.windows;

/// What one user may have at a time.
///
/// @param shells     open (`MaxShellsPerUser`)
/// @param operations of all shells, ended ones too (`MaxConcurrentOperationsPerUser`)
public record Quotas(int shells, int operations) {

    static final Quotas USUAL = new Quotas(30, 1500);
}
