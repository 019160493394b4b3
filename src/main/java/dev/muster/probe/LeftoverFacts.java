package dev.muster.probe;

import dev.muster.base.Bytes;
import dev.muster.base.Reading;
import dev.muster.probe.Leftover.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What a cluster leaves on its host, and what of others is near it.
///
/// Source: rancher-2.1 facts §5.2, rancher-today §5, and the paths and units of RKE2 and K3s.
final class LeftoverFacts {

    private static final Reading<Bytes> UNMEASURED = Reading.unknown("not measured");
    private static final Pattern INTERFACE = Pattern.compile(
            "flannel\\.\\d+|flannel-v6\\.\\d+|flannel-wg(-v6)?|cni0|tunl0|cali[0-9a-z]+|vxlan(-v6)?\\.calico|weave|datapath|vxlan-6784|kube-ipvs0|nodelocaldns|cilium_\\w+");
    private static final Pattern CHAIN = Pattern.compile(":((KUBE|FLANNEL|CNI|WEAVE)-|cali-|CILIUM_)\\S* .*");
    private static final Pattern SET = Pattern.compile("(KUBE-|cali4|cali6|weave-)\\S*");
    private static final List<String> SAVES =
            List.of("iptables-save", "iptables-legacy-save", "ip6tables-save", "ip6tables-legacy-save");

    /// What pods have written for good, and etcd's snapshots, below a cluster's own folders.
    private static final Map<String, String> KEPT = Map.of(
            "/opt/rke/etcd-snapshots", "snapshot",
            "/var/lib/rancher/rke2/server/db/snapshots", "snapshot",
            "/var/lib/rancher/k3s/server/db/snapshots", "snapshot",
            "/var/lib/rancher/k3s/storage", "data",
            "/var/lib/longhorn", "data",
            "/opt/local-path-provisioner", "data");

    /// Ceph's settings, a user's way to some cluster, and networks of other engines.
    private static final Pattern OTHERS = Pattern.compile("/etc/ceph|.*/\\.kube/config|/etc/cni/net\\.d/.+");

    private static final Set<String> SHARED = Set.of("/opt/cni", "/var/lib/cni");

    /// Exit status of the question for paths when there is none of them.
    private static final int NONE = 1;

    private final Answers answers;
    private final Reading<List<Container>> containers;
    private final List<Leftover> found = new ArrayList<>();
    private final Set<String> unknown = new LinkedHashSet<>();

    LeftoverFacts(Answers answers, Reading<List<Container>> containers) {
        this.answers = answers;
        this.containers = containers;
    }

    /// What was found is true even when not everything could be asked; that there is nothing is true only when
    /// all was.
    Reading<List<Leftover>> all() {
        found.addAll(new DockerLeftovers(answers, had(containers)).all());
        paths();
        mounts();
        interfaces();
        SAVES.forEach(this::chains);
        sets();
        services();
        found.addAll(had(new ProcessLeftovers(answers, containers).all()));
        if (found.stream().noneMatch(Leftover::isOfCluster) && !unknown.isEmpty()) {
            return Reading.unknown(unknown.iterator().next());
        }
        unknown.forEach(why -> found.add(new Leftover("unasked:" + why, Kind.UNASKED, why, UNMEASURED, "")));
        var byId = new LinkedHashMap<String, Leftover>();
        found.forEach(one -> byId.putIfAbsent(one.id(), one));
        return Reading.of(List.copyOf(byId.values()));
    }

    private void mounts() {
        for (var line : had(answers.lines("mounts"))) {
            var owner = line.contains("/rancher") ? "rancher" : "kubernetes";
            add("mount", Kind.MOUNT, Clean.text(line), line.startsWith("/run/netns/cni-") ? shared(owner) : owner);
        }
    }

    private void paths() {
        var sizes = sizes();
        for (var path : had(answers.text("paths", Set.of(0, NONE)).map(Answers::split))) {
            found.add(new Leftover(
                    "path:" + Clean.text(path), Kind.PATH, Clean.text(path), size(sizes, path), owner(path)));
        }
        found.replaceAll(one -> SHARED.contains(one.name()) ? owned(one, shared(one.owner())) : one);
    }

