package dev.muster.remote;

/// A host's public key as it was offered.
///
/// @param type        `ssh-ed25519`
/// @param fingerprint as OpenSSH shows it: `SHA256:…`, 43 characters of base64 without padding
/// @param base64      the key itself, as in `known_hosts`
public record HostKey(String address, int port, String type, String fingerprint, String base64) {}
