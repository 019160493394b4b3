package dev.muster.assess.host;

import static dev.muster.assess.host.CleanWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Text;
import dev.muster.probe.Leftover;
import dev.muster.probe.Membership;
import java.util.Set;

/// Whether the host is a node that works now: Rancher is to take it out first.
final class CleanMember extends HostCheck {

    private static final Set<String> KUBERNETES =
            Set.of("kubelet", "kube-apiserver", "k3s-server", "k3s-agent", "rke2");

    CleanMember() {
        super(
                CheckId.CLEAN_CLUSTER_MEMBER,
                Severity.SOFT,
                new Topic(MEMBER, MEMBER_WHY, MEMBER_FIX),
                "",
                _ -> "rancher-2.1 §5.1; rancher-today §5");
    }

    @Override
    Finding judge(Subject subject, Question question) {
        return withFact(subject.facts().membership(), question, member -> switch (member) {
            case Membership.Agent agent when agent.running() || agent.complete() -> failed(agent, subject, question);
            case Membership.Agent _, Membership.None _ -> withoutAgent(subject, question);
        });
    }

    /// A node that Rancher lost, or one of a cluster that it never had.
    private static Finding withoutAgent(Subject subject, Question question) {
        return withFact(subject.facts().leftovers(), question, all -> {
            var running = all.stream()
                    .filter(one -> one.kind() == Leftover.Kind.PROCESS && one.isOfCluster())
                    .map(Leftover::name)
                    .filter(KUBERNETES::contains)
                    .toList();
            return running.isEmpty()
                    ? question.passed(Text.of(MEMBER_NONE), Text.of(MEMBER_WANTED))
                    : question.failed(
                            Severity.SOFT,
                            Question.value(running),
                            Text.of(MEMBER_WANTED),
                            Text.of(MEMBER_RUNS, subject.host().name(), running),
                            "");
        });
    }

    private static Finding failed(Membership.Agent agent, Subject subject, Question question) {
        var server = agent.server().isEmpty() ? Text.of(MEMBER_UNNAMED) : Question.value(agent.server());
        return question.failed(
                Severity.SOFT,
                Text.of(MEMBER_FOUND, server),
                Text.of(MEMBER_WANTED),
                Text.of(MEMBER_FAILS, subject.host().name(), server),
                "");
    }
}
