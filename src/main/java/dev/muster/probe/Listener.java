package dev.muster.probe;

/// Somebody listens.
///
/// @param protocol `tcp` or `udp`
/// @param process  name and id, `kubelet (1234)`; empty when it can't be seen
public record Listener(String protocol, String address, int port, String process) {}
