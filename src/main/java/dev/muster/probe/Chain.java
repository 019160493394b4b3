package dev.muster.probe;

import java.time.Instant;
import java.util.List;

/// The certificates that a server showed to a host.
///
/// @param certificates the server's first
/// @param named  whether the server's certificate is for the name that was asked
/// @param signed whether it leads to the CA that Rancher names; false where it names none
/// @param seen   when, by the host's clock: certificates are valid or not by that one
public record Chain(List<Shown> certificates, boolean named, boolean signed, Instant seen) {

    public Chain {
        certificates = List.copyOf(certificates);
    }

    /// @param sha256 of the whole certificate, in hexadecimal digits
    public record Shown(String subject, String issuer, Instant from, Instant until, String sha256) {}
}
