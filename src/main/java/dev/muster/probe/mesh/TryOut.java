package dev.muster.probe.mesh;

import dev.muster.base.HostName;
import dev.muster.base.Reading;
import dev.muster.catalog.PortNeed;
import dev.muster.probe.Listener;
import dev.muster.probe.Probed;
import dev.muster.remote.Connection;
import dev.muster.remote.LostException;
import dev.muster.script.Script;
import dev.muster.setup.Host;
import dev.muster.setup.Os;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// All that one host tries, in one script, and what its answers mean.
final class TryOut {

    private final Host source;
    private final List<PortNeed> needs;
    private final Map<HostName, Listening> listening;
    private final Map<HostName, Probed> probed;
    private final List<Attempt> attempts = new ArrayList<>();

    TryOut(
            Host source,
            List<Host> hosts,
            List<PortNeed> needs,
            Map<HostName, String> addresses,
            Map<HostName, Listening> listening,
            Map<HostName, Probed> probed) {
        this.source = source;
        this.needs = needs;
        this.listening = Map.copyOf(listening);
        this.probed = Map.copyOf(probed);
        var targets = new HashSet<HostName>();
        for (var need : needs) {
            targets.add(need.target());
            var there = of(need.target());
            if (there.isOpen(need) || (there.isTaken(need) && need.isTcp())) {
                attempts.add(new Attempt.Port(need, address(addresses, need.target()), there.isTaken(need)));
            }
        }
        for (var host : hosts) {
            if (targets.contains(host.name())) {
                attempts.add(new Attempt.Mtu(host.name(), address(addresses, host.name())));
                if (host.isServer() && source.isServer()) {
                    attempts.add(new Attempt.Ping(host.name(), address(addresses, host.name())));
                }
            }
        }
    }

    private static String address(Map<HostName, String> addresses, HostName host) {
        var address = addresses.get(host);
        if (address == null) {
            throw new IllegalStateException("no address of " + host + ", yet it takes part");
        }
        return address;
    }

    private Listening of(HostName host) {
        var there = listening.get(host);
        if (there == null) {
            throw new IllegalStateException("nobody asked " + host + " to listen");
        }
        return there;
    }

    static Duration longest(int attempts) {
        return MeshProber.longest(attempts);
    }

    TryAnswers from(Connection connection, String token) {
        var limit = longest(attempts.size());
        var windows = connection.os() == Os.WINDOWS;
        var script = Script.of(windows ? "windows/mesh-try.ps1" : "linux/mesh-try.sh")
                .with("TRIES", attempts.stream().map(Attempt::line).toList())
                .with("TOKEN", token)
                .with("SOURCE", source.name().value())
                .with("SECONDS", String.valueOf(limit.toSeconds()));
        try {
            return TryAnswers.read(
                    connection.run(script, limit.plusSeconds(windows ? 60 : 15)).out());
        } catch (LostException e) {
            return TryAnswers.none("the line to it was lost");
        }
    }

    Map<Pair, Passage> passages(TryAnswers answers) {
        var ports = new HashMap<HostName, Map<String, PortAnswer>>();
        var mtus = new HashMap<HostName, Reading<PathMtu>>();
        var pings = new HashMap<HostName, Reading<Pings>>();
        for (var need : needs) {
            ports.computeIfAbsent(need.target(), _ -> new HashMap<>()).put(need.shown(), untried(need));
        }
        for (var number = 0; number < attempts.size(); number++) {
            switch (attempts.get(number)) {
                case Attempt.Port(var need, var _, var served) ->
                    ports.computeIfAbsent(need.target(), _ -> new HashMap<>())
                            .put(need.shown(), answer(answers, number, need, served));
                case Attempt.Ping(var target, var _) -> pings.put(target, answers.pings(number));
                case Attempt.Mtu(var target, var _) -> mtus.put(target, answers.mtu(number));
            }
        }
        var passages = new HashMap<Pair, Passage>();
        ports.forEach((target, there) -> passages.put(
                new Pair(source.name(), target),
                new Passage(
                        there,
                        mtus.getOrDefault(target, Reading.unknown("not tried")),
                        pings.getOrDefault(target, Reading.unknown("not tried")))));
        return passages;
    }

    private PortAnswer untried(PortNeed need) {
        var there = of(need.target());
        return there.isTaken(need)
                ? new PortAnswer.InUse(user(need))
                : new PortAnswer.NotTried(need.target() + ": " + there.why(need));
    }

    private PortAnswer answer(TryAnswers answers, int number, PortNeed need, boolean served) {
        var arrived = !need.isTcp() && of(need.target()).hasHeard(source.name().value(), number);
        var answer = answers.port(number, arrived);
        return switch (answer) {
            case PortAnswer.Open _ when served -> new PortAnswer.Served(user(need));
            case PortAnswer.NotTried(var why) -> new PortAnswer.NotTried(source.name() + ": " + why);
            case PortAnswer.Open _, PortAnswer.Served _, PortAnswer.InUse _, PortAnswer.Closed _ -> answer;
        };
    }

    /// Who has the port, as its host said when it was asked.
    private String user(PortNeed need) {
        var there = probed.get(need.target());
        return there == null
                ? ""
                : there.facts().known().flatMap(facts -> facts.listeners().known()).stream()
                        .flatMap(List::stream)
                        .filter(listener -> listener.port() == need.port()
                                && listener.protocol().equals(need.use().protocol()))
                        .map(Listener::process)
                        .findFirst()
                        .orElse("");
    }
}
