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

/// What runs of a cluster: processes with its names, from its folders, in its control groups.
///
/// A process in one of Docker's containers is its container's owner's: somebody else may run an etcd, or a whole K3s,
/// in Docker. Outside of containers only etcd is a thing that others have too.
final class ProcessLeftovers {

    private static final Reading<Bytes> UNMEASURED = Reading.unknown("not measured");
    private static final Set<String> NAMES = Set.of(
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
    private static final Pattern CONTAINER = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern OURS =
            Pattern.compile(".*/(kubepods|(k3s|k3s-agent|rke2-server|rke2-agent|rancher-system-agent)\\.service).*");

    private final Answers answers;
    private final Map<String, String> owners = new HashMap<>();

    ProcessLeftovers(Answers answers, Reading<List<Container>> containers) {
        this.answers = answers;
        containers
                .known()
                .orElse(List.of())
                .forEach(container -> owners.put(container.id(), DockerLeftovers.owner(container)));
    }

    /// One a name; a cluster's before somebody else's of the same name.
    Reading<List<Leftover>> all() {
        var processes = Processes.of(answers);
        return processes.asked().map(_ -> {
            var kin = kin();
            var byName = new TreeMap<String, String>();
            processes.byId().forEach((pid, name) -> {
                var owner = owner(name, kin.getOrDefault(pid, Kin.NONE));
                if (!owner.isEmpty()) {
                    byName.merge(name, owner, (a, b) -> a.equals(Leftover.FOREIGN) ? b : a);
                }
            });
            var found = new ArrayList<Leftover>();
            byName.forEach(
                    (name, owner) -> found.add(new Leftover("process:" + name, Kind.PROCESS, name, UNMEASURED, owner)));
            return List.copyOf(found);
        });
    }

    /// @return empty: nothing of a cluster's
    private String owner(String name, Kin kin) {
        var container = container(kin.group());
        if (!container.isEmpty()) {
            return NAMES.contains(name) ? container : "";
        }
        if (!kin.exe().isEmpty() || OURS.matcher(kin.group()).matches()) {
            return named(name);
        }
        if (!NAMES.contains(name)) {
            return "";
        }
        return name.equals("etcd") && answers.has("kin") ? Leftover.FOREIGN : named(name);
    }

    private static String named(String name) {
        return name.startsWith("k3s") || name.startsWith("r") ? "rancher" : "kubernetes";
    }

    private String container(String group) {
        var ids = CONTAINER.matcher(group);
        var owner = "";
        while (ids.find()) {
            owner = owners.getOrDefault(ids.group(), owner);
        }
        return owner;
    }

    /// @param exe   its program, when that lies in one of a cluster's folders
    /// @param group its control group, when that is Docker's or a cluster's
    private record Kin(String exe, String group) {
        private static final Kin NONE = new Kin("", "");
    }

    private Map<String, Kin> kin() {
        var kin = new HashMap<String, Kin>();
        for (var line : answers.lines("kin").known().orElse(List.of())) {
            var part = line.split(" ", 3);
            if (part.length == 3) {
                kin.merge(
                        part[1],
                        part[0].equals("exe") ? new Kin(part[2], "") : new Kin("", part[2]),
                        (a, b) -> new Kin(a.exe() + b.exe(), a.group() + b.group()));
            }
        }
        return kin;
    }
}
