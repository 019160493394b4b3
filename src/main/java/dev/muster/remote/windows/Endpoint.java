package dev.muster.remote.windows;

/// Where WinRM listens.
///
/// @param host  name, IPv4 or IPv6, without brackets
/// @param https false: without TLS, every message is sealed instead
public record Endpoint(String host, int port, boolean https) {

    String authority() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    String url() {
        return (https ? "https://" : "http://") + authority() + "/wsman";
    }
}
