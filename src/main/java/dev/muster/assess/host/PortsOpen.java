package dev.muster.assess.host;

import static dev.muster.assess.host.HostWords.*;
import static dev.muster.assess.host.NetworkWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.assess.Situation;
import dev.muster.base.HostName;
import dev.muster.base.Key;
import dev.muster.base.Text;
import dev.muster.catalog.PortNeed;
import dev.muster.catalog.PortUse;
import dev.muster.probe.Firewall;
import dev.muster.probe.Probed;
import dev.muster.probe.mesh.Mesh;
import dev.muster.probe.mesh.PortAnswer;
import dev.muster.probe.mesh.PortAnswer.How;
import dev.muster.setup.Os;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether the other hosts get through to the ports that they need of this one, as they tried it. Whoever had the
/// port already and took the call is as good as our own listener: whether it is the right one, `ports.free` says.
///
/// What couldn't be tried is soft, though what fails is hard: a host without the tools for it may be a healthy one.
final class PortsOpen extends HostsCheck {

    private final boolean tcp;

    private PortsOpen(CheckId id, Topic topic, boolean tcp) {
        super(
                id,
                Severity.HARD,
                topic,
                "roles",
                situation -> situation.catalog().ports().ports().stream()
                        .filter(PortUse::fromOutside)
                        .map(PortUse::source)
                        .distinct()
                        .collect(Collectors.joining("; ")));
        this.tcp = tcp;
    }

    static PortsOpen tcp() {
        return new PortsOpen(CheckId.PORTS_OPEN, new Topic(PORTS_OPEN, PORTS_OPEN_WHY, PORTS_OPEN_FIX), true);
    }

    static PortsOpen udp() {
        return new PortsOpen(CheckId.PORTS_UDP, new Topic(PORTS_UDP, PORTS_UDP_WHY, PORTS_UDP_FIX), false);
    }

    @Override
    boolean asks(Os os) {
        return true;
    }

    @Override
    Judge judge(Situation situation) {
        return (subject, question) ->
                Passages.withMesh(subject, question, mesh -> new Judgement(mesh, subject, question).finding());
    }

    /// A port that is closed in some way, and from where.
    private record Shut(PortNeed need, How how) {

        /// The same port, shut in the same way.
        String key() {
            return need.shown() + how;
        }
    }

    private final class Judgement {
        private final Subject subject;
        private final Question question;
        private final Mesh mesh;
        private final Set<HostName> sources = new LinkedHashSet<>();
        private final Set<HostName> absent = new LinkedHashSet<>();
        private final Set<String> open = new LinkedHashSet<>();
        private final Map<String, Shut> shut = new LinkedHashMap<>();
        private final Map<String, List<Object>> shutFrom = new LinkedHashMap<>();
        private final List<Text> unknown = new ArrayList<>();
        private boolean missing;

        Judgement(Mesh mesh, Subject subject, Question question) {
            this.mesh = mesh;
            this.subject = subject;
            this.question = question;
        }

        Finding finding() {
            var needs = subject
                    .catalog()
                    .ports()
                    .needs(subject.host(), subject.situation().setup().hosts(), subject.cluster())
                    .stream()
                    .filter(need -> need.isTcp() == tcp)
                    .toList();
            if (needs.isEmpty()) {
                return question.notApplicable(Text.of(TRIED_NOBODY));
            }
            needs.forEach(this::take);
            var wanted = Text.of(
                    PORTS_OPEN_WANTED,
                    needs.stream().map(PortNeed::shown).distinct().toList());
            if (!shut.isEmpty()) {
                return failed(wanted);
            }
            if (missing) {
                return Passages.notYet(subject, question);
            }
            var soft = question.as(Severity.SOFT);
            if (!unknown.isEmpty()) {
                return soft.unknown(Text.of(LIST, Passages.some(unknown)), wanted, Text.of(UNKNOWN_FIX));
            }
            if (sources.isEmpty()) {
                return soft.unknown(Text.of(TRIED_NONE), wanted, Text.of(UNREACHED_FIX));
            }
            var found = Text.of(PORTS_OPEN_ALL, List.copyOf(open), Passages.some(sources));
            var all = absent.isEmpty() ? found : Text.of(TRIED_ABSENT, found, Passages.some(absent));
            var spared = subject.catalog()
                    .ports()
                    .spared(subject.host(), subject.situation().setup().hosts(), subject.cluster());
            return question.passed(spared == 0 ? all : Text.of(TRIED_SPARED, all, spared), wanted);
        }

