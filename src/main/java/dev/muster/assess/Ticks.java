package dev.muster.assess;

import dev.muster.probe.Facts;
import dev.muster.probe.Leftover;
import dev.muster.probe.Leftover.Kind;
import dev.muster.probe.Probed;
import dev.muster.setup.CleanSettings;
import dev.muster.setup.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What of a host's leftovers a cleaning takes, and what stays. What isn't a cluster's, snapshots, data and images
/// stay unless the setup names them.
///
/// @param taken  in the order of the scan
/// @param stays  all else that the scan found
/// @param spared paths below taken ones that are no items themselves and that the setup excepts
public record Ticks(List<Leftover> taken, List<Leftover> stays, List<String> spared) {

    private static final String PATH = "path:";

    public Ticks {
        taken = List.copyOf(taken);
        stays = List.copyOf(stays);
        spared = List.copyOf(spared);
    }

    /// Of a host that said nothing, nothing.
    public static Ticks of(Situation situation, Host host) {
        return situation
                .probed(host.name())
                .map(Probed::facts)
                .flatMap(facts -> facts.known())
                .map(facts -> of(situation.setup().clean(), host, facts))
                .orElseGet(() -> new Ticks(List.of(), List.of(), List.of()));
    }

    static Ticks of(CleanSettings wanted, Host host, Facts facts) {
        var taken = new ArrayList<Leftover>();
        var stays = new ArrayList<Leftover>();
        var way = way(host, facts);
        for (var one : facts.leftovers().known().orElse(List.of())) {
            var takes = takes(wanted, one) && !(one.kind() == Kind.INTERFACE && way.contains(one.name()));
            (takes ? taken : stays).add(one);
        }
        // a route is gone when its interface is, and stays with it
        var without = taken.stream()
                .filter(one -> one.kind() == Kind.ROUTE)
                .filter(route -> taken.stream().noneMatch(one -> isWay(one, route)))
                .toList();
        taken.removeAll(without);
        stays.addAll(without);
        var spared = wanted.except().stream()
                .filter(id -> id.startsWith(PATH))
                .map(id -> id.substring(PATH.length()))
                .filter(path -> taken.stream().anyMatch(one -> isBelow(path, one)))
                .toList();
        return new Ticks(taken, stays, spared);
    }

    private static boolean takes(CleanSettings wanted, Leftover one) {
        if (one.kind() == Kind.UNASKED || wanted.except().contains(one.id())) {
            return false;
        }
        if (wanted.also().contains(one.id())) {
            return true;
        }
        return switch (one.owner()) {
            case Leftover.FOREIGN -> false;
            case "snapshot" -> wanted.snapshots();
            case "data" -> wanted.volumes();
            default -> one.kind() != Kind.IMAGE || wanted.images();
        };
    }

    /// The interface over which Muster came.
    private static List<String> way(Host host, Facts facts) {
        return facts.addresses().known().orElse(List.of()).stream()
                .filter(own -> own.address().equals(host.address()))
                .map(own -> own.device())
                .toList();
    }

    private static boolean isWay(Leftover one, Leftover route) {
        return one.kind() == Kind.INTERFACE && route.name().endsWith(" " + one.name());
    }

    private static boolean isBelow(String path, Leftover one) {
        return one.kind() == Kind.PATH && path.startsWith(one.name() + "/");
    }

    /// Paths below taken ones that stay.
    public List<String> kept() {
        return Stream.concat(
                        stays.stream().filter(one -> one.kind() == Kind.PATH).map(Leftover::name), spared.stream())
                .filter(path -> taken.stream().anyMatch(one -> isBelow(path, one)))
                .distinct()
                .toList();
    }

    /// What is to be gone altogether: of a path below which something is spared, that stays.
    public List<Leftover> gone() {
        return taken.stream()
                .filter(one -> spared.stream().noneMatch(path -> isBelow(path, one)))
                .toList();
    }

    public List<Leftover> taken(Kind kind) {
        return taken.stream().filter(one -> one.kind() == kind).toList();
    }

    /// Whether an item of the setup's list is on this host, or would be spared on it.
    boolean knows(String id) {
        return Stream.concat(taken.stream(), stays.stream())
                        .anyMatch(one -> one.id().equals(id))
                || spared.stream().anyMatch(path -> id.equals(PATH + path));
    }

    /// Items of `also` and `except` that no host has.
    public static List<String> unknown(Situation situation) {
        var all = situation.setup().hosts().stream()
                .map(host -> of(situation, host))
                .toList();
        var wanted = situation.setup().clean();
        return Stream.concat(wanted.also().stream(), wanted.except().stream())
                .filter(id -> all.stream().noneMatch(ticks -> ticks.knows(id)))
                .toList();
    }
}
