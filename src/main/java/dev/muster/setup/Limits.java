package dev.muster.setup;

import java.time.Duration;

/// Bounds on what Muster does at once.
///
/// @param parallel hosts talked to at the same time, 1 to 512
/// @param connect  how long an address may take to answer
public record Limits(int parallel, Duration connect) {

    public static final Limits DEFAULT = new Limits(32, Duration.ofSeconds(10));
}
