package dev.muster.setup;

/// An image of the admin's own, for the isolation matrix.
///
/// @param build its Windows build: `17763`, or with a revision `10.0.14393.1770`; empty: as the tag says
public record WindowsImage(String name, String build) {}
