package dev.muster.catalog;

/// Thresholds that are no size and no port.
///
/// @param clockSoft   clocks further apart want a word
/// @param clockHard   clocks further apart stop the run
/// @param nameServers more aren't used
public record Thresholds(Limit clockSoft, Limit clockHard, Limit nameServers) {}
