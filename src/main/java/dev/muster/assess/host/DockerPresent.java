package dev.muster.assess.host;

import static dev.muster.assess.host.HostWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Text;
import dev.muster.probe.Docker;

/// Whether there is a Docker at all.
final class DockerPresent extends HostCheck {

    DockerPresent() {
        super(
                CheckId.DOCKER_PRESENT,
                Severity.HARD,
                new Topic(PRESENT, PRESENT_WHY, PRESENT_FIX),
                "",
                _ -> "DOCS-JAN installation/requirements");
    }

    @Override
    Finding judge(Subject subject, Question question) {
        return withDocker(subject, question, docker -> judge(docker, subject, question));
    }

    private static Finding judge(Docker docker, Subject subject, Question question) {
        var wanted = Text.of(PRESENT_WANTED);
        return switch (docker) {
            case Docker.Absent _ ->
                question.failed(
                        Severity.HARD,
                        Text.of(PRESENT_NONE),
                        wanted,
                        Text.of(PRESENT_FAILS, subject.host().name()),
                        DockerVersion.command(subject));
            case Docker.Silent silent -> question.passed(Question.value("Docker " + silent.clientVersion()), wanted);
            case Docker.Running running -> question.passed(Question.value("Docker " + running.version()), wanted);
        };
    }
}