    /// Podman, CRI-O and containerd bring networks by the same plug-ins, which keep their things in the same
    /// places: where one of them is set up, those are nobody's alone.
    private String shared(String owner) {
        return found.stream().anyMatch(one -> one.name().startsWith("/etc/cni/net.d/")) ? Leftover.FOREIGN : owner;
    }

    private static Leftover owned(Leftover one, String owner) {
        return new Leftover(one.id(), one.kind(), one.name(), one.size(), owner, one.key());
    }

    private Reading<Bytes> size(Map<String, Bytes> sizes, String path) {
        var size = sizes.get(path);
        if (size != null) {
            return Reading.of(size);
        }
        return switch (answers.text("sizes")) {
            case Reading.Unknown<String>(var why) -> Reading.unknown(why);
            case Reading.Known<String> _ -> Reading.unknown("du: nothing said of " + path);
        };
    }

    private Map<String, Bytes> sizes() {
        var sizes = new HashMap<String, Bytes>();
        for (var line : answers.lines("sizes").known().orElse(List.of())) {
            var columns = line.split("\t", 2);
            if (columns.length == 2 && columns[0].matches("\\d{1,15}")) {
                sizes.put(columns[1], Bytes.kibi(Long.parseLong(columns[0])));
            }
        }
        return sizes;
    }

    private static String owner(String path) {
        if (OTHERS.matcher(path).matches()) {
            return Leftover.FOREIGN;
        }
        var kept = KEPT.get(path);
        if (kept != null) {
            return kept;
        }
        if (path.matches(".*(rancher|rke2|k3s).*")) {
            return "rancher";
        }
        return path.matches(".*/(cni|calico|flannel|weave)") ? "network" : "kubernetes";
    }

    /// A veth belongs to the cluster when it hangs on the bridge cni0; Docker's own hang elsewhere.
    private void interfaces() {
        for (var line : had(answers.lines("interfaces"))) {
            var name = line.replaceFirst("^cni0/brif/", "");
            if (name.equals("cni0") || line.startsWith("cni0/brif/")) {
                add("interface", Kind.INTERFACE, Clean.text(name), shared("network"));
            } else if (INTERFACE.matcher(name).matches()) {
                add("interface", Kind.INTERFACE, Clean.text(name), "network");
            }
        }
        for (var route : NetworkFacts.routes(answers).known().orElse(List.of())) {
            if (INTERFACE.matcher(route.device()).matches()) {
                add("route", Kind.ROUTE, route.destination() + " " + route.device(), "network");
            }
        }
    }

    private void chains(String save) {
        if (!answers.has(save)) {
            return;
        }
        var families = new TreeMap<String, Integer>();
        for (var line : had(answers.lines(save))) {
            var match = CHAIN.matcher(line);
            if (match.matches()) {
                families.merge(match.group(1), 1, Integer::sum);
            }
        }
        var tool = save.substring(0, save.length() - "-save".length());
        families.forEach((family, count) -> found.add(new Leftover(
                tool + ":" + family,
                Kind.IPTABLES,
                family + "* (" + count + ")",
                UNMEASURED,
                family.startsWith("CNI") ? shared("network") : family.startsWith("KUBE") ? "kubernetes" : "network",
                tool + " " + family)));
    }

    private void sets() {
        if (!answers.has("ipsets")) {
            return;
        }
        for (var line : had(answers.lines("ipsets"))) {
            if (SET.matcher(line).matches()) {
                add("ipset", Kind.IPSET, Clean.text(line), line.startsWith("KUBE") ? "kubernetes" : "network");
            }
        }
    }

    private void services() {
        for (var unit : answers.startingWith("service:")) {
            add("service", Kind.SERVICE, unit, unit.startsWith("kube") ? "kubernetes" : "rancher");
        }
    }

    private void add(String prefix, Kind kind, String name, String owner) {
        found.add(new Leftover(prefix + ":" + name, kind, name, UNMEASURED, owner));
    }

    private <T> List<T> had(Reading<List<T>> reading) {
        return switch (reading) {
            case Reading.Known<List<T>>(var list) -> list;
            case Reading.Unknown<List<T>>(var why) -> {
                unknown.add(why);
                yield List.of();
            }
        };
    }
}
