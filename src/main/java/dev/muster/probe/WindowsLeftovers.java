package dev.muster.probe;

import dev.muster.base.Reading;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What Rancher and Kubernetes left on a Windows host.
final class WindowsLeftovers {

    private static final String RANCHER = "rancher";
    private static final String KUBERNETES = "kubernetes";
    private static final String NETWORK = "network";
    private static final String TODAY = "rancher-wins";
    private static final Set<String> AGENTS = Set.of("rancher-agent", TODAY);
    private static final Map<String, String> SERVICES = Map.of(
            "rancher-agent", RANCHER,
            "rancher-wins", RANCHER,
            "wins", RANCHER,
            "rke2", RANCHER,
            "csiproxy", KUBERNETES,
            "kubelet", KUBERNETES,
            "kube-proxy", KUBERNETES,
            "flanneld", NETWORK);
    private static final Map<String, String> PROCESSES = Map.of(
            "wins", RANCHER,
            "rke2", RANCHER,
            "rancher-agent", RANCHER,
            "kubelet", KUBERNETES,
            "kube-proxy", KUBERNETES,
            "csi-proxy", KUBERNETES,
            "flanneld", NETWORK,
            "calico-node", NETWORK);
    private static final Set<String> NETWORKS = Set.of("cbr0", "vxlan0", "Calico", "External", "flannel.4096");

    private WindowsLeftovers() {}

    /// All of it, or unknown when one of the questions had no answer: a list that isn't whole passes for one that
    /// is.
    static Reading<List<Leftover>> all(Answers answers) {
        var parts = List.of(
                WindowsRows.all(answers, "paths", row -> path(row.text("path"))),
                named(answers, "services", Leftover.Kind.SERVICE, SERVICES),
                named(answers, "processes", Leftover.Kind.PROCESS, PROCESSES),
                WindowsRows.all(
                        answers, "environment", row -> leftover(Leftover.Kind.ENVIRONMENT, row.text("name"), RANCHER)),
                WindowsRows.all(
                        answers, "rules", row -> leftover(Leftover.Kind.FIREWALL_RULE, row.text("name"), RANCHER)),
                WindowsRows.all(
                        answers,
                        "event-sources",
                        row -> leftover(Leftover.Kind.EVENT_SOURCE, row.text("name"), RANCHER)),
                WindowsRows.all(
                        answers,
                        "authorities",
                        row -> leftover(Leftover.Kind.CERTIFICATE, row.text("thumbprint"), RANCHER)),
                networks(answers));
        var found = new TreeMap<String, Leftover>();
        for (var part : parts) {
            switch (part) {
                case Reading.Unknown<List<Leftover>>(var why) -> {
                    return Reading.unknown(why);
                }
                case Reading.Known<List<Leftover>>(var some) -> some.forEach(one -> found.put(one.id(), one));
            }
        }
        return Reading.of(List.copyOf(found.values()));
    }

    /// An agent of 2.1 is a service of its own that has its server in the machine's environment, today's is
    /// `rancher-wins`. The node was taken in when its kubelet runs.
    static Reading<Membership> membership(Answers answers) {
        var agents = named(answers, "services", AGENTS);
        var variables = WindowsRows.map(answers, "environment", "name", row -> row.text("value"));
        return switch (agents) {
            case Reading.Unknown<List<WindowsFacts.Service>>(var why) -> Reading.unknown(why);
            case Reading.Known<List<WindowsFacts.Service>>(var found)
            when found.isEmpty() -> Reading.of(new Membership.None());
            case Reading.Known<List<WindowsFacts.Service>>(var found) -> {
                var values = variables.known().orElse(Map.of());
                var name = found.getFirst().name();
                var server = name.equals(TODAY)
                        ? answers.text("wins-server").known().map(Clean::text).orElse("")
                        : values.getOrDefault("CATTLE_SERVER", "");
                yield Reading.of(new Membership.Agent(
                        server,
                        "",
                        found.stream().anyMatch(each -> each.state().equals("Running")),
                        WindowsRows.all(answers, "processes", row -> row.text("name"))
                                .known()
                                .orElse(List.of())
                                .contains("kubelet"),
                        name));
            }
        };
    }

    private static Reading<List<WindowsFacts.Service>> named(Answers answers, String key, Set<String> names) {
        return WindowsRows.all(
                        answers,
                        key,
                        row -> new WindowsFacts.Service(
                                row.text("name"), row.text("state"), row.text("start"), row.text("path")))
                .map(all ->
                        all.stream().filter(each -> names.contains(each.name())).toList());
    }

    private static Reading<List<Leftover>> named(
            Answers answers, String key, Leftover.Kind kind, Map<String, String> owners) {
        return WindowsRows.all(answers, key, row -> row.text("name"))
                .map(names -> names.stream()
                        .filter(owners::containsKey)
                        .map(name -> leftover(kind, name, owners.getOrDefault(name, "")))
                        .toList());
    }

    /// Without the feature there is no such tool, and there are no such networks.
    private static Reading<List<Leftover>> networks(Answers answers) {
        return switch (answers.answer("hns")) {
            case Answers.Answer.NotHad(var why) when why.endsWith(": command not found") -> Reading.of(List.of());
            case Answers.Answer.NotHad(var why) -> Reading.unknown(why);
            case Answers.Answer.Said _ ->
                WindowsRows.all(answers, "hns", row -> row.text("name"))
                        .map(names -> names.stream()
                                .filter(NETWORKS::contains)
                                .map(name -> leftover(Leftover.Kind.HNS_NETWORK, name, NETWORK))
                                .toList());
        };
    }

    private static Leftover path(String path) {
        var owner = Stream.of("rancher", "wins", "rke2").anyMatch(path::contains)
                ? RANCHER
                : Stream.of("cni", "flannel").anyMatch(path::contains) ? NETWORK : KUBERNETES;
        return leftover(Leftover.Kind.PATH, path, owner);
    }

    private static Leftover leftover(Leftover.Kind kind, String name, String owner) {
        var id = kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + ":" + name;
        return new Leftover(id, kind, name, Reading.unknown("not measured on Windows"), owner);
    }
}
