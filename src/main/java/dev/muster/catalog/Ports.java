package dev.muster.catalog;

import dev.muster.catalog.PortUse.Direction;
import dev.muster.setup.ClusterSettings;
import dev.muster.setup.Host;
import dev.muster.setup.Role;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/// The ports of the nodes of a cluster, and of Rancher's own servers.
///
/// @param nodeProcesses what listens on them when the host is a node already
public record Ports(List<PortUse> ports, Set<String> nodeProcesses) {

    public Ports {
        ports = List.copyOf(ports);
        nodeProcesses = Set.copyOf(nodeProcesses);
    }

    /// Those that must be free before a host takes these roles; each port once, its chief use first.
    public List<PortUse> toBeFree(Set<Role> roles, ClusterSettings cluster) {
        var seen = new HashSet<String>();
        return of(roles, cluster, Direction.IN).stream()
                .filter(PortUse::free)
                .filter(port -> seen.add(port.shown()))
                .toList();
    }

    /// Those that a host with these roles is reached at by others.
    public List<PortUse> toBeOpen(Set<Role> roles, ClusterSettings cluster) {
        return of(roles, cluster, Direction.IN).stream()
                .filter(PortUse::fromOutside)
                .toList();
    }

    /// Those that a host with these roles reaches others at.
    public List<PortUse> toBeReached(Set<Role> roles, ClusterSettings cluster) {
        return of(roles, cluster, Direction.OUT);
    }

    /// What of this host has to be open to the others when they are nodes of one cluster, as far as they try it:
    /// not every worker tries every other one of a large cluster, see [#spared]. Of a range of ports its first
    /// and its last stand for all.
    ///
    /// @param hosts of the setup, all of them: who tries whom depends on where they stand in it
    public List<PortNeed> needs(Host target, List<Host> hosts, ClusterSettings cluster) {
        var needs = new LinkedHashMap<String, PortNeed>();
        var open = toBeOpen(target.roles(), cluster);
        for (var source : new Neighbours(hosts).of(target)) {
            open.stream()
                    .filter(use -> use.isFrom(source.roles()))
                    .flatMap(use -> PortNeed.of(source.name(), target.name(), use))
                    .forEach(need -> needs.putIfAbsent(need.key(), need));
        }
        return List.copyOf(needs.values());
    }

    /// How many hosts need something of this one and yet don't try it, because the cluster is large.
    public int spared(Host target, List<Host> hosts, ClusterSettings cluster) {
        var open = toBeOpen(target.roles(), cluster);
        return (int) new Neighbours(hosts)
                .spared(target).stream()
                        .filter(source -> open.stream().anyMatch(use -> use.isFrom(source.roles())))
                        .count();
    }

    private List<PortUse> of(Set<Role> roles, ClusterSettings cluster, Direction direction) {
        return ports.stream()
                .filter(port -> port.direction() == direction)
                .filter(port -> port.isFor(roles, cluster.distribution(), cluster.network()))
                .toList();
    }
}
