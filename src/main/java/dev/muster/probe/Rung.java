package dev.muster.probe;

import dev.muster.base.Text;

/// One rung of the ladder to a host.
///
/// @param said what was found: an address, a fingerprint, a user name, or what went wrong
/// @param why  why it went wrong or wasn't tried
/// @param fix  what would do
public record Rung(Name name, State state, Text said, Text why, Text fix) {

    public enum Name {
        DNS,
        TCP,
        HOST_KEY,
        SIGN_IN,
        PRIVILEGE
    }

    public enum State {
        PASSED,
        FAILED,
        /// waits for a word from the admin: a host key to confirm
        PENDING,
        /// an earlier rung failed
        NOT_REACHED
    }
}
