package dev.muster.practice;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What an earlier cluster left on a practice host, and what of somebody else's lies beside it. Things go as
/// `clean.sh` takes them. Safe for many threads.
final class Clutter {

    /// What `clean.sh` takes, in its order.
    static final List<String> KINDS = List.of(
            "SERVICES",
            "CONTAINERS",
            "VOLUMES",
            "IMAGES",
            "PROCESSES",
            "MOUNTS",
            "PATHS",
            "INTERFACES",
            "IPSETS",
            "CHAINS");

    private final Map<String, Set<String>> things = new LinkedHashMap<>();

    private Clutter() {}

    static Clutter of(Personality host) {
        var clutter = new Clutter();
        if (host.dirty()) {
            clutter.put(
                    "PATHS",
                    "/etc/cni",
                    "/opt/cni",
                    "/opt/rke/etcd-snapshots",
                    "/var/lib/calico",
                    "/var/lib/cni",
                    "/var/log/pods",
                    "/root/.kube/config");
            clutter.put("MOUNTS", "/var/lib/kubelet/pods/7f2c/volumes/kubernetes.io~secret/token");
            clutter.put("INTERFACES", "cali4f0b2c1d9ae", "flannel.1");
            clutter.put("IPSETS", "cali40all-ipam-pools", "cali40masq-ipam-pools");
            clutter.put("CHAINS", "KUBE-FIREWALL", "KUBE-SERVICES", "KUBE-FORWARD", "cali-INPUT", "cali-FORWARD");
        }
        return clutter;
    }

    private void put(String kind, String... names) {
        things.put(kind, new LinkedHashSet<>(List.of(names)));
    }

    synchronized List<String> all(String kind) {
        return List.copyOf(things.getOrDefault(kind, Set.of()));
    }

    /// Each with a line break.
    String lines(String kind) {
        return all(kind).stream().map(name -> name + "\n").collect(Collectors.joining());
    }

    /// @return whether it was there
    synchronized boolean take(String kind, String name) {
        return things.getOrDefault(kind, Set.of()).remove(name);
    }

    /// Chains that begin so.
    ///
    /// @return how many
    synchronized int takeChains(String family) {
        var chains = things.getOrDefault("CHAINS", Set.of());
        var before = chains.size();
        chains.removeIf(chain -> chain.startsWith(family));
        return before - chains.size();
    }
}
