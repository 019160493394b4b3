package dev.muster.assess.host;

import static dev.muster.assess.host.HostWords.*;
import static dev.muster.assess.host.NetworkWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Text;
import dev.muster.catalog.PortUse;
import dev.muster.probe.Listener;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether nobody listens on what the host's roles need. What listens there because the host is a node of this
/// Rancher already doesn't count.
final class PortsFree extends HostCheck {

    PortsFree() {
        super(
                CheckId.PORTS_FREE,
                Severity.HARD,
                new Topic(PORTS, PORTS_WHY, PORTS_FIX),
                "roles",
                situation -> situation.catalog().ports().ports().stream()
                        .map(PortUse::source)
                        .distinct()
                        .collect(Collectors.joining("; ")));
    }

    private record Taken(PortUse port, Listener by) {

        Text text() {
            return by.process().isBlank()
                    ? Text.of(PORT_TAKEN, port.shown(), port.purpose().text())
                    : Text.of(PORT_TAKEN_BY, port.shown(), port.purpose().text(), by.process());
        }
    }

    @Override
    Finding judge(Subject subject, Question question) {
        return withRancher(
                subject,
                question,
                _ -> withFact(subject.facts().listeners(), question, listeners -> judge(listeners, subject, question)));
    }

    private static Finding judge(List<Listener> listeners, Subject subject, Question question) {
        var ports = subject.catalog().ports();
        var own = Belonging.of(subject).isOwn();
        var needed = ports.toBeFree(subject.host().roles(), subject.cluster());
        var taken = new ArrayList<Taken>();
        for (var port : needed) {
            listeners.stream()
                    .filter(listener -> listener.protocol().equals(port.protocol()) && isIn(listener.port(), port))
                    .filter(listener -> !(own && isNodes(listener, ports.nodeProcesses())))
                    .findFirst()
                    .ifPresent(listener -> taken.add(new Taken(port, listener)));
        }
        var wanted = Text.of(PORTS_WANTED, needed.stream().map(PortUse::shown).toList());
        if (taken.isEmpty()) {
            return question.passed(Text.of(own ? PORTS_OWN : PORTS_ALL_FREE), wanted);
        }
        return question.failed(
                Severity.HARD,
                Text.of(LIST, taken.stream().map(Taken::text).toList()),
                wanted,
                Text.of(
                        PORTS_FAIL,
                        subject.host().name(),
                        taken.stream().map(one -> one.port().shown()).toList()),
                "sudo ss -ltnup '"
                        + taken.stream()
                                .map(one -> "sport = :" + one.by().port())
                                .distinct()
                                .collect(Collectors.joining(" or "))
                        + "'");
    }

    private static boolean isIn(int port, PortUse use) {
        return use.from() <= port && port <= use.to();
    }

    /// A listener whose process can't be seen counts as the node's: it is one already.
    private static boolean isNodes(Listener listener, Set<String> nodeProcesses) {
        var name = listener.process().replaceFirst(" \\(\\d+\\)$", "");
        return name.isBlank() || nodeProcesses.contains(name);
    }
}
