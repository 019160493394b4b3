package dev.muster.probe;

/// @param prefix length of the network's prefix: 24
/// @param dynamic from DHCP or another lease, not fixed
public record InterfaceAddress(String device, String address, int prefix, boolean dynamic) {}
