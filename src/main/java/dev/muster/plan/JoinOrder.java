package dev.muster.plan;

import static dev.muster.setup.Role.CONTROLPLANE;
import static dev.muster.setup.Role.ETCD;

import dev.muster.setup.Host;
import dev.muster.setup.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/// Which hosts join first, next and last.
///
/// A custom cluster of Rancher 2.1 starts once it has etcd and a control plane, and only then gives its nodes a plan.
/// So the hosts that bring the two in come first, together: one host when it has both roles.
///
/// @param first   the fewest hosts, in the setup's order, that have etcd and control plane between them; empty when
///     the setup has no such host and its workers join a cluster that runs
/// @param servers the other hosts with etcd or control plane
/// @param workers the rest
record JoinOrder(List<Host> first, List<Host> servers, List<Host> workers) {

    static JoinOrder of(List<Host> hosts) {
        var bearers = hosts.stream().filter(JoinOrder::bears).toList();
        var first = first(bearers);
        return new JoinOrder(
                first,
                bearers.stream().filter(host -> !first.contains(host)).toList(),
                hosts.stream().filter(host -> !bears(host)).toList());
    }

    private static List<Host> first(List<Host> bearers) {
        var whole = bearers.stream()
                .filter(host -> host.has(ETCD) && host.has(CONTROLPLANE))
                .findFirst();
        if (whole.isPresent()) {
            return List.of(whole.get());
        }
        var first = new ArrayList<Host>();
        var missing = EnumSet.of(ETCD, CONTROLPLANE);
        for (var host : bearers) {
            if (missing.removeAll(host.roles())) {
                first.add(host);
            }
        }
        return List.copyOf(first);
    }

    static boolean bears(Host host) {
        return host.roles().stream().anyMatch(role -> role == ETCD || role == Role.CONTROLPLANE);
    }
}
