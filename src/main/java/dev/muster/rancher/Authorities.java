package dev.muster.rancher;

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
}
