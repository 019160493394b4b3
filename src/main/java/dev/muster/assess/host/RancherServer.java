package dev.muster.assess.host;

import static dev.muster.assess.host.HostWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.probe.Docker;

/// Whether the host runs Rancher itself: its ports 80 and 443, and its data, are in a node's way.
final class RancherServer extends HostCheck {

    RancherServer() {
        super(
                CheckId.LEFTOVERS_RANCHER_SERVER,
                Severity.HARD,
                new Topic(RANCHER, RANCHER_WHY, RANCHER_FIX),
                "",
                _ -> "DOCS-JAN installation/requirements, admin-settings/removing-rancher");
    }

    @Override
    Finding judge(Subject subject, Question question) {
        var wanted = Text.of(RANCHER_WANTED);
        if (subject.facts().docker() instanceof Reading.Known<Docker>(Docker.Absent _)) {
            return question.passed(Text.of(PRESENT_NONE), wanted);
        }
        return withFact(
                subject.facts().rancherServers(),
                question,
                servers -> servers.isEmpty()
                        ? question.passed(Question.NONE, wanted)
                        : question.failed(
                                Severity.HARD,
                                Question.value(servers),
                                wanted,
                                Text.of(RANCHER_FAILS, subject.host().name(), servers),
                                "sudo docker ps --filter ancestor=rancher/rancher"));
    }
}
