package dev.muster.practice.door;

import dev.muster.base.Sha256;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;

/// A certificate of ours as others compare or keep it.
public record Shown(X509Certificate certificate) {

    private static final int LETTERS_A_LINE = 64;

    /// Its bytes, in base64.
    public String text() {
        return Base64.getEncoder().encodeToString(encoded());
    }

    /// As PEM, with no line break at its end.
    public String pem() {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(LETTERS_A_LINE, new byte[] {'\n'}).encodeToString(encoded())
                + "\n-----END CERTIFICATE-----";
    }

    /// SHA-256 of the certificate, in hexadecimal digits.
    public String fingerprint() {
        return Sha256.hex(encoded());
    }

    private byte[] encoded() {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that we made can't be read", e);
        }
    }
}
