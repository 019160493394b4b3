package dev.muster.setup.file;

import static dev.muster.setup.SetupWords.*;
import static dev.muster.setup.shape.ShapeWords.*;

import dev.muster.setup.SetupWords;
import dev.muster.setup.file.HostRows.Row;
import dev.muster.setup.file.Tree.Mapping;
import dev.muster.setup.file.Tree.Scalar;
import dev.muster.setup.file.Tree.Sequence;
import dev.muster.setup.shape.AddressShape;
import dev.muster.setup.shape.HostNameShape;
import dev.muster.setup.shape.Ipv4Network;
import dev.muster.setup.shape.Nearest;
import dev.muster.setup.shape.ServerShape;
import dev.muster.setup.shape.Trouble;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The rules between fields that need no host. Each looks only at fields that have no problem yet.
final class Rules {

    private final Mapping root;
    private final Report report;
    private final List<Row> hosts;

    Rules(Mapping root, Report report) {
        this.root = root;
        this.report = report;
        this.hosts = HostRows.of(root, report);
    }

    void check() {
        shapes();
        scalar("rancher", "server")
                .flatMap(this::serverTrouble)
                .ifPresent(trouble -> add("rancher", "server", trouble));
        if (cleans()) {
            hostsAndLogins();
            return;
        }
        root.get("clean").ifPresent(clean -> report.add(clean.at(), "clean", "", Trouble.of(CLEAN_OF_ANOTHER)));
        new ApiRules(root, report).check();
        networks();
        hostsAndLogins();
        nodeNames();
        new RoleRules(hosts, report).check();
    }

    private boolean cleans() {
        return root.get("goal").orElse(null) instanceof Scalar goal
                && goal.written().equals("clean");
    }

    /// What doesn't depend on what the hosts are for.
    private void hostsAndLogins() {
        unique("name", scalar -> scalar.written(), TWICE_NAME);
        addresses();
        logins();
        new BastionRules(root, hosts, report).check();
        new WayRules(root, hosts, report).check();
        acceptances();
    }

    /// What a pattern can't say: numbers up to 255, capitals, a name that ends in a dash.
    private void shapes() {
        for (var host : hosts) {
            shape(host, "name", HostNameShape::trouble);
            shape(host, "nodeName", HostNameShape::trouble);
            shape(host, "address", AddressShape::trouble);
            shape(host, "internalAddress", Rules::internalAddress);
        }
    }

    private static Optional<Trouble> internalAddress(String written) {
        var trouble = AddressShape.trouble(written);
        return trouble.isPresent() || AddressShape.numeric(written)
                ? trouble
                : Optional.of(Trouble.of(ADDRESS_NUMBERS, "internalAddress"));
    }

    private void shape(Row host, String key, Function<String, Optional<Trouble>> shape) {
        host.scalar(key)
                .ifPresent(scalar -> shape.apply(scalar.written())
                        .ifPresent(trouble ->
                                report.add(scalar.at(), host.field() + "." + key, scalar.written(), trouble)));
    }

    private Optional<Trouble> serverTrouble(Scalar server) {
        return ServerShape.trouble(server.written());
    }

    private void networks() {
        var pods = network("podCidr");
        var services = network("serviceCidr");
        var overlap = pods.flatMap(pod -> services.filter(pod::overlaps));
        if (overlap.isPresent()) {
            var key = scalar("cluster", "serviceCidr").isPresent() ? "serviceCidr" : "podCidr";
            add("cluster", key, Trouble.of(CIDR_OVERLAP));
        }
    }

    private Optional<Ipv4Network> network(String key) {
        var written = scalar("cluster", key);
        if (written.isEmpty()) {
            return report.troubled("cluster." + key)
                    ? Optional.empty()
                    : Ipv4Network.parse(key.equals("podCidr") ? Binder.POD_CIDR : Binder.SERVICE_CIDR);
        }
        var network = written.flatMap(scalar -> Ipv4Network.parse(scalar.written()));
        if (network.isEmpty()) {
            add("cluster", key, Trouble.of(CIDR_SHAPE, "cluster." + key));
        }
        return network;
    }

    private void unique(String key, Function<Scalar, String> identity, SetupWords twice) {
        var seen = new HashMap<String, Row>();
        for (var host : hosts) {
            host.scalar(key).ifPresent(scalar -> {
                var first = seen.putIfAbsent(identity.apply(scalar), host);
                if (first != null) {
                    var trouble = Trouble.of(twice, scalar.written(), first.field(), host.field());
                    report.add(scalar.at(), host.field() + "." + key, scalar.written(), trouble);
                }
            });
        }
    }

