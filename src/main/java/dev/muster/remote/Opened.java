package dev.muster.remote;

import dev.muster.base.Key;
import dev.muster.base.Text;
import java.util.Set;

/// What came of reaching for a host: how far up the ladder DNS → TCP → host key → sign-in → privilege it went.
/// Nothing is sent to a host whose key isn't trusted.
public sealed interface Opened {

    /// All five rungs.
    ///
    /// @param address the IP address that answered
    /// @param key     the trusted key
    /// @param how     how it was signed in: with which method and which rights
    record Ready(Connection connection, String address, HostKey key, Text how) implements Opened {}

    /// A key never seen: it wants to be confirmed.
    record KeyUnknown(String address, HostKey offered) implements Opened {}

    /// Another key than the one that was confirmed (or a revoked one). Stops everything.
    ///
    /// @param known fingerprint of the confirmed key
    /// @param where the file and line it stands in
    record KeyChanged(String address, HostKey offered, String known, String where) implements Opened {}

    /// It couldn't be reached, or didn't let us in.
    ///
    /// @param at   the rung that failed
    /// @param address the IP address, empty when there is none yet
    record Refused(Stage at, String address, Text what, Text why, Text fix) implements Opened {

        private static final Set<Key> BROKEN_OFF = Set.of(
                RemoteWords.SIGN_IN_CUT,
                RemoteWords.LOST_WHILE_CLIMBING,
                RemoteWords.WINRM_CUT,
                RemoteWords.WINRM_SILENT,
                RemoteWords.WINRM_GARBLED,
                RemoteWords.WINRM_BUSY);

        /// The line broke before the host had answered: whether it would have let us in, nobody knows.
        public boolean brokeOff() {
            return BROKEN_OFF.contains(what.key());
        }
    }

    /// A bastion on the way stopped it; the host itself was never asked.
    ///
    /// @param bastion its name
    /// @param why     one of [KeyUnknown], [KeyChanged], [Refused], said of the bastion
    record Barred(String bastion, Opened why) implements Opened {}

    /// The rungs that can fail by themselves.
    enum Stage {
        DNS,
        TCP,
        HOST_KEY,
        SIGN_IN,
        PRIVILEGE
    }
}
