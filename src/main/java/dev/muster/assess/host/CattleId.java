package dev.muster.assess.host;

import static dev.muster.assess.host.HostWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.assess.Situation;
import dev.muster.base.HostName;
import dev.muster.base.Text;
import dev.muster.probe.Facts;
import dev.muster.setup.Os;
import java.util.List;

/// Whether the id that an agent of today's lines made once is on one host only: a machine that was cloned after its
/// join takes the other one's place in the cluster. The agent of 2.1 makes none.
final class CattleId extends HostsCheck {

    private static final int SHOWN = 8;

    CattleId() {
        super(
                CheckId.IDENTITY_CATTLE_ID,
                Severity.HARD,
                new Topic(CATTLE_ID, CATTLE_ID_WHY, CATTLE_ID_FIX),
                "",
                _ -> "SA install.sh (CATTLE_ID, /etc/rancher/agent/cattle-id); WINS install.ps1");
    }

    @Override
    boolean asks(Os os) {
        return true;
    }

    @Override
    Judge judge(Situation situation) {
        var hosts = Sharing.of(situation, Facts::cattleId);
        return (subject, question) -> withRancher(
                subject,
                question,
                rancher -> rancher.cluster().onDocker()
                        ? question.notApplicable(Text.of(CATTLE_ID_NONE_HERE))
                        : withFact(
                                subject.facts().cattleId(),
                                question,
                                id -> judge(id, hosts.by(id), subject, question)));
    }

    private static Finding judge(String id, List<HostName> hosts, Subject subject, Question question) {
        var wanted = Text.of(CATTLE_ID_WANTED);
        if (id.isEmpty()) {
            return question.passed(Text.of(CATTLE_ID_ABSENT), wanted);
        }
        var found = Question.value(id.substring(0, Math.min(SHOWN, id.length())) + "…");
        var name = subject.host().name();
        var twins = hosts.stream().filter(other -> !other.equals(name)).toList();
        return twins.isEmpty()
                ? question.passed(found, wanted)
                : question.failed(
                        Severity.HARD,
                        found,
                        wanted,
                        Text.of(CATTLE_ID_FAILS, name, twins),
                        subject.host().os() == Os.WINDOWS
                                ? "Remove-Item C:\\etc\\rancher\\wins\\cattle-id"
                                : "sudo rm /etc/rancher/agent/cattle-id");
    }
}
