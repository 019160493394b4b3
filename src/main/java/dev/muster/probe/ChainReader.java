package dev.muster.probe;

import dev.muster.base.Reading;
import dev.muster.base.Sha256;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads the certificates that a tool printed as PEM, the server's first.
final class ChainReader {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN CERTIFICATE-----\\s[A-Za-z0-9+/=\\s]{1,20000}-----END CERTIFICATE-----");
    private static final int MOST = 20;
    private static final int DNS_NAME = 2;
    private static final int ADDRESS = 7;

    private ChainReader() {}

    static Reading<Chain> read(String printed, String host, Instant seen, Reading<Authority> authority) {
        try {
            var shown = certificates(printed);
            if (shown.isEmpty()) {
                return Reading.unknown("openssl: command not found");
            }
            var leaf = shown.getFirst();
            var roots =
                    certificates(authority.known().map(Authority::certificates).orElse(""));
            return Reading.of(new Chain(
                    shown.stream().map(ChainReader::shown).toList(), isFor(leaf, host), leads(shown, roots), seen));
        } catch (CertificateException e) {
            return Reading.unknown("a certificate that can't be read: " + Clean.text(String.valueOf(e.getMessage())));
        }
    }

    static List<X509Certificate> certificates(String printed) throws CertificateException {
        var factory = CertificateFactory.getInstance("X.509");
        var found = new ArrayList<X509Certificate>();
        var pem = PEM.matcher(printed);
        while (pem.find() && found.size() < MOST) {
            var one = (X509Certificate)
                    factory.generateCertificate(new ByteArrayInputStream(VisitFacts.ascii(pem.group())));
            if (!found.contains(one)) {
                found.add(one);
            }
        }
        return found;
    }

    private static Chain.Shown shown(X509Certificate certificate) {
        try {
            return new Chain.Shown(
                    Clean.text(certificate.getSubjectX500Principal().getName()),
                    Clean.text(certificate.getIssuerX500Principal().getName()),
                    certificate.getNotBefore().toInstant(),
                    certificate.getNotAfter().toInstant(),
                    Sha256.hex(certificate.getEncoded()));
        } catch (CertificateException e) {
            throw new IllegalStateException("a certificate that was read can't be written", e);
        }
    }

    /// From the server's certificate upwards, each signed by the next, until one that is the CA or signed by it.
    private static boolean leads(List<X509Certificate> shown, List<X509Certificate> roots) {
        var current = shown.getFirst();
        for (var step = 0; step <= shown.size(); step++) {
            var here = current;
            if (roots.contains(here) || roots.stream().anyMatch(root -> signed(here, root))) {
                return true;
            }
            var next = shown.stream()
                    .filter(other -> !other.equals(here) && signed(here, other))
                    .findFirst();
            if (next.isEmpty()) {
                return false;
            }
            current = next.get();
        }
        return false;
    }

    private static boolean signed(X509Certificate certificate, X509Certificate by) {
        try {
            certificate.verify(by.getPublicKey());
            return certificate.getIssuerX500Principal().equals(by.getSubjectX500Principal());
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    /// Go's rule, which agents have: names in the extension; the common name only where there is none.
    private static boolean isFor(X509Certificate leaf, String host) {
        var wanted = host.toLowerCase(Locale.ROOT);
        var names = names(leaf);
        return names.isEmpty()
                ? commonName(leaf).filter(name -> fits(name, wanted)).isPresent()
                : names.stream().anyMatch(name -> fits(name, wanted));
    }

    private static List<String> names(X509Certificate leaf) {
        try {
            return Optional.ofNullable(leaf.getSubjectAlternativeNames()).stream()
                    .flatMap(Collection::stream)
                    .filter(entry -> entry.getFirst().equals(DNS_NAME)
                            || entry.getFirst().equals(ADDRESS))
                    .map(entry -> String.valueOf(entry.get(1)).toLowerCase(Locale.ROOT))
                    .toList();
        } catch (CertificateParsingException _) {
            return List.of();
        }
    }

    private static Optional<String> commonName(X509Certificate leaf) {
        return Stream.of(leaf.getSubjectX500Principal().getName().split(",", -1))
                .filter(part -> part.startsWith("CN="))
                .map(part -> part.substring("CN=".length()).toLowerCase(Locale.ROOT))
                .findFirst();
    }

    private static boolean fits(String name, String wanted) {
        var star = name.startsWith("*.") && wanted.contains(".");
        return name.equals(wanted)
                || (star && wanted.substring(wanted.indexOf('.')).equals(name.substring(1)));
    }
}
