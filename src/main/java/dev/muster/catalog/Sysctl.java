package dev.muster.catalog;

/// A kernel setting that a node needs: `net.ipv4.ip_forward` is to be `1`.
public record Sysctl(String name, String wanted, String source) {}
