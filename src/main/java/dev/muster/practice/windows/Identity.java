package dev.muster.practice.windows;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.Locale;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// What a server shows over TLS: a key and a certificate that it signed itself, made anew for each.
///
/// Decided: a TLS context of its own for each identity, so that a client that knew the one before can't resume a
/// session with it and miss that the certificate has changed.
record Identity(X509Certificate certificate, SSLContext context) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SERIAL_BITS = 120;
    private static final Duration VALID = Duration.ofDays(30);

    static Identity fresh(String computer) throws IOException {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
            var keys = generator.generateKeyPair();
            var name = new X500Name("CN=" + computer);
            var now = Instant.now();
            var names = new GeneralNames(new GeneralName[] {
                new GeneralName(GeneralName.dNSName, computer.toLowerCase(Locale.ROOT)),
                new GeneralName(GeneralName.iPAddress, "127.0.0.1")
            });
            var builder = new JcaX509v3CertificateBuilder(
                            name,
                            new BigInteger(SERIAL_BITS, RANDOM),
                            Date.from(now.minus(Duration.ofDays(1))),
                            Date.from(now.plus(VALID)),
                            name,
                            keys.getPublic())
                    .addExtension(Extension.subjectAlternativeName, false, names);
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
            var certificate = new JcaX509CertificateConverter().getCertificate(builder.build(signer));
            return new Identity(certificate, context(keys.getPrivate(), certificate));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("a Java without elliptic curves", e);
        }
    }

    private static SSLContext context(PrivateKey key, X509Certificate certificate)
            throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("winrm", key, new char[0], new X509Certificate[] {certificate});
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, new char[0]);
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, RANDOM);
        return context;
    }

    String text() {
        return Base64.getEncoder().encodeToString(encoded());
    }

    private byte[] encoded() {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that we made can't be read", e);
        }
    }

    /// SHA-256 of the certificate, in hexadecimal digits.
    String fingerprint() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(encoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a Java without SHA-256", e);
        }
    }
}
