package dev.muster.catalog;

import dev.muster.base.Reading;

/// A line of Rancher: `v2.1`.
///
/// @param support what Muster knows of it; unknown where nobody read up on it
public record RancherLine(String line, Reading<LineSupport> support) {}
