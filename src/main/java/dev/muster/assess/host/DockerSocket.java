package dev.muster.assess.host;

import static dev.muster.assess.host.HostWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Text;
import dev.muster.probe.Docker;

/// Whether the engine answers where the agent looks for it: `/var/run/docker.sock`.
final class DockerSocket extends HostCheck {

    private static final String PATH = "/var/run/docker.sock";

    DockerSocket() {
        super(
                CheckId.DOCKER_SOCKET,
                Severity.HARD,
                new Topic(SOCKET, SOCKET_WHY, SOCKET_FIX),
                "",
                _ -> "RANCHER package/run.sh (a writable socket at /var/run/docker.sock)");
    }

    @Override
    Finding judge(Subject subject, Question question) {
        return withDocker(subject, question, docker -> judge(docker, subject, question));
    }

    private static Finding judge(Docker docker, Subject subject, Question question) {
        var wanted = Text.of(SOCKET_WANTED, PATH);
        return switch (docker) {
            case Docker.Absent _ -> question.notApplicable(Text.of(PRESENT_NONE));
            case Docker.Silent silent ->
                question.failed(
                        Severity.HARD,
                        Question.value(silent.why()),
                        wanted,
                        Text.of(SOCKET_FAILS, subject.host().name(), PATH),
                        "sudo systemctl enable --now docker; sudo journalctl -u docker -n 50");
            case Docker.Running _ -> question.passed(Question.value(PATH), wanted);
        };
    }
}
