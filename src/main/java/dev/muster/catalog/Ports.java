package dev.muster.catalog;

import dev.muster.setup.ClusterSettings.Network;
import dev.muster.setup.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The ports of the nodes of an RKE1 cluster.
///
/// @param nodeProcesses what listens on them when the host is a node already
public record Ports(List<PortUse> ports, Set<String> nodeProcesses) {

    public Ports {
        ports = List.copyOf(ports);
        nodeProcesses = Set.copyOf(nodeProcesses);
    }

    /// Those that must be free before a host takes these roles; each port once, its chief use first.
    public List<PortUse> toBeFree(Set<Role> roles, Network network) {
        var seen = new HashSet<String>();
        return ports.stream()
                .filter(port -> port.free() && port.isFor(roles, network))
                .filter(port -> seen.add(port.shown()))
                .toList();
    }

    /// Those that a host with these roles is reached at by others.
    public List<PortUse> toBeOpen(Set<Role> roles, Network network) {
        return ports.stream()
                .filter(port -> port.fromOutside() && port.isFor(roles, network))
                .toList();
    }
}
