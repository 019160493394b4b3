package dev.muster.setup;

import java.time.Duration;

/// Bounds on what Muster does at once.
///
/// @param parallel   hosts talked to at the same time, 1 to 512
/// @param perBastion hosts that exchange keys and sign in through one bastion at the same time, 1 to 512
/// @param connect    how long an address may take to answer
public record Limits(int parallel, int perBastion, Duration connect) {

    /// Below the 10 sessions and 10 unsigned connections that OpenSSH's server allows by default (sshd_config(5),
    /// `MaxSessions`, `MaxStartups`)
    private static final int PER_BASTION = 8;

    public static final Limits DEFAULT = new Limits(32, Duration.ofSeconds(10));

    public Limits(int parallel, Duration connect) {
        this(parallel, PER_BASTION, connect);
    }
}
