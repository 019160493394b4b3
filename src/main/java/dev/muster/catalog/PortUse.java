package dev.muster.catalog;

import dev.muster.setup.ClusterSettings.Distribution;
import dev.muster.setup.ClusterSettings.Network;
import dev.muster.setup.Role;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A port, or a range of them, that a node listens on or connects to.
///
/// @param distributions whose nodes
/// @param protocol      `tcp` or `udp`
/// @param to            the last one; the same as `from` for a single port
/// @param peers         who connects to it, or is connected to: roles, `itself`, `rancher`, `everybody`
/// @param free          whether nobody else may listen there before the join
/// @param networks      where it is used; empty: everywhere
/// @param option        what has to be switched on for it: `wireguard`; empty: nothing
public record PortUse(
        Set<Distribution> distributions,
        Set<Role> roles,
        Direction direction,
        String protocol,
        int from,
        int to,
        PortPurpose purpose,
        List<String> peers,
        boolean free,
        Set<Network> networks,
        String option,
        String source) {

    private static final int LAST = 65535;

    public enum Direction {
        IN,
        OUT
    }

    public PortUse {
        distributions = Set.copyOf(distributions);
        roles = Set.copyOf(roles);
        peers = List.copyOf(peers);
        networks = Set.copyOf(networks);
        if (from < 1 || to < from || to > LAST) {
            throw new IllegalArgumentException(from + " to " + to + " are no ports");
        }
        if (!protocol.equals("tcp") && !protocol.equals("udp")) {
            throw new IllegalArgumentException(protocol + " is neither tcp nor udp");
        }
    }

    public boolean isFor(Set<Role> held, Distribution distribution, Network network) {
        return distributions.contains(distribution)
                && roles.stream().anyMatch(held::contains)
                && (networks.isEmpty() || networks.contains(network))
                && option.isEmpty();
    }

    /// Whether other hosts connect to it, so that a firewall has to let them.
    public boolean fromOutside() {
        return direction == Direction.IN && !peers.contains("itself");
    }

    /// Whether a host with these roles is among those that connect to it.
    public boolean isFrom(Set<Role> held) {
        return peers.contains("everybody")
                || held.stream().anyMatch(role -> peers.contains(role.name().toLowerCase(Locale.ROOT)));
    }

    /// `6443/tcp`, `30000-32767/tcp`
    public String shown() {
        return (from == to ? String.valueOf(from) : from + "-" + to) + "/" + protocol;
    }
}
