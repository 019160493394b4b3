package dev.muster.remote;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// A host's public key as it was offered.
///
/// @param type        `ssh-ed25519`
/// @param fingerprint as OpenSSH shows it: `SHA256:…`, 43 characters of base64 without padding
/// @param base64      the key itself, as in `known_hosts`
public record HostKey(String address, int port, String type, String fingerprint, String base64) {

    static HostKey of(String address, int port, String type, byte[] blob) {
        return new HostKey(
                address, port, type, fingerprint(blob), Base64.getEncoder().encodeToString(blob));
    }

    static String fingerprint(byte[] blob) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(blob);
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
