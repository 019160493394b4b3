package dev.muster.assess.host;

import static dev.muster.assess.host.NetworkWords.*;

import dev.muster.assess.Situation;
import dev.muster.assess.State;
import dev.muster.base.HostName;
import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.catalog.PortNeed;
import dev.muster.catalog.Thresholds;
import dev.muster.probe.Probed;
import dev.muster.probe.mesh.Mesh;
import dev.muster.probe.mesh.Passage;
import dev.muster.probe.mesh.PathMtu;
import dev.muster.probe.mesh.Pings;
import dev.muster.probe.mesh.PortAnswer;
import dev.muster.setup.Host;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The network between the hosts at one glance: who gets through to whom. Says the same as the checks, by pairs.
///
/// @param hosts in the order of the setup
/// @param cells the failing ones first, then what isn't known, then the rest; hosts that need nothing of each other
///     have none
/// @param spared pairs of workers that don't try each other, since the cluster is large
public record MeshMatrix(List<HostName> hosts, List<MeshCell> cells, int spared) {

    public MeshMatrix {
        hosts = List.copyOf(hosts);
        cells = List.copyOf(cells);
    }

    /// Empty before the network was tried.
    public static MeshMatrix of(Situation situation) {
        var hosts = situation.setup().hosts();
        var names = hosts.stream().map(Host::name).toList();
        var places = new HashMap<HostName, Integer>();
        names.forEach(name -> places.put(name, places.size()));
        return switch (situation.mesh()) {
            case Reading.Unknown<Mesh> _ -> new MeshMatrix(names, List.of(), 0);
            case Reading.Known<Mesh>(var mesh) ->
                new MeshMatrix(
                        names,
                        hosts.stream()
                                .flatMap(target -> cells(target, mesh, situation).stream())
                                .sorted(Comparator.comparingInt(MeshMatrix::rank)
                                        .thenComparing(cell -> places.get(cell.source()))
                                        .thenComparing(cell -> places.get(cell.target())))
                                .toList(),
                        hosts.stream()
                                .mapToInt(target -> situation
                                        .catalog()
                                        .ports()
                                        .spared(target, hosts, situation.setup().cluster()))
                                .sum());
        };
    }

    public Optional<MeshCell> cell(HostName source, HostName target) {
        return cells.stream()
                .filter(cell -> cell.source().equals(source) && cell.target().equals(target))
                .findFirst();
    }

    public long count(State state) {
        return cells.stream().filter(cell -> cell.state() == state).count();
    }

    private static int rank(MeshCell cell) {
        return List.of(State.FAILED, State.UNKNOWN, State.PENDING).indexOf(cell.state()) & Integer.MAX_VALUE;
    }

    private static List<MeshCell> cells(Host target, Mesh mesh, Situation situation) {
        Map<HostName, List<PortNeed>> needs =
                situation
                        .catalog()
                        .ports()
                        .needs(
                                target,
                                situation.setup().hosts(),
                                situation.setup().cluster())
                        .stream()
                        .collect(Collectors.groupingBy(PortNeed::source, LinkedHashMap::new, Collectors.toList()));
        var cells = new ArrayList<MeshCell>();
        needs.forEach((source, ports) -> cells.add(mesh.passage(source, target.name())
                .map(passage -> cell(
                        source,
                        target.name(),
                        ports,
                        passage,
                        situation.catalog().limits()))
                .orElseGet(() -> untried(source, target.name(), situation))));
        return cells;
    }

    private static MeshCell untried(HostName source, HostName target, Situation situation) {
        return List.of(source, target).stream()
                .filter(host -> situation.probed(host).filter(Probed::reached).isEmpty())
                .findFirst()
                .map(host -> new MeshCell(source, target, State.UNKNOWN, List.of(Text.of(TRIED_UNREACHED, host))))
                .orElseGet(() -> new MeshCell(source, target, State.PENDING, List.of(Text.of(TRIED_YET))));
    }

    private static MeshCell cell(
            HostName source, HostName target, List<PortNeed> needs, Passage passage, Thresholds limits) {
        var wrong = new ArrayList<Text>();
        var unknown = new ArrayList<Text>();
        for (var need : needs) {
            switch (passage.ports().getOrDefault(need.shown(), new PortAnswer.NotTried("not tried"))) {
                case PortAnswer.Open _, PortAnswer.Served _, PortAnswer.InUse _ -> {
                    // it is got through to, or the network's own
                }
                case PortAnswer.Closed(var how) ->
                    wrong.add(Text.of(
                            PAIR_PORT, need.shown(), need.use().purpose().text(), Text.of(PortsOpen.words(how))));
                case PortAnswer.NotTried(var why) -> unknown.add(Question.value(need.shown() + ": " + why));
            }
        }
        passage.mtu().known().flatMap(MeshMatrix::trouble).ifPresent(wrong::add);
        passage.pings().known().ifPresent(pings -> troubles(pings, limits, wrong));
        var state = !wrong.isEmpty() ? State.FAILED : unknown.isEmpty() ? State.PASSED : State.UNKNOWN;
        wrong.addAll(unknown);
        return new MeshCell(source, target, state, wrong);
    }

    private static Optional<Text> trouble(PathMtu mtu) {
        return mtu.isKnown() && mtu.largest() < mtu.wanted()
                ? Optional.of(Text.of(PAIR_MTU, String.valueOf(mtu.largest())))
                : Optional.empty();
    }

    private static void troubles(Pings pings, Thresholds limits, List<Text> wrong) {
        if (pings.came() == 0) {
            return;
        }
        if (pings.lost() * 100 > pings.sent() * limits.loss().value()) {
            wrong.add(Text.of(PAIR_LOSS, pings.lost(), pings.sent()));
        }
        if (pings.median().compareTo(limits.latency().duration()) > 0) {
            wrong.add(Text.of(PAIR_LATENCY, NetworkLatency.shown(pings.median())));
        }
    }
}
