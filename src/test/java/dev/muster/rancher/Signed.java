package dev.muster.rancher;

import dev.muster.base.Redactor;
import dev.muster.base.Secret;
import dev.muster.practice.rancher.PracticeRancher;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/// A client of a practice Rancher, as impatient as tests are.
final class Signed {

    static final Duration AT_ONCE = Duration.ofMillis(1);

    private Signed() {}

    static Rancher in(PracticeRancher rancher) throws CertificateException {
        return by(rancher, token(rancher));
    }

    static Rancher by(PracticeRancher rancher, Credentials credentials) throws CertificateException {
        return by(rancher, new Authorities.Only(List.of(certificate(rancher.authority()))), _ -> false, credentials);
    }

    static Rancher by(
            PracticeRancher rancher,
            Authorities authorities,
            Predicate<X509Certificate> confirmed,
            Credentials credentials) {
        return new Rancher(
                rancher.url(), authorities, confirmed, credentials, new Redactor(), AT_ONCE, Duration.ofMillis(20));
    }

    static X509Certificate certificate(String pem) throws CertificateException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    }

    static Told token(PracticeRancher rancher) {
        return new Told(
                new Access.ApiToken(Secret.of(rancher.token())), new Access.ApiToken(Secret.of(rancher.token())));
    }

    static Told admin(String password) {
        var access = new Access.Password("admin", Secret.of(password));
        return new Told(access, access);
    }

    /// Counts how often it was asked.
    record Told(Access get, Access again, AtomicInteger asked) implements Credentials {

        Told(Access get, Access again) {
            this(get, again, new AtomicInteger());
        }

        @Override
        public Access again() {
            asked.incrementAndGet();
            return again;
        }
    }
}
