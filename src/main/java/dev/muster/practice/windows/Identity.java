package dev.muster.practice.windows;

import dev.muster.practice.door.Holder;
import dev.muster.practice.door.Shown;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x509.GeneralName;

/// What a server shows over TLS: a key and a certificate that it signed itself, made anew for each.
///
/// Decided: a TLS context of its own for each identity, so that a client that knew the one before can't resume a
/// session with it and miss that the certificate has changed.
record Identity(Shown shown, SSLContext context) {

    private static final Duration VALID = Duration.ofDays(30);

    static Identity fresh(String computer) throws IOException {
        var itself = Holder.fresh("CN=" + computer);
        var certificate = itself.certify(
                itself,
                VALID,
                Holder.names(
                        new GeneralName(GeneralName.dNSName, computer.toLowerCase(Locale.ROOT)),
                        new GeneralName(GeneralName.iPAddress, "127.0.0.1")));
        return new Identity(new Shown(certificate), itself.showing(certificate));
    }
}
