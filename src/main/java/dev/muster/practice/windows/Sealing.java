package dev.muster.practice.windows;

import java.util.Optional;

/// Signed and enciphered messages of one connection, one after another. One thread at a time.
interface Sealing {

    /// @param sealed signature, then cipher text
    /// @return empty: not sealed with this key, or not in this order
    Optional<byte[]> unseal(byte[] sealed);

    /// Signature, then cipher text, which is as long as the message was.
    byte[] seal(byte[] plain);
}
