package dev.muster.ui.work;

import dev.muster.setup.Acceptance;
import dev.muster.setup.WindowsImage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/// What the pages let an admin fill in, as it was typed.
///
/// @param version    of Rancher; empty until a command was read
/// @param network    as the setup file calls it: `canal`
/// @param images     the admin's own, for the isolation matrix
/// @param defaultLogin name of the login of hosts that name none; empty: the workstation's user
/// @param defaultVia   name of the bastion of hosts that name none; empty: they are reached directly
public record Form(
        String name,
        String version,
        String server,
        String cluster,
        String kubernetes,
        String network,
        String defaultLogin,
        String defaultVia,
        List<LoginForm> logins,
        List<BastionForm> bastions,
        List<HostForm> hosts,
        List<Acceptance> accept,
        List<WindowsImage> images) {

    public static final Form EMPTY =
            new Form("", "", "", "", "", "", "", "", List.of(), List.of(), List.of(), List.of(), List.of());

    public Form {
        logins = List.copyOf(logins);
        bastions = List.copyOf(bastions);
        hosts = List.copyOf(hosts);
        accept = List.copyOf(accept);
        images = List.copyOf(images);
    }

    public Form withName(String newName) {
        return new Form(
                newName,
                version,
                server,
                cluster,
                kubernetes,
                network,
                defaultLogin,
                defaultVia,
                logins,
                bastions,
                hosts,
                accept,
                images);
    }

    /// Version and server, as a registration command says them.
    public Form withRancher(String newVersion, String newServer) {
        return new Form(
                name,
                newVersion,
                newServer,
                cluster,
                kubernetes,
                network,
                defaultLogin,
                defaultVia,
                logins,
                bastions,
                hosts,
                accept,
                images);
    }

    public Form withCluster(String newCluster) {
        return new Form(
                name,
                version,
                server,
                newCluster,
                kubernetes,
                network,
                defaultLogin,
                defaultVia,
                logins,
                bastions,
                hosts,
                accept,
                images);
    }

    public Form withKubernetes(String newKubernetes) {
        return new Form(
                name,
                version,
                server,
                cluster,
                newKubernetes,
                network,
                defaultLogin,
                defaultVia,
                logins,
                bastions,
                hosts,
                accept,
                images);
    }

    public Form withNetwork(String newNetwork) {
        return new Form(
                name,
                version,
                server,
                cluster,
                kubernetes,
                newNetwork,
                defaultLogin,
                defaultVia,
                logins,
                bastions,
                hosts,
                accept,
                images);
    }

    /// The logins and the one that hosts use unless they name another.
    public Form withLogins(List<LoginForm> newLogins, String newDefault) {
        return new Form(
                name,
                version,
                server,
                cluster,
                kubernetes,
                network,
                newDefault,
                defaultVia,
                newLogins,
                bastions,
                hosts,
                accept,
                images);
    }

    /// The bastions and the one that hosts are behind unless they name another.
    public Form withBastions(List<BastionForm> newBastions, String newDefault) {
        return new Form(
                name,
                version,
                server,
                cluster,
                kubernetes,
                network,
                defaultLogin,
                newDefault,
                logins,
                newBastions,
                hosts,
                accept,
                images);
    }

    /// One bastion changed; hosts and bastions that name it name it by its new name.
    public Form withBastion(int at, BastionForm after) {
        var before = bastions.get(at).name();
        UnaryOperator<String> renamed = via -> !via.isEmpty() && via.equals(before) ? after.name() : via;
        var changed = new ArrayList<BastionForm>();
        bastions.forEach(bastion -> changed.add(bastion.withVia(renamed.apply(bastion.via()))));
        changed.set(at, after);
        return withBastions(changed, renamed.apply(defaultVia))
                .withHosts(hosts.stream()
                        .map(host -> host.withVia(renamed.apply(host.via())))
                        .toList());
    }

    public Form withHosts(List<HostForm> newHosts) {
        return new Form(
                name,
                version,
                server,
                cluster,
                kubernetes,
                network,
                defaultLogin,
                defaultVia,
                logins,
                bastions,
                newHosts,
                accept,
                images);
    }

    public Form withAccept(List<Acceptance> newAccept) {
        return new Form(
                name,
                version,
                server,
                cluster,
                kubernetes,
                network,
                defaultLogin,
                defaultVia,
                logins,
                bastions,
                hosts,
                newAccept,
                images);
    }

    public Form withImages(List<WindowsImage> newImages) {
        return new Form(
                name,
                version,
                server,
                cluster,
                kubernetes,
                network,
                defaultLogin,
                defaultVia,
                logins,
                bastions,
                hosts,
                accept,
                newImages);
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
