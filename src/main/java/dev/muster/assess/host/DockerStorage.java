package dev.muster.assess.host;

import static dev.muster.assess.host.HostWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Text;
import dev.muster.probe.Docker;
import java.util.List;

/// Whether Docker keeps its layers in a way that carries a node's load.
final class DockerStorage extends HostCheck {

    DockerStorage() {
        super(
                CheckId.DOCKER_STORAGE,
                Severity.SOFT,
                new Topic(STORAGE, STORAGE_WHY, STORAGE_FIX),
                "",
                _ -> "docs.docker.com storage/storagedriver/select-storage-driver (GENERAL)");
    }

    @Override
    Finding judge(Subject subject, Question question) {
        return withRancher(
                subject,
                question,
                rancher -> withDocker(
                        subject,
                        question,
                        docker -> judge(docker, rancher.cluster().storageDrivers(), subject, question)));
    }

    private static Finding judge(Docker docker, List<String> good, Subject subject, Question question) {
        return switch (docker) {
            case Docker.Absent _ -> question.notApplicable(Text.of(PRESENT_NONE));
            case Docker.Silent silent -> question.unknown(silent.why());
            case Docker.Running running
            when good.contains(running.storageDriver()) ->
                question.passed(Question.value(running.storageDriver()), Question.value(good));
            case Docker.Running running ->
                question.failed(
                        Severity.SOFT,
                        Question.value(running.storageDriver()),
                        Question.value(good),
                        Text.of(STORAGE_FAILS, subject.host().name(), running.storageDriver()),
                        "sudo docker info --format '{{.Driver}}'; cat /etc/docker/daemon.json");
        };
    }
}
