package dev.muster.assess.host;

import static dev.muster.assess.host.HostWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Text;
import dev.muster.probe.Membership;
import dev.muster.setup.Os;

/// Whether the host is another Rancher's node: joining it here would break it there.
final class JoinedElsewhere extends HostCheck {

    JoinedElsewhere() {
        super(
                CheckId.LEFTOVERS_JOINED_ELSEWHERE,
                Severity.HARD,
                new Topic(ELSEWHERE, ELSEWHERE_WHY, ELSEWHERE_FIX),
                "",
                _ -> JoinedHere.SOURCE);
    }

    @Override
    Finding judge(Subject subject, Question question) {
        var wanted = Text.of(ELSEWHERE_WANTED);
        return switch (Belonging.of(subject)) {
            case Belonging.Nobodys _ -> question.passed(Text.of(NO_AGENT), wanted);
            case Belonging.Here _, Belonging.Joining _, Belonging.HalfJoined _ ->
                question.passed(Text.of(ELSEWHERE_NOT), wanted);
            case Belonging.Elsewhere(var agent) -> failed(agent, subject, question);
            case Belonging.Unclear(var why) -> question.unknown(why, wanted);
        };
    }

    private static Finding failed(Membership.Agent agent, Subject subject, Question question) {
        var name = subject.host().name();
        var found = agent.server().isEmpty()
                ? Text.of(ELSEWHERE_CA, agent.caChecksum())
                : Text.of(ELSEWHERE_SERVER, agent.server(), agent.caChecksum().isEmpty() ? "-" : agent.caChecksum());
        var what = agent.server().isEmpty()
                ? Text.of(ELSEWHERE_FAILS_CA, name)
                : Text.of(ELSEWHERE_FAILS, name, agent.server());
        return question.failed(
                Severity.HARD,
                found,
                Text.of(ELSEWHERE_WANTED),
                what,
                subject.host().os() == Os.WINDOWS
                        ? "Get-Service rancher-agent, rancher-wins -ErrorAction SilentlyContinue"
                        : "sudo docker ps -a --filter label=io.cattle.agent=true");
    }
}
