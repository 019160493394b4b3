package dev.muster.remote;

import dev.muster.base.Sha256;
import java.util.Base64;
import java.util.HexFormat;

/// What a host proves itself by, as it was offered: an SSH key, or the certificate of WinRM.
///
/// @param type        `ssh-ed25519`; [#CERTIFICATE] for a certificate
/// @param fingerprint `SHA256:…`: of a key as OpenSSH shows it, 43 characters of base64 without padding; of a
///     certificate in hexadecimal, as Windows shows it
/// @param base64      the key itself, as in `known_hosts`, or the certificate
public record HostKey(String address, int port, String type, String fingerprint, String base64) {

    public static final String CERTIFICATE = "x509";

    private static final String UNPROVEN = "unproven";

    public boolean isCertificate() {
        return type.equals(CERTIFICATE);
    }

    /// Whether the host has proved nothing: WinRM without TLS.
    public boolean isUnproven() {
        return type.equals(UNPROVEN);
    }

    static HostKey unproven(String address, int port) {
        return new HostKey(address, port, UNPROVEN, "", "");
    }

    static HostKey of(String address, int port, String type, byte[] blob) {
        return new HostKey(
                address,
                port,
                type,
                fingerprint(type, blob),
                Base64.getEncoder().encodeToString(blob));
    }

    static String fingerprint(String type, byte[] blob) {
        var digest = Sha256.digest().digest(blob);
        if (type.equals(CERTIFICATE)) {
            return "SHA256:" + HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
        }
        return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
    }
}