        private void take(PortNeed need) {
            if (!subject.situation().probed(need.source()).map(Probed::reached).orElse(false)) {
                absent.add(need.source());
                return;
            }
            sources.add(need.source());
            mesh.answer(need).ifPresentOrElse(answer -> take(need, answer), () -> missing = true);
        }

        private void take(PortNeed need, PortAnswer answer) {
            switch (answer) {
                case PortAnswer.Open _, PortAnswer.Served _ -> open.add(need.shown());
                case PortAnswer.InUse(var by) -> {
                    if (isNodes(by)) {
                        open.add(need.shown());
                    } else {
                        unknown.add(Text.of(PORTS_OPEN_USED, need.shown(), by));
                    }
                }
                case PortAnswer.NotTried(var why) -> {
                    var said = Question.value(need.shown() + ": " + why);
                    if (!unknown.contains(said)) {
                        unknown.add(said);
                    }
                }
                case PortAnswer.Closed(var how) -> {
                    var one = new Shut(need, how);
                    shut.putIfAbsent(one.key(), one);
                    shutFrom.computeIfAbsent(one.key(), _ -> new ArrayList<>()).add(need.source());
                }
            }
        }

        /// The kernel's own, which no process has, is a network's.
        private boolean isNodes(String by) {
            var name = by.replaceFirst(" \\(\\d+\\)$", "");
            return name.isBlank() || subject.catalog().ports().nodeProcesses().contains(name);
        }

        private Finding failed(Text wanted) {
            var lines = shut.entrySet().stream()
                    .map(entry -> Text.of(
                            PORTS_OPEN_CLOSED,
                            entry.getValue().need().shown(),
                            entry.getValue().need().use().purpose().text(),
                            Text.of(words(entry.getValue().how())),
                            shutFrom.getOrDefault(entry.getKey(), List.of())))
                    .toList();
            var ports = shut.values().stream()
                    .map(one -> one.need().shown())
                    .distinct()
                    .toList();
            return question.failed(
                    Severity.HARD,
                    Text.of(LIST, Passages.some(lines)),
                    wanted,
                    Text.of(PORTS_OPEN_FAIL, subject.host().name(), ports),
                    command());
        }

        /// What opens them in the host's own firewall, where it has one.
        private String command() {
            var uses = shut.values().stream()
                    .map(one -> one.need().use())
                    .distinct()
                    .toList();
            if (subject.host().os() == Os.WINDOWS) {
                return uses.stream().map(PortsOpen::rule).collect(Collectors.joining("\n"));
            }
            return subject.facts()
                    .firewall()
                    .known()
                    .filter(Firewall::active)
                    .map(firewall -> HostFirewall.command(firewall.tool(), uses))
                    .orElse("");
        }
    }

    private static String rule(PortUse use) {
        var ports = use.from() == use.to() ? String.valueOf(use.from()) : use.from() + "-" + use.to();
        return "New-NetFirewallRule -DisplayName 'Kubernetes " + use.shown() + "' -Direction Inbound -Action Allow"
                + " -Protocol " + (use.protocol().equals("tcp") ? "TCP" : "UDP") + " -LocalPort " + ports;
    }

    static Key words(How how) {
        return switch (how) {
            case SILENT -> HOW_SILENT;
            case ONE_WAY -> HOW_ONE_WAY;
            case REFUSED -> HOW_REFUSED;
            case UNREACHABLE -> HOW_UNREACHABLE;
            case PROHIBITED -> HOW_PROHIBITED;
            case MUTE -> HOW_MUTE;
            case STRANGER -> HOW_STRANGER;
        };
    }
}
