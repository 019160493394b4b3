package dev.muster.plan;

import static dev.muster.setup.Role.CONTROLPLANE;
import static dev.muster.setup.Role.ETCD;

import dev.muster.setup.Host;
import dev.muster.setup.Os;
import dev.muster.setup.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which hosts join first, next and last.
///
/// A custom cluster of Rancher 2.1 starts once it has etcd and a control plane, and only then gives its nodes a plan.
/// So the hosts that bring the two in come first, together: one host when it has both roles.
///
/// @param first   the fewest hosts, in the setup's order, that have etcd and control plane between them; empty when
///     the setup has no such host and its workers join a cluster that runs
/// @param servers the other hosts with etcd or control plane
/// @param workers the rest of those that run Linux
/// @param windows those that run Windows: a cluster's own DNS and ingress are on Linux, so they come last
record JoinOrder(List<Host> first, List<Host> servers, List<Host> workers, List<Host> windows) {

    static JoinOrder of(List<Host> hosts) {
        var linux = hosts.stream().filter(host -> host.os() == Os.LINUX).toList();
        var bearers = linux.stream().filter(JoinOrder::bears).toList();
        var first = first(bearers);
        return new JoinOrder(
                first,
                bearers.stream().filter(host -> !first.contains(host)).toList(),
                linux.stream().filter(host -> !bears(host)).toList(),
                hosts.stream().filter(host -> host.os() == Os.WINDOWS).toList());
    }

    /// A Linux worker, for the pods that Windows hosts can't run: the one that a Windows host waits for. Empty
    /// when one is among the first, or the setup has none.
    Optional<Host> ingress() {
        return first.stream().anyMatch(host -> host.has(Role.WORKER))
                ? Optional.empty()
                : Stream.concat(servers.stream(), workers.stream())
                        .filter(host -> host.has(Role.WORKER))
                        .findFirst();
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
