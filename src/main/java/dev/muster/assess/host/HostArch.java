package dev.muster.assess.host;

import static dev.muster.assess.host.HostWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Text;
import dev.muster.setup.Os;

/// Whether the line's images are made for the host's processor.
final class HostArch extends HostCheck {

    HostArch() {
        super(
                CheckId.HOST_ARCH,
                Severity.HARD,
                new Topic(ARCH, ARCH_WHY, ARCH_FIX),
                "",
                situation -> situation
                        .known()
                        .known()
                        .filter(rancher -> !rancher.cluster().onDocker())
                        .map(rancher -> rancher.cluster().source())
                        .orElse("DOCS-JAN installation/requirements (64-bit); RANCHER package/Dockerfile"));
    }

    @Override
    boolean asks(Os os) {
        return true;
    }

    @Override
    Finding judge(Subject subject, Question question) {
        return withRancher(
                subject,
                question,
                rancher -> withFact(subject.facts().architecture(), question, found -> {
                    var cluster = rancher.cluster();
                    var wanted = Question.value(cluster.architectures());
                    if (cluster.architectures().contains(found)) {
                        return question.passed(Question.value(found), wanted);
                    }
                    return cluster.experimental().contains(found)
                            ? question.failed(
                                    Severity.SOFT,
                                    Question.value(found),
                                    wanted,
                                    Text.of(ARCH_EXPERIMENTAL, subject.host().name(), found),
                                    "")
                            : question.failed(
                                    Severity.HARD,
                                    Question.value(found),
                                    wanted,
                                    Text.of(ARCH_FAILS, subject.host().name(), found),
                                    "");
                }));
    }
}
