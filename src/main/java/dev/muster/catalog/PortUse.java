package dev.muster.catalog;

import dev.muster.setup.ClusterSettings.Network;
import dev.muster.setup.Role;
import java.util.List;
import java.util.Set;

/// A port, or a range of them, that a node of an RKE1 cluster takes.
///
/// @param protocol `tcp` or `udp`
/// @param to       the last one; the same as `from` for a single port
/// @param peers    who connects to it: roles, `itself`, `everybody`
/// @param free     whether nobody else may listen there before the join
/// @param networks where it is used; empty: everywhere
public record PortUse(
        Set<Role> roles,
        String protocol,
        int from,
        int to,
        PortPurpose purpose,
        List<String> peers,
        boolean free,
        Set<Network> networks,
        String source) {

    public PortUse {
        roles = Set.copyOf(roles);
        peers = List.copyOf(peers);
        networks = Set.copyOf(networks);
    }

    public boolean isFor(Set<Role> held, Network network) {
        return roles.stream().anyMatch(held::contains) && (networks.isEmpty() || networks.contains(network));
    }

    /// Whether other hosts connect to it, so that a firewall has to let them.
    public boolean fromOutside() {
        return !peers.contains("itself");
    }

    /// `6443/tcp`, `30000-32767/tcp`
    public String shown() {
        return (from == to ? String.valueOf(from) : from + "-" + to) + "/" + protocol;
    }
}
