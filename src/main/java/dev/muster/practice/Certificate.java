package dev.muster.practice;

import dev.muster.practice.door.Holder;
import dev.muster.practice.door.Shown;
import java.io.IOException;
import java.time.Duration;
import org.bouncycastle.asn1.x509.GeneralName;

/// The certificate that the practice Rancher has: made anew for each practice, signed by itself, so that it is its
/// own CA.
final class Certificate {

    private static final Duration VALID = Duration.ofDays(365);

    private Certificate() {}

    /// As PEM, with one line break at its end.
    static String forName(String name) throws IOException {
        var itself = Holder.fresh("CN=" + name + ",O=practice");
        var certificate = itself.certify(
                itself, VALID, Holder.authority(), Holder.names(new GeneralName(GeneralName.dNSName, name)));
        return new Shown(certificate).pem() + "\n";
    }
}