    /// A node's name is its host's unless told; two nodes of one name overwrite each other in Rancher 2.1.
    private void nodeNames() {
        Map<String, Row> seen = new HashMap<>();
        hosts.stream()
                .filter(host -> host.scalar("nodeName").isEmpty())
                .forEach(host -> host.scalar("name").ifPresent(name -> seen.putIfAbsent(name.written(), host)));
        for (var host : hosts) {
            host.scalar("nodeName").ifPresent(scalar -> {
                var first = seen.putIfAbsent(scalar.written(), host);
                if (first != null) {
                    var trouble = Trouble.of(TWICE_NODE_NAME, scalar.written(), first.called(), host.called());
                    report.add(scalar.at(), host.field() + ".nodeName", scalar.written(), trouble);
                }
            });
        }
    }

    private void addresses() {
        var seen = new HashMap<String, Row>();
        var defaults =
                root.get("defaults").orElse(null) instanceof Mapping rows ? rows : new Mapping(root.at(), List.of(), 1);
        for (var host : hosts) {
            host.scalar("address").ifPresent(scalar -> {
                var own = WayRules.port(host.mapping(), defaults);
                // behind another bastion it is another machine
                var via = host.scalar("via")
                        .or(() -> defaults.get("via")
                                .filter(Scalar.class::isInstance)
                                .map(Scalar.class::cast))
                        .map(Scalar::written)
                        .orElse("");
                var first = seen.putIfAbsent(AddressShape.canonical(scalar.written()) + " " + own + " " + via, host);
                if (first != null) {
                    var trouble = Trouble.of(TWICE_ADDRESS, scalar.written(), own, first.called(), host.called());
                    report.add(scalar.at(), host.field() + ".address", scalar.written(), trouble);
                }
            });
        }
    }

    private void logins() {
        Set<String> known = new LinkedHashSet<>();
        if (root.get("logins").orElse(null) instanceof Mapping logins) {
            logins.entries().forEach(entry -> known.add(entry.key()));
        }
        scalar("defaults", "login").ifPresent(login -> login(login, "defaults.login", known));
        for (var host : hosts) {
            host.scalar("login").ifPresent(login -> login(login, host.field() + ".login", known));
        }
        if (root.get("bastions").orElse(null) instanceof Mapping bastions) {
            for (var entry : bastions.entries()) {
                var field = "bastions." + entry.key() + ".login";
                if (entry.value() instanceof Mapping bastion
                        && bastion.get("login").orElse(null) instanceof Scalar login
                        && !report.troubled(field)) {
                    login(login, field, known);
                }
            }
        }
    }

    private void login(Scalar login, String field, Set<String> known) {
        if (!known.contains(login.written())) {
            report.add(login.at(), field, login.written(), unknown(LOGIN_NEAR, LOGIN_UNKNOWN, login, known));
        }
    }

    private void acceptances() {
        Set<String> known = new HashSet<>();
        hosts.forEach(host -> host.scalar("name").ifPresent(name -> known.add(name.written())));
        if (!(root.get("accept").orElse(null) instanceof Sequence accept) || known.isEmpty()) {
            return;
        }
        for (var i = 0; i < accept.items().size(); i++) {
            var field = "accept[" + i + "].host";
            if (accept.items().get(i) instanceof Mapping row
                    && row.get("host").orElse(null) instanceof Scalar host
                    && !report.troubled(field)
                    && !known.contains(host.written())) {
                report.add(host.at(), field, host.written(), unknown(HOST_NEAR, HOST_UNKNOWN, host, known));
            }
        }
    }

    private static Trouble unknown(SetupWords near, SetupWords far, Scalar written, Set<String> known) {
        return Nearest.of(written.written(), known)
                .map(word -> Trouble.of(near, written.written(), word))
                .orElseGet(() -> Trouble.of(
                        far,
                        written.written(),
                        known.stream().sorted().limit(10).toList()));
    }

    private Optional<Scalar> scalar(String part, String key) {
        return root.get(part)
                .filter(Mapping.class::isInstance)
                .map(Mapping.class::cast)
                .flatMap(mapping -> mapping.get(key))
                .filter(_ -> !report.troubled(part + "." + key))
                .filter(Scalar.class::isInstance)
                .map(Scalar.class::cast);
    }

    private void add(String part, String key, Trouble trouble) {
        var scalar = scalar(part, key).orElseThrow();
        report.add(scalar.at(), part + "." + key, scalar.written(), trouble);
    }
}
