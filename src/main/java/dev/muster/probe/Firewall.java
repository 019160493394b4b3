package dev.muster.probe;

import java.util.List;

/// The host's own firewall.
///
/// @param tool   `firewalld`, `ufw`, `nftables`, `iptables`, or `none`
/// @param active whether it refuses anything by itself
/// @param open   what it lets in, as `6443/tcp` or `30000-32767/tcp`; empty where the tool can't say it in ports
public record Firewall(String tool, boolean active, List<String> open) {

    public Firewall {
        open = List.copyOf(open);
    }
}
