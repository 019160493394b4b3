package dev.muster.probe.mesh;

import dev.muster.base.HostName;

/// One host and another, in the direction in which a connection is opened.
public record Pair(HostName source, HostName target) {}
