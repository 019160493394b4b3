package dev.muster.probe;

/// @param destination `10.0.0.0/24`, or `0.0.0.0/0` for the default route
/// @param via  empty when the network is directly there
public record Route(String destination, String via, String device) {}
