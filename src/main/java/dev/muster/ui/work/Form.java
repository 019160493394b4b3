package dev.muster.ui.work;

import dev.muster.setup.Acceptance;
import dev.muster.setup.WindowsImage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// What the pages let an admin fill in, as it was typed.
///
/// Decided: a form is copied through a draft of open fields. Because a record of twelve components says each of them
/// anew in every method that changes one; instead of the language's own way, which isn't final (JEP 468), or of
/// properties that anybody may change; costs one class a form.
///
/// @param version    of Rancher; empty until a command was read
/// @param network    as the setup file calls it: `canal`
/// @param defaultLogin name of the login of hosts that name none; empty: the workstation's user
/// @param defaultVia   name of the bastion of hosts that name none; empty: they are reached directly
/// @param images     the admin's own, for the isolation matrix
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

    /// A copy with what the change sets in the draft.
    Form with(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.form();
    }

    public Form withName(String newName) {
        return with(draft -> draft.name = newName);
    }

    /// Version and server, as a registration command says them.
    public Form withRancher(String newVersion, String newServer) {
        return with(draft -> {
            draft.version = newVersion;
            draft.server = newServer;
        });
    }

    public Form withCluster(String newCluster) {
        return with(draft -> draft.cluster = newCluster);
    }

    public Form withKubernetes(String newKubernetes) {
        return with(draft -> draft.kubernetes = newKubernetes);
    }

    public Form withNetwork(String newNetwork) {
        return with(draft -> draft.network = newNetwork);
    }

    /// The logins and the one that hosts use unless they name another.
    public Form withLogins(List<LoginForm> newLogins, String newDefault) {
        return with(draft -> {
            draft.logins = newLogins;
            draft.defaultLogin = newDefault;
        });
    }

    /// The bastions and the one that hosts are behind unless they name another.
    public Form withBastions(List<BastionForm> newBastions, String newDefault) {
        return with(draft -> {
            draft.bastions = newBastions;
            draft.defaultVia = newDefault;
        });
    }

    /// One login changed; hosts and bastions that name it name it by its new name.
    public Form withLogin(int at, LoginForm after) {
        var renamed = renamed(logins.get(at).name(), after.name());
        return with(draft -> {
            draft.logins = replaced(logins, at, after);
            draft.defaultLogin = renamed.apply(defaultLogin);
            draft.bastions = bastions.stream()
                    .map(bastion -> bastion.withLogin(renamed.apply(bastion.login())))
                    .toList();
            draft.hosts = hosts.stream()
                    .map(host -> host.withLogin(renamed.apply(host.login())))
                    .toList();
        });
    }

    /// One bastion changed; hosts and bastions that name it name it by its new name.
    public Form withBastion(int at, BastionForm after) {
        var renamed = renamed(bastions.get(at).name(), after.name());
        return with(draft -> {
            draft.bastions = replaced(
                    bastions.stream()
                            .map(bastion -> bastion.withVia(renamed.apply(bastion.via())))
                            .toList(),
                    at,
                    after);
            draft.defaultVia = renamed.apply(defaultVia);
            draft.hosts = hosts.stream()
                    .map(host -> host.withVia(renamed.apply(host.via())))
                    .toList();
        });
    }

    private static UnaryOperator<String> renamed(String before, String after) {
        return name -> !name.isEmpty() && name.equals(before) ? after : name;
    }

    private static <T> List<T> replaced(List<T> list, int at, T by) {
        var changed = new ArrayList<>(list);
        changed.set(at, by);
        return changed;
    }

    public Form withHosts(List<HostForm> newHosts) {
        return with(draft -> draft.hosts = newHosts);
    }

    public Form withAccept(List<Acceptance> newAccept) {
        return with(draft -> draft.accept = newAccept);
    }

    public Form withImages(List<WindowsImage> newImages) {
        return with(draft -> draft.images = newImages);
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

    /// A form under change.
    static final class Draft {
        String name;
        String version;
        String server;
        String cluster;
        String kubernetes;
        String network;
        String defaultLogin;
        String defaultVia;
        List<LoginForm> logins;
        List<BastionForm> bastions;
        List<HostForm> hosts;
        List<Acceptance> accept;
        List<WindowsImage> images;

        private Draft(Form of) {
            name = of.name;
            version = of.version;
            server = of.server;
            cluster = of.cluster;
            kubernetes = of.kubernetes;
            network = of.network;
            defaultLogin = of.defaultLogin;
            defaultVia = of.defaultVia;
            logins = of.logins;
            bastions = of.bastions;
            hosts = of.hosts;
            accept = of.accept;
            images = of.images;
        }

        private Form form() {
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
                    images);
        }
    }
}
