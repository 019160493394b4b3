package dev.muster.remote;

import dev.muster.remote.Trust.Verdict;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Asks [Trust] about the certificate that one host shows, and remembers the answer: TLS only hears yes or no.
/// Rancher's certificate is asked about in the same way, by whoever speaks to it.
public final class CertificateWatch implements Predicate<X509Certificate> {

    private final Trust trust;
    private final String way;
    private final String address;
    private final int port;
    private volatile @Nullable HostKey offered;
    private volatile @Nullable Verdict verdict;

    /// Of a server that is asked from the workstation.
    public CertificateWatch(Trust trust, String address, int port) {
        this(trust, "", address, port);
    }

    /// @param way as [Target#way] writes it
    CertificateWatch(Trust trust, String way, String address, int port) {
        this.trust = trust;
        this.way = way;
        this.address = address;
        this.port = port;
    }

    @Override
    public boolean test(X509Certificate certificate) {
        HostKey shown;
        try {
            shown = HostKey.of(way, address, port, HostKey.CERTIFICATE, certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            return false;
        }
        var said = trust.judge(shown);
        offered = shown;
        verdict = said;
        return said instanceof Verdict.Trusted;
    }

    /// What was shown; without TLS nothing was.
    HostKey offered() {
        var shown = offered;
        return shown == null ? HostKey.unproven(address, port) : shown;
    }

    /// Where the way up ends when the certificate isn't trusted.
    public Optional<Opened> stopped(String ip) {
        return switch (verdict) {
            case null -> Optional.empty();
            case Verdict.Trusted() -> Optional.empty();
            case Verdict.Unknown() -> Optional.of(new Opened.KeyUnknown(ip, offered()));
            case Verdict.Changed(var known, var where) ->
                Optional.of(new Opened.KeyChanged(ip, offered(), known, where));
        };
    }
}
