package dev.muster.assess.host;

import static dev.muster.assess.host.HostWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.catalog.KnownRancher;
import dev.muster.catalog.OsSupport;
import dev.muster.catalog.Version;
import dev.muster.probe.Docker;
import java.util.List;
import java.util.Optional;

/// Whether the Docker was tested with the cluster's Kubernetes, and on the host's system. Rancher 2.1 only warns
/// itself: its clusters are made with `ignoreDockerVersion`.
final class DockerVersion extends HostCheck {

    private static final String INSTALL =
            "curl -fsSL -o install-docker.sh https://releases.rancher.com/install-docker/17.03.sh && sudo sh"
                    + " install-docker.sh";

    DockerVersion() {
        super(
                CheckId.DOCKER_VERSION,
                Severity.SOFT,
                new Topic(DOCKER, DOCKER_WHY, DOCKER_FIX),
                "",
                _ -> "RKE docker/docker.go (K8sDockerVersions); DOCS-JAN and DOCS-MAR installation/requirements");
    }

    @Override
    Finding judge(Subject subject, Question question) {
        return withRancher(
                subject,
                question,
                rancher -> withDocker(subject, question, docker -> judge(docker, rancher, subject, question)));
    }

    private static Finding judge(Docker docker, KnownRancher rancher, Subject subject, Question question) {
        return switch (docker) {
            case Docker.Absent _ -> question.notApplicable(Text.of(PRESENT_NONE));
            case Docker.Silent silent -> question.unknown(silent.why());
            case Docker.Running running -> judge(running.version(), rancher, subject, question);
        };
    }

    private static Finding judge(String version, KnownRancher rancher, Subject subject, Question question) {
        var written = subject.situation().setup().cluster().kubernetes();
        var kubernetes = Version.of(
                        written.isBlank() ? rancher.defaultKubernetes().known().orElse("") : written)
                .minor();
        return switch (rancher.dockerFor(kubernetes)) {
            case Reading.Unknown<List<String>>(var why) -> question.unknown(why);
            case Reading.Known<List<String>>(var tested)
            when tested.isEmpty() -> question.unknown("Kubernetes " + kubernetes + ": " + rancher.dockerSource());
            case Reading.Known<List<String>>(var tested) ->
                judge(version, kubernetes, tested, rancher, subject, question);
        };
    }

    private static Finding judge(
            String version,
            String kubernetes,
            List<String> tested,
            KnownRancher rancher,
            Subject subject,
            Question question) {
        var found = Text.of(DOCKER_FOUND, version, kubernetes);
        var wanted = Question.value(tested);
        if (Version.of(version).parts().isEmpty()) {
            return question.unknown(version, wanted);
        }
        var line = Version.of(version).minor();
        if (!tested.contains(line)) {
            return question.failed(
                    Severity.SOFT,
                    found,
                    wanted,
                    Text.of(DOCKER_FAILS, subject.host().name(), version, kubernetes),
                    command(subject));
        }
        var os = os(rancher, subject);
        if (os.isPresent() && !os.get().docker().contains(line)) {
            return question.failed(
                    Severity.SOFT,
                    found,
                    Question.value(os.get().docker()),
                    Text.of(
                            DOCKER_FAILS_OS,
                            subject.host().name(),
                            version,
                            os.get().name()),
                    command(subject));
        }
        return question.passed(found, wanted);
    }

    private static Optional<OsSupport> os(KnownRancher rancher, Subject subject) {
        return subject.facts()
                .os()
                .known()
                .flatMap(os -> rancher.cluster().os().known().stream()
                        .flatMap(List::stream)
                        .filter(known -> known.covers(os.id(), os.versionId()).equals(Reading.of(true)))
                        .findFirst());
    }

    /// Rancher's own installer knows the systems of its time, no others.
    static String command(Subject subject) {
        var known = subject.rancher().known().flatMap(rancher -> os(rancher, subject));
        return known.isPresent() ? INSTALL : "";
    }
}
