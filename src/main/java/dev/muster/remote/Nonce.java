package dev.muster.remote;

import java.security.SecureRandom;
import java.util.HexFormat;

/// A word that nobody can guess, of characters that every shell passes on.
final class Nonce {

    private static final int BYTES = 16;

    private Nonce() {}

    static String of(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /// What stands before and after what a script prints.
    static String mark(SecureRandom random) {
        return "mark-" + of(random);
    }
}
