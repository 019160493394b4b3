package dev.muster.practice;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// The certificate that the practice Rancher has: made anew for each practice, signed by itself, so that it is its
/// own CA.
final class Certificate {

    private static final int SERIAL_BITS = 120;
    private static final int BYTES_A_LINE = 48;
    private static final Duration VALID = Duration.ofDays(365);

    private Certificate() {}

    /// As PEM, with one line break at its end.
    static String forName(String name, SecureRandom random, InstantSource clock) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            var keys = generator.generateKeyPair();
            var subject = new X500Name("CN=" + name + ",O=practice");
            var now = clock.instant();
            var builder = new JcaX509v3CertificateBuilder(
                            subject,
                            new BigInteger(SERIAL_BITS, random),
                            Date.from(now.minus(Duration.ofDays(1))),
                            Date.from(now.plus(VALID)),
                            subject,
                            keys.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
                    .addExtension(
                            Extension.subjectAlternativeName,
                            false,
                            new GeneralNames(new GeneralName(GeneralName.dNSName, name)));
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
            var encoded = new JcaX509CertificateConverter()
                    .getCertificate(builder.build(signer))
                    .getEncoded();
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(BYTES_A_LINE / 3 * 4, new byte[] {'\n'})
                            .encodeToString(encoded)
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException("a Java without elliptic curves", e);
        }
    }
}
