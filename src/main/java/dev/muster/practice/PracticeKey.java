package dev.muster.practice;

/// The key that a practice host shows: what the admin of a real host would read to somebody on the telephone.
///
/// @param host        its name in the setup
/// @param fingerprint as OpenSSH shows it: `SHA256:…`
/// @param base64      as in `known_hosts`
public record PracticeKey(String host, String address, int port, String type, String fingerprint, String base64) {}
