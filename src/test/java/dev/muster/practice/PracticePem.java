package dev.muster.practice;

import dev.muster.practice.door.Holder;
import dev.muster.practice.door.Shown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.bouncycastle.asn1.x509.GeneralName;

/// Certificates for tests, each signed by itself.
public final class PracticePem {

    private static final Duration VALID = Duration.ofDays(365);

    private PracticePem() {}

    /// With one line break at its end.
    public static String of(String name) {
        try {
            var itself = Holder.fresh("CN=" + name + ",O=practice");
            var certificate = itself.certify(
                    itself, VALID, Holder.authority(), Holder.names(new GeneralName(GeneralName.dNSName, name)));
            return new Shown(certificate).pem() + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
