package dev.muster;

import dev.muster.base.HostName;
import dev.muster.base.Reading;
import dev.muster.catalog.Catalog;
import dev.muster.catalog.PortNeed;
import dev.muster.probe.mesh.Mesh;
import dev.muster.probe.mesh.Pair;
import dev.muster.probe.mesh.Passage;
import dev.muster.probe.mesh.PathMtu;
import dev.muster.probe.mesh.Pings;
import dev.muster.probe.mesh.PortAnswer;
import dev.muster.setup.Setup;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// A network in which every host gets through to every other, of which a test breaks one thing.
public final class HealthyMesh {

    private final Map<Pair, Map<String, PortAnswer>> ports = new HashMap<>();
    private final Map<Pair, Reading<PathMtu>> mtus = new HashMap<>();
    private final Map<Pair, Reading<Pings>> pings = new HashMap<>();

    public HealthyMesh(Setup setup) {
        for (var target : setup.hosts()) {
            for (var need : Catalog.shipped().ports().needs(target, setup.hosts(), setup.cluster())) {
                answer(need, new PortAnswer.Open(Duration.ofMillis(1)));
            }
        }
    }

    private void answer(PortNeed need, PortAnswer answer) {
        var pair = new Pair(need.source(), need.target());
        ports.computeIfAbsent(pair, _ -> new HashMap<>()).put(need.shown(), answer);
        mtus.putIfAbsent(pair, Reading.of(new PathMtu(1500, 1500, false)));
        pings.putIfAbsent(pair, Reading.of(new Pings(20, 20, Duration.ofNanos(240_000))));
    }

    private static Pair pair(String source, String target) {
        return new Pair(new HostName(source), new HostName(target));
    }

    public HealthyMesh port(String source, String target, String port, PortAnswer answer) {
        ports.getOrDefault(pair(source, target), Map.of()).replace(port, answer);
        return this;
    }

    public HealthyMesh without(String source, String target, String port) {
        ports.getOrDefault(pair(source, target), Map.of()).remove(port);
        return this;
    }

    public HealthyMesh mtu(String source, String target, Reading<PathMtu> mtu) {
        mtus.put(pair(source, target), mtu);
        return this;
    }

    public HealthyMesh pings(String source, String target, Reading<Pings> sent) {
        pings.put(pair(source, target), sent);
        return this;
    }

    public Mesh mesh() {
        var passages = new HashMap<Pair, Passage>();
        ports.forEach((pair, answers) -> passages.put(
                pair,
                new Passage(
                        answers,
                        mtus.getOrDefault(pair, Reading.unknown("-")),
                        pings.getOrDefault(pair, Reading.unknown("-")))));
        return new Mesh(Map.of(), passages, Given.NOW);
    }
}
