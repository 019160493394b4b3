package dev.muster.assess.host;

import static dev.muster.assess.host.HostWords.*;
import static dev.muster.assess.host.NetworkWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Text;
import dev.muster.probe.Leftover;
import dev.muster.setup.Role;
import java.util.List;
import java.util.stream.Stream;

/// Whether an earlier cluster left things behind. They want a word; what breaks the join stops it: data of etcd on a
/// host that is to be etcd, another Kubernetes that runs or starts by itself.
final class LeftoversFound extends HostCheck {

    private static final int SHOWN = 6;

    LeftoversFound() {
        super(
                CheckId.LEFTOVERS_FOUND,
                Severity.SOFT,
                new Topic(LEFTOVERS, LEFTOVERS_WHY, LEFTOVERS_FIX),
                "",
                _ -> "DOCS-JAN admin-settings/removing-rancher/user-cluster-nodes; rancher-2.1 §5.2");
    }

    @Override
    Finding judge(Subject subject, Question question) {
        var belonging = Belonging.of(subject);
        if (belonging.isOwn()) {
            return question.notApplicable(Text.of(LEFTOVERS_OWN));
        }
        return withFact(subject.facts().leftovers(), question, all -> {
            var left = all.stream()
                    .filter(Leftover::isOfCluster)
                    .filter(one -> !isOfThisJoin(one, belonging))
                    .filter(one -> one.kind() != Leftover.Kind.IMAGE)
                    .toList();
            return left.isEmpty()
                    ? question.passed(Question.NONE, Text.of(LEFTOVERS_WANTED))
                    : failed(left, subject, question);
        });
    }

    private static Finding failed(List<Leftover> left, Subject subject, Question question) {
        var name = subject.host().name();
        var breaking = left.stream().filter(one -> breaks(one, subject)).toList();
        var names = names(breaking.isEmpty() ? left : breaking);
        return question.failed(
                breaking.isEmpty() ? Severity.SOFT : Severity.HARD,
                Question.value(names(left)),
                Text.of(LEFTOVERS_WANTED),
                breaking.isEmpty()
                        ? Text.of(LEFTOVERS_FAIL, name, left.size(), names)
                        : Text.of(LEFTOVERS_BREAK, name, names),
                "sudo docker ps -a; ls -d /etc/kubernetes /etc/cni /opt/cni /opt/rke /var/lib/etcd /var/lib/kubelet"
                        + " /var/lib/cni 2>/dev/null");
    }

    private static List<String> names(List<Leftover> some) {
        var names = some.stream().limit(SHOWN).map(Leftover::name).toList();
        return some.size() <= SHOWN
                ? names
                : Stream.concat(names.stream(), Stream.of("… +" + (some.size() - SHOWN)))
                        .toList();
    }

    private static boolean breaks(Leftover one, Subject subject) {
        return switch (one.kind()) {
            case SERVICE, PROCESS -> true;
            case PATH -> one.name().equals("/var/lib/etcd") && subject.host().has(Role.ETCD);
            case CONTAINER, VOLUME, IMAGE, MOUNT, INTERFACE, ROUTE, IPTABLES, IPSET -> false;
            case ENVIRONMENT, FIREWALL_RULE, EVENT_SOURCE, CERTIFICATE, HNS_NETWORK, UNASKED -> false;
        };
    }

    /// A join to this Rancher that was cut off leaves the agent's container and its folder; it goes on from
    /// there.
    private static boolean isOfThisJoin(Leftover one, Belonging belonging) {
        return belonging instanceof Belonging.HalfJoined(var agent)
                && (one.name().equals("/etc/kubernetes")
                        || (one.kind() == Leftover.Kind.CONTAINER && one.name().equals(agent.container())));
    }
}
