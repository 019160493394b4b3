package dev.muster.practice.rancher;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
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

/// A certificate authority as Rancher makes one for itself, and the certificate that it signs for the server.
///
/// @param certificate of the authority
/// @param server      what TLS shows: issued for `rancher.practice.example`, `localhost` and one address
record Authority(X509Certificate certificate, X509Certificate server, SSLContext context) {

    static final String NAME = "rancher.practice.example";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SERIAL_BITS = 120;
    private static final Duration VALID = Duration.ofDays(30);

    /// @param address the IP address that the server listens at
    static Authority fresh(String address) throws IOException {
        try {
            var own = keys();
            var theirs = keys();
            var name = new X500Name("CN=cattle-ca,O=the-ranch");
            var authority = signed(
                    builder(name, name, own).addExtension(Extension.basicConstraints, true, new BasicConstraints(true)),
                    own);
            var names = new GeneralNames(new GeneralName[] {
                new GeneralName(GeneralName.dNSName, NAME),
                new GeneralName(GeneralName.dNSName, "localhost"),
                new GeneralName(GeneralName.iPAddress, address)
            });
            var server = signed(
                    builder(name, new X500Name("CN=cattle,O=the-ranch"), theirs)
                            .addExtension(Extension.subjectAlternativeName, false, names),
                    own);
            return new Authority(authority, server, context(theirs, server, authority));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("a Java without elliptic curves", e);
        }
    }

    private static KeyPair keys() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
        return generator.generateKeyPair();
    }

    private static JcaX509v3CertificateBuilder builder(X500Name issuer, X500Name subject, KeyPair keys)
            throws CertIOException {
        var now = Instant.now();
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(SERIAL_BITS, RANDOM),
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(VALID)),
                subject,
                keys.getPublic());
    }

    private static X509Certificate signed(org.bouncycastle.cert.X509v3CertificateBuilder builder, KeyPair by)
            throws OperatorCreationException, GeneralSecurityException {
        var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(by.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }

    private static SSLContext context(KeyPair keys, X509Certificate server, X509Certificate authority)
            throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("rancher", keys.getPrivate(), new char[0], new X509Certificate[] {server, authority});
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, new char[0]);
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, RANDOM);
        return context;
    }

    /// The authority as Rancher's setting `cacerts` has it.
    String pem() {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that we made can't be read", e);
        }
    }

    /// What `--ca-checksum` says: of the setting's text with one line feed at its end (rancher-2.1 §2.3).
    String checksum() {
        return digest((pem() + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /// SHA-256 of a certificate, in hexadecimal digits.
    static String fingerprint(X509Certificate certificate) {
        try {
            return digest(certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that we made can't be read", e);
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a Java without SHA-256", e);
        }
    }
}
