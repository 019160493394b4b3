package dev.muster.ui.work;

import dev.muster.setup.Acceptance;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/// What the pages let an admin fill in, as it was typed.
///
/// @param version    of Rancher; empty until a command was read
/// @param network    as the setup file calls it: `canal`
/// @param defaultLogin name of the login of hosts that name none; empty: the workstation's user
public record Form(
        String name,
        String version,
        String server,
        String cluster,
        String kubernetes,
        String network,
        String defaultLogin,
        List<LoginForm> logins,
        List<HostForm> hosts,
        List<Acceptance> accept) {

    public static final Form EMPTY = new Form("", "", "", "", "", "", "", List.of(), List.of(), List.of());

    public Form {
        logins = List.copyOf(logins);
        hosts = List.copyOf(hosts);
        accept = List.copyOf(accept);
    }

    public Form withName(String newName) {
        return new Form(newName, version, server, cluster, kubernetes, network, defaultLogin, logins, hosts, accept);
    }

    /// Version and server, as a registration command says them.
    public Form withRancher(String newVersion, String newServer) {
        return new Form(name, newVersion, newServer, cluster, kubernetes, network, defaultLogin, logins, hosts, accept);
    }

    public Form withCluster(String newCluster) {
        return new Form(name, version, server, newCluster, kubernetes, network, defaultLogin, logins, hosts, accept);
    }

    public Form withKubernetes(String newKubernetes) {
        return new Form(name, version, server, cluster, newKubernetes, network, defaultLogin, logins, hosts, accept);
    }

    public Form withNetwork(String newNetwork) {
        return new Form(name, version, server, cluster, kubernetes, newNetwork, defaultLogin, logins, hosts, accept);
    }

    /// The logins and the one that hosts use unless they name another.
    public Form withLogins(List<LoginForm> newLogins, String newDefault) {
        return new Form(name, version, server, cluster, kubernetes, network, newDefault, newLogins, hosts, accept);
    }

    public Form withHosts(List<HostForm> newHosts) {
        return new Form(name, version, server, cluster, kubernetes, network, defaultLogin, logins, newHosts, accept);
    }

    public Form withAccept(List<Acceptance> newAccept) {
        return new Form(name, version, server, cluster, kubernetes, network, defaultLogin, logins, hosts, newAccept);
    }

    /// Changes the hosts at these places, and no others.
    public Form edit(Set<Integer> places, UnaryOperator<HostForm> change) {
        var changed = new ArrayList<>(hosts);
        for (var place : places) {
            if (place < changed.size()) {
                changed.set(place, change.apply(changed.get(place)));
            }
        }
        return withHosts(changed);
    }

    public Form without(Set<Integer> places) {
        var left = new ArrayList<HostForm>();
        for (var place = 0; place < hosts.size(); place++) {
            if (!places.contains(place)) {
                left.add(hosts.get(place));
            }
        }
        return withHosts(left);
    }

    /// A name that no host has yet: `host1`, `host2`, …
    public String freeName() {
        var taken = new HashSet<String>();
        hosts.forEach(host -> taken.add(host.name()));
        var number = hosts.size() + 1;
        while (taken.contains("host" + number)) {
            number++;
        }
        return "host" + number;
    }
}
