package dev.muster.rancher;

import dev.muster.base.Place;
import dev.muster.base.Problem;
import dev.muster.base.ProblemException;
import dev.muster.base.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/// Who may vouch for the certificate that Rancher shows.
public sealed interface Authorities {

    /// Those that Java knows, and what the admin has confirmed.
    record Known() implements Authorities {}

    /// These and no others: the setup names a file with them.
    record Only(List<X509Certificate> certificates) implements Authorities {

        public Only {
            certificates = List.copyOf(certificates);
        }
    }

    /// The one certificate with this fingerprint: the server's own, or the authority's that signs it.
    ///
    /// @param sha256 64 hexadecimal digits in lower case
    record Fingerprint(String sha256) implements Authorities {}

    /// The certificates in a file of PEM.
    ///
    /// @throws ProblemException when it can't be read, or has none in it
    static Authorities read(Path file) {
        try (var in = Files.newInputStream(file)) {
            var certificates = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (!certificates.isEmpty()) {
                return new Only(certificates);
            }
        } catch (IOException | CertificateException e) {
            // what follows says it
        }
        throw new ProblemException(Problem.input(
                Place.field("rancher.ca", file.toString()),
                Text.of(RancherWords.CA_UNREADABLE, file.toString()),
                Text.of(RancherWords.CA_UNREADABLE_WHY),
                Text.of(RancherWords.CA_UNREADABLE_FIX)));
    }
}
