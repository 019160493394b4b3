package dev.muster.practice;

/// The key, or the certificate, that a practice host shows: what the admin of a real host would read to somebody on
/// the telephone.
///
/// @param host        its name in the setup
/// @param type        `ssh-ed25519`; `x509`: a certificate
/// @param fingerprint as OpenSSH shows it, or as Windows does: `SHA256:…`
/// @param base64      as in `known_hosts`, or the certificate
public record PracticeKey(String host, String address, int port, String type, String fingerprint, String base64) {}
