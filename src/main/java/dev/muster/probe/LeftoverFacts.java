package dev.muster.probe;

import dev.muster.base.Bytes;
import dev.muster.base.Reading;
import dev.muster.probe.Leftover.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What a cluster leaves on its host, and nothing that belongs to others.
///
/// Source: rancher-2.1 facts §5.2, and the paths and units of RKE2 and K3s.
final class LeftoverFacts {

    private static final Pattern INTERFACE = Pattern.compile(
            "flannel\\.\\d+|flannel-v6\\.\\d+|cni0|tunl0|cali[0-9a-z]+|vxlan\\.calico|weave|datapath|vxlan-6784|kube-ipvs0|cilium_\\w+");
    private static final Pattern CHAIN = Pattern.compile(":((KUBE|FLANNEL|CNI|WEAVE)-|cali-)\\S* .*");
    private static final Pattern SET = Pattern.compile("(KUBE-|cali4|cali6|weave-)\\S*");
    private static final Set<String> PROCESSES = Set.of(
            "kubelet",
            "etcd",
            "kube-apiserver",
            "kube-controller",
            "kube-scheduler",
            "kube-proxy",
            "flanneld",
            "calico-node",
            "calico-felix",
            "k3s-server",
            "k3s-agent",
            "rke2",
            "rancher-system-");

    /// Exit status of the question for paths when there is none of them.
    private static final int NONE = 1;

    private final Answers answers;
    private final Reading<List<Container>> containers;
    private final List<Leftover> found = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    LeftoverFacts(Answers answers, Reading<List<Container>> containers) {
        this.answers = answers;
        this.containers = containers;
    }

    /// What was found is true even when not everything could be asked; that there is nothing is true only when
    /// all was.
    Reading<List<Leftover>> all() {
        containers();
        mounts();
        paths();
        interfaces();
        chains("iptables-save");
        chains("iptables-legacy-save");
        sets();
        services();
        processes();
        if (found.isEmpty() && !unknown.isEmpty()) {
            return Reading.unknown(unknown.getFirst());
        }
        if (!found.isEmpty()) {
            images();
        }
        return Reading.of(List.copyOf(found));
    }

    private void containers() {
        for (var container : had(containers)) {
            if (container.isRancherAgent()) {
                add("container", Kind.CONTAINER, container.name(), "rancher");
            } else if (container.isKubernetes() || container.isRke()) {
                add("container", Kind.CONTAINER, container.name(), "kubernetes");
            }
        }
    }

    private void mounts() {
        for (var line : had(answers.lines("mounts"))) {
            add("mount", Kind.MOUNT, Clean.text(line), line.contains("/rancher") ? "rancher" : "kubernetes");
        }
    }

    private void paths() {
        var sizes = sizes();
        for (var path : had(answers.text("paths", Set.of(0, NONE)).map(Answers::split))) {
            found.add(new Leftover(
                    "path:" + Clean.text(path), Kind.PATH, Clean.text(path), size(sizes, path), owner(path)));
        }
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

    /// `/opt/rke` holds the snapshots of etcd.
    private static String owner(String path) {
        if (path.equals("/opt/rke")) {
            return "snapshot";
        }
        return path.contains("rancher")
                ? "rancher"
                : path.matches(".*/(cni|calico|flannel|weave)") ? "network" : "kubernetes";
    }

    /// A veth belongs to the cluster when it hangs on the bridge cni0; Docker's own hang elsewhere.
    private void interfaces() {
        for (var line : had(answers.lines("interfaces"))) {
            var name = line.replaceFirst("^cni0/brif/", "");
            if (INTERFACE.matcher(name).matches() || line.startsWith("cni0/brif/")) {
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
        families.forEach((family, count) -> {
            var owner = family.startsWith("KUBE") ? "kubernetes" : "network";
            found.add(new Leftover(
                    (save.contains("legacy") ? "iptables-legacy:" : "iptables:") + family,
                    Kind.IPTABLES,
                    family + "* (" + count + ")",
                    Reading.unknown("not measured"),
                    owner));
        });
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

    private void processes() {
        var all = Processes.of(answers);
        had(all.asked().map(_ -> List.of()));
        all.byId().values().stream()
                .filter(PROCESSES::contains)
                .distinct()
                .sorted()
                .forEach(name -> add(
                        "process",
                        Kind.PROCESS,
                        name,
                        name.startsWith("k3s") || name.startsWith("r") ? "rancher" : "kubernetes"));
    }

    /// Images alone are no leftover: somebody may have brought them for the join that is to come.
    private void images() {
        var count = answers.lines("containers").known().orElse(List.of()).stream()
                .filter(line -> line.matches("image (\\S+/)?rancher/\\S+"))
                .count();
        if (count > 0) {
            add("image", Kind.IMAGE, "rancher/* (" + count + ")", "rancher");
        }
    }

    private void add(String prefix, Kind kind, String name, String owner) {
        found.add(new Leftover(prefix + ":" + name, kind, name, Reading.unknown("not measured"), owner));
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
