package dev.muster.catalog;

/// A kernel setting that a node needs: `net.ipv4.ip_forward` is to be `1`.
///
/// @param module the kernel module that brings the setting; empty: it is always there
public record Sysctl(String name, String wanted, String module, String source) {}
