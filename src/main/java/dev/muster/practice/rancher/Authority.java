package dev.muster.practice.rancher;

import dev.muster.base.Sha256;
import dev.muster.practice.door.Holder;
import dev.muster.practice.door.Shown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x509.GeneralName;

/// A certificate authority as Rancher makes one for itself, and the certificate that it signs for the server.
///
/// @param own    the authority's certificate
/// @param server what TLS shows: issued for `rancher.practice.example`, `localhost` and one address
record Authority(Shown own, Shown server, SSLContext context) {

    static final String NAME = "rancher.practice.example";

    private static final Duration VALID = Duration.ofDays(30);

    /// @param address the IP address that the server listens at
    static Authority fresh(String address) throws IOException {
        var authority = Holder.fresh("CN=cattle-ca,O=the-ranch");
        var server = Holder.fresh("CN=cattle,O=the-ranch");
        var own = authority.certify(authority, VALID, Holder.authority());
        var issued = authority.certify(
                server,
                VALID,
                Holder.names(
                        new GeneralName(GeneralName.dNSName, NAME),
                        new GeneralName(GeneralName.dNSName, "localhost"),
                        new GeneralName(GeneralName.iPAddress, address)));
        return new Authority(new Shown(own), new Shown(issued), server.showing(issued, own));
    }

    /// The authority as Rancher's setting `cacerts` has it.
    String pem() {
        return own.pem();
    }

    /// What `--ca-checksum` says: of the setting's text with one line feed at its end (rancher-2.1 §2.3).
    String checksum() {
        return Sha256.hex((pem() + "\n").getBytes(StandardCharsets.US_ASCII));
    }
}
