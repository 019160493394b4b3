package dev.muster.assess.host;

import static dev.muster.assess.host.HostWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Text;

/// Whether the host is a node of this Rancher already; only said, since the join then has nothing to do.
final class JoinedHere extends HostCheck {

    static final String SOURCE = "RANCHER package/run.sh (serverca), pkg/agent/main.go";

    JoinedHere() {
        super(CheckId.LEFTOVERS_JOINED_HERE, Severity.INFO, new Topic(HERE, HERE_WHY, HERE_FIX), "", _ -> SOURCE);
    }

    @Override
    Finding judge(Subject subject, Question question) {
        var name = subject.host().name();
        var wanted = Text.of(HERE_WANTED);
        return switch (Belonging.of(subject)) {
            case Belonging.Nobodys _ -> question.passed(Text.of(NO_AGENT), wanted);
            case Belonging.Here(var agent) -> said(question, agent.container(), Text.of(HERE_JOINED, name));
            case Belonging.Joining(var agent) -> said(question, agent.container(), Text.of(HERE_JOINING, name));
            case Belonging.HalfJoined(var agent) -> said(question, agent.container(), Text.of(HERE_HALF, name));
            case Belonging.Elsewhere _ -> question.notApplicable(Text.of(ELSEWHERE_SAYS_SO));
            case Belonging.Unclear(var why) -> question.unknown(why, wanted);
        };
    }

    private static Finding said(Question question, String container, Text what) {
        var found =
                container.isEmpty() ? Question.value("/etc/kubernetes/ssl/certs/serverca") : Question.value(container);
        return question.failed(Severity.INFO, found, Text.of(HERE_WANTED), what, "");
    }
}
