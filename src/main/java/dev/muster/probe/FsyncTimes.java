package dev.muster.probe;

import java.time.Duration;

/// How long small writes took that came back when they were on the disk.
///
/// @param folder where they were made: that of etcd's data, or the nearest one above it
/// @param p99    99 of 100 were as fast as this or faster
public record FsyncTimes(String folder, int writes, Duration median, Duration p99, Duration slowest) {}
