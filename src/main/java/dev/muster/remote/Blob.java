package dev.muster.remote;

import java.security.PublicKey;
import java.util.Arrays;
import java.util.List;
import net.schmizz.sshj.common.Buffer;

/// A public key, or a certificate, as it goes over the line (RFC 4253, section 6.6).
///
/// @param bytes are nobody else's to change
@SuppressWarnings("ArrayRecordComponent")
record Blob(byte[] bytes) {

    private static final String CERTIFICATE = "-cert-v01@openssh.com";

    static Blob of(PublicKey key) {
        return new Blob(new Buffer.PlainBuffer().putPublicKey(key).getCompactData());
    }

    String type() {
        try {
            return new Buffer.PlainBuffer(bytes).readString();
        } catch (Buffer.BufferException e) {
            return "";
        }
    }

    boolean isCertificate() {
        return type().endsWith(CERTIFICATE);
    }

    boolean isRsa() {
        return type().startsWith("ssh-rsa");
    }

    /// The names under which it may be shown, the best first. An RSA key has one for each hash: SHA-512 since
    /// OpenSSH 7.2, in a certificate since 7.8, SHA-1 before.
    List<String> algorithms() {
        return switch (type()) {
            case "ssh-rsa" -> List.of("rsa-sha2-512");
            case "ssh-rsa" + CERTIFICATE -> List.of("rsa-sha2-512" + CERTIFICATE, "ssh-rsa" + CERTIFICATE);
            default -> List.of(type());
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Blob(var its) && Arrays.equals(bytes, its);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return type() + " " + HostKey.fingerprint(type(), bytes);
    }
}
