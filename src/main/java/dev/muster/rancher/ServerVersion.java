package dev.muster.rancher;

import dev.muster.catalog.Version;

/// Which Rancher answers; it chooses the rules of its line.
///
/// @param written `v2.1.6`
public record ServerVersion(String written) {

    private static final Version TODAY = Version.of("v2.6");

    /// From 2.6 on clusters are provisioned by `provisioning.cattle.io`, and hosts join by a system agent.
    public boolean isToday() {
        return Version.of(written).compareTo(TODAY) >= 0;
    }

    static boolean isOne(String text) {
        return text.matches("v\\d+\\.\\d+\\.\\d+.*");
    }

    @Override
    public String toString() {
        return written;
    }
}
