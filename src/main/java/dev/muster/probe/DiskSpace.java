package dev.muster.probe;

import dev.muster.base.Bytes;

/// Room on the file system that holds a path (or its nearest parent that exists).
///
/// @param inodes 0 when the file system doesn't count them (btrfs)
public record DiskSpace(String mountPoint, String type, Bytes size, Bytes free, long inodes, long inodesFree) {}
