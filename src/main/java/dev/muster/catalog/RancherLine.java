package dev.muster.catalog;

import dev.muster.base.Reading;

/// A line of Rancher: `v2.1`.
///
/// @param support what Muster knows of it; unknown until its own issue
public record RancherLine(String line, Reading<LineSupport> support) {}
