package dev.muster.rancher;

import dev.muster.base.Sha256;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// Judges what Rancher shows over TLS. An authority that vouches does so for the name, too; a certificate that the
/// admin has confirmed is that certificate, whatever name and dates stand in it.
///
/// TLS only hears yes or no; what was refused is remembered here.
final class Vouching extends X509ExtendedTrustManager {

    private final Authorities authorities;
    private final Predicate<X509Certificate> confirmed;
    private volatile @Nullable X509Certificate refused;

    /// @param confirmed whether the admin has confirmed this very certificate; asked when no authority vouches
    Vouching(Authorities authorities, Predicate<X509Certificate> confirmed) {
        this.authorities = authorities;
        this.confirmed = confirmed;
    }

    SSLContext context() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {this}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has TLS", e);
        }
    }

    /// Null: nothing was refused so far.
    @Nullable
    X509Certificate refused() {
        return refused;
    }

    static String sha256(X509Certificate certificate) {
        try {
            return Sha256.hex(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can't be written", e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        try {
            judge(chain, type, engine);
            refused = null;
        } catch (CertificateException e) {
            refused = chain[0];
            throw e;
        }
    }

    private void judge(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        switch (authorities) {
            case Authorities.Known() -> {
                try {
                    anchored(null).checkServerTrusted(chain, type, engine);
                } catch (CertificateException e) {
                    if (!confirmed.test(chain[0])) {
                        throw e;
                    }
                }
            }
            case Authorities.Only(var certificates) -> anchored(certificates).checkServerTrusted(chain, type, engine);
            case Authorities.Fingerprint(var wanted) -> {
                if (!sha256(chain[0]).equals(wanted)) {
                    var authority = Arrays.stream(chain)
                            .filter(one -> sha256(one).equals(wanted))
                            .findFirst()
                            .orElseThrow(() -> new CertificateException("none with the wanted fingerprint"));
                    anchored(List.of(authority)).checkServerTrusted(chain, type, engine);
                }
            }
        }
    }

    /// Java's own judge; null: with the authorities that it knows.
    private static X509ExtendedTrustManager anchored(@Nullable List<X509Certificate> anchors)
            throws CertificateException {
        try {
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(anchors == null ? null : store(anchors));
            for (var one : factory.getTrustManagers()) {
                if (one instanceof X509ExtendedTrustManager judge) {
                    return judge;
                }
            }
            throw new IllegalStateException("a Java without X.509");
        } catch (GeneralSecurityException | IOException e) {
            throw new CertificateException(e);
        }
    }

    private static KeyStore store(List<X509Certificate> anchors) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (var anchor : anchors) {
            store.setCertificateEntry(sha256(anchor), anchor);
        }
        return store;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("only the HTTP client's engine asks");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("only the HTTP client's engine asks");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("nobody is a server here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("nobody is a server here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("nobody is a server here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
