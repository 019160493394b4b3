package dev.muster.practice;

/// The certificate that a practice host shows that runs Windows: what its admin would read to somebody on the
/// telephone.
///
/// @param host        its name in the setup
/// @param fingerprint SHA-256 of the whole certificate, in hexadecimal digits
public record PracticeCertificate(String host, String address, int port, String fingerprint) {}
