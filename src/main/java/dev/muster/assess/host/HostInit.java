package dev.muster.assess.host;

import static dev.muster.assess.host.HostWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Text;

/// Whether process 1 is something that starts Docker again after a reboot. Rancher 2.1 needs no systemd: RancherOS
/// has none.
final class HostInit extends HostCheck {

    HostInit() {
        super(
                CheckId.HOST_INIT,
                Severity.HARD,
                new Topic(INIT, INIT_WHY, INIT_FIX),
                "",
                situation -> situation
                        .known()
                        .known()
                        .filter(rancher -> !rancher.cluster().onDocker())
                        .map(rancher -> rancher.cluster().source())
                        .orElse("DERIVED: the agent is a container, and Docker has to come up by itself"));
    }

    @Override
    Finding judge(Subject subject, Question question) {
        return withRancher(
                subject,
                question,
                rancher -> withFact(subject.facts().init(), question, found -> {
                    var wanted = Question.value(rancher.cluster().inits());
                    return rancher.cluster().inits().contains(found)
                            ? question.passed(Question.value(found), wanted)
                            : question.failed(
                                    Severity.HARD,
                                    Question.value(found),
                                    wanted,
                                    Text.of(INIT_FAILS, subject.host().name(), found),
                                    "ps -o pid,comm,args -p 1");
                }));
    }
}
