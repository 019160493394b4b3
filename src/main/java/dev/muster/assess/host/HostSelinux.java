package dev.muster.assess.host;

import static dev.muster.assess.host.HostWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Text;
import dev.muster.probe.SelinuxMode;

/// Whether SELinux may stand between the agent and Docker's socket.
final class HostSelinux extends HostCheck {

    HostSelinux() {
        super(
                CheckId.HOST_SELINUX,
                Severity.SOFT,
                new Topic(SELINUX, SELINUX_WHY, SELINUX_FIX),
                "",
                _ -> "DERIVED: the agent mounts /var/run and /etc/kubernetes (RANCHER"
                        + " clusterregistrationtokens/formatter.go)");
    }

    @Override
    Finding judge(Subject subject, Question question) {
        return withFact(
                subject.facts().selinux(),
                question,
                mode -> mode == SelinuxMode.ENFORCING
                        ? question.failed(
                                Severity.SOFT,
                                Question.value(mode),
                                Text.of(SELINUX_WANTED),
                                Text.of(SELINUX_FAILS, subject.host().name()),
                                "sudo yum install -y container-selinux && rpm -q container-selinux")
                        : question.passed(Question.value(mode), Text.of(SELINUX_WANTED)));
    }
}
