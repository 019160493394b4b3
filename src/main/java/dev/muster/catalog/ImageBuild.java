package dev.muster.catalog;

import java.util.OptionalInt;

/// The Windows that an image was built on.
///
/// @param build    `17763`
/// @param revision the fourth number, of `10.0.17763.437`; empty where only the build is told
public record ImageBuild(int build, OptionalInt revision) {}
