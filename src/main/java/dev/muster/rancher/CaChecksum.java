package dev.muster.rancher;

import dev.muster.base.Sha256;
import java.nio.charset.StandardCharsets;

/// Rancher's own sum over its setting `cacerts`: SHA-256 of the text with one line feed at its end (rancher-2.1
/// §2.3).
final class CaChecksum {

    private CaChecksum() {}

    /// @return 64 lower-case hexadecimal digits; empty: a public authority signs, and the command has no checksum
    static String of(String cacerts) {
        if (cacerts.isEmpty()) {
            return "";
        }
        var text = cacerts.endsWith("\n") ? cacerts : cacerts + "\n";
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
    }
}
