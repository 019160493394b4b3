package dev.muster.run;

import dev.muster.plan.Proof;
import dev.muster.probe.Leftover;
import dev.muster.probe.Leftover.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What a second look at a host shows against what a cleaning was to do.
///
/// @param gone    was to go and has
/// @param stayed  was to stay and is there
/// @param left    was to go and is there
/// @param fresh   a cluster's, and wasn't there before the cleaning: something has started it again
/// @param missing was to stay and is gone
/// @param unasked why something couldn't be looked at
record Difference(
        List<String> gone,
        List<String> stayed,
        List<String> left,
        List<String> fresh,
        List<String> missing,
        List<String> unasked) {

    /// What comes again by itself while something of the cluster's runs.
    private static final Set<Kind> REVIVED =
            EnumSet.of(Kind.CONTAINER, Kind.PROCESS, Kind.SERVICE, Kind.MOUNT, Kind.INTERFACE);

    /// What goes by somebody's hand only; the others may end by themselves, which is nobody's fault.
    private static final Set<String> LASTING = Set.of("container", "volume", "image", "path", "service");

    static Difference of(Proof proof, List<Leftover> found) {
        var there = found.stream().map(Leftover::id).collect(Collectors.toCollection(LinkedHashSet::new));
        return new Difference(
                proof.gone().stream().filter(id -> !there.contains(id)).toList(),
                proof.stays().stream().filter(there::contains).toList(),
                proof.gone().stream().filter(there::contains).toList(),
                found.stream()
                        .filter(one -> REVIVED.contains(one.kind()) && one.isOfCluster())
                        .map(Leftover::id)
                        .filter(id ->
                                !proof.gone().contains(id) && !proof.stays().contains(id))
                        .toList(),
                proof.stays().stream()
                        .filter(id -> LASTING.contains(id.substring(0, id.indexOf(':'))))
                        .filter(id -> !there.contains(id))
                        .toList(),
                found.stream()
                        .filter(one -> one.kind() == Kind.UNASKED)
                        .map(Leftover::name)
                        .toList());
    }

    boolean isClean() {
        return left.isEmpty() && fresh.isEmpty() && missing.isEmpty() && unasked.isEmpty();
    }

    /// One line an item, and the sum.
    String lines() {
        var lines = new ArrayList<String>();
        gone.forEach(id -> lines.add("gone: " + id));
        stayed.forEach(id -> lines.add("stayed: " + id));
        left.forEach(id -> lines.add("left: " + id));
        fresh.forEach(id -> lines.add("left: " + id + ", which came while the host was cleaned"));
        missing.forEach(id -> lines.add("missing: " + id + ", which was to stay"));
        unasked.forEach(why -> lines.add("not looked at: " + why));
        lines.add((isClean() ? "clean: " : "not clean: ") + gone.size() + " of " + (gone.size() + left.size())
                + " things are gone, " + stayed.size() + " stayed");
        return String.join("\n", lines);
    }
}
