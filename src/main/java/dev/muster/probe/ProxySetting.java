package dev.muster.probe;

/// One setting of a proxy, as a service has it or will have it.
///
/// @param who   the service that runs with it, or the file that says it: `dockerd`, `/etc/environment`
/// @param name  `HTTP_PROXY`, `HTTPS_PROXY`, `NO_PROXY`, `ALL_PROXY`
/// @param value without a password
public record ProxySetting(String who, String name, String value) {}
