package dev.muster.practice.door;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Somebody with a name and a key of its own: signs certificates, for itself too, and shows them over TLS.
public record Holder(X500Name name, KeyPair keys) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SERIAL_BITS = 120;

    /// @param name as X.500 writes it: `CN=cattle-ca,O=the-ranch`
    public static Holder fresh(String name) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
            return new Holder(new X500Name(name), generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw withoutCurves(e);
        }
    }

    /// Says that the certificate is an authority's.
    public static Extension authority() throws IOException {
        return Extension.create(Extension.basicConstraints, true, new BasicConstraints(true));
    }

    /// Says what the holder is called on the network.
    public static Extension names(GeneralName... names) throws IOException {
        return Extension.create(Extension.subjectAlternativeName, false, new GeneralNames(names));
    }

    /// A certificate for somebody, valid since yesterday.
    public X509Certificate certify(Holder other, Duration valid, Extension... extensions) throws IOException {
        try {
            var now = Instant.now();
            var builder = new JcaX509v3CertificateBuilder(
                    name,
                    new BigInteger(SERIAL_BITS, RANDOM),
                    Date.from(now.minus(Duration.ofDays(1))),
                    Date.from(now.plus(valid)),
                    other.name,
                    other.keys.getPublic());
            for (var extension : extensions) {
                builder.addExtension(extension);
            }
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw withoutCurves(e);
        }
    }

    private static IllegalStateException withoutCurves(Exception e) {
        return new IllegalStateException("a Java without elliptic curves", e);
    }

    /// Shows its certificate and those that vouch for it, in this order.
    public SSLContext showing(X509Certificate... chain) throws IOException {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("practice", keys.getPrivate(), new char[0], chain);
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(store, new char[0]);
            var context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, RANDOM);
            return context;
        } catch (GeneralSecurityException e) {
            throw withoutCurves(e);
        }
    }
}
