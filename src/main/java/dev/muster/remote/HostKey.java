package dev.muster.remote;

import dev.muster.base.Sha256;
import dev.muster.setup.Host;
import java.util.Base64;
import java.util.HexFormat;

/// What a host proves itself by, as it was offered: an SSH key, or the certificate of WinRM.
///
/// @param way         the bastions on the way there, as [Target#way] writes them; empty: none
/// @param type        `ssh-ed25519`; [#CERTIFICATE] for a certificate
/// @param fingerprint `SHA256:…`: of a key as OpenSSH shows it, 43 characters of base64 without padding; of a
///     certificate in hexadecimal, as Windows shows it
/// @param base64      the key itself, as in `known_hosts`, or the certificate
public record HostKey(String way, String address, int port, String type, String fingerprint, String base64) {

    public static final String CERTIFICATE = "x509";

    /// PowerShell's command for the fingerprints of a host's certificates.
    public static final String SHOWN_ON_WINDOWS = "gci Cert:\\LocalMachine\\My | % { [BitConverter]::ToString("
            + "[Security.Cryptography.SHA256]::Create().ComputeHash($_.RawData)) }";

    private static final String UNPROVEN = "unproven";

    /// Of a host that is dialed from the workstation.
    public HostKey(String address, int port, String type, String fingerprint, String base64) {
        this("", address, port, type, fingerprint, base64);
    }

    /// Under which it is kept: `10.0.0.11`, `[10.0.0.12]:2222`, `jump.example.org/10.0.0.11`.
    public String place() {
        return KnownKey.written(way, address, port);
    }

    /// Whether this host has shown it: the same address behind other bastions is another host's.
    public boolean isOf(Host host) {
        return address.equals(host.address())
                && port == host.port()
                && Target.of(host).way().equals(way);
    }

    public boolean isCertificate() {
        return type.equals(CERTIFICATE);
    }

    /// Whether the host has proved nothing: WinRM without TLS.
    public boolean isUnproven() {
        return type.equals(UNPROVEN);
    }

    static HostKey unproven(String address, int port) {
        return new HostKey(address, port, UNPROVEN, "", "");
    }

    static HostKey of(String way, String address, int port, String type, byte[] blob) {
        return new HostKey(
                way,
                address,
                port,
                type,
                fingerprint(type, blob),
                Base64.getEncoder().encodeToString(blob));
    }

    static String fingerprint(String type, byte[] blob) {
        var digest = Sha256.digest().digest(blob);
        if (type.equals(CERTIFICATE)) {
            return "SHA256:" + HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
        }
        return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
    }
}
