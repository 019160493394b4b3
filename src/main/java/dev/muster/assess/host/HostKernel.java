package dev.muster.assess.host;

import static dev.muster.assess.host.HostWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Text;
import dev.muster.catalog.Version;

/// Whether the kernel is new enough for Docker's and Kubernetes' networks.
final class HostKernel extends HostCheck {

    HostKernel() {
        super(
                CheckId.HOST_KERNEL,
                Severity.SOFT,
                new Topic(KERNEL, KERNEL_WHY, KERNEL_FIX),
                "",
                situation -> situation.kernel().oldest().source());
    }

    @Override
    Finding judge(Subject subject, Question question) {
        return withRancher(
                subject,
                question,
                _ -> withFact(subject.facts().kernel(), question, found -> {
                    var oldest = subject.situation().kernel().oldest().version();
                    var wanted = Text.of(OR_NEWER, oldest);
                    var version = Version.of(found);
                    if (version.parts().isEmpty()) {
                        return question.unknown(found, wanted);
                    }
                    return version.compareTo(Version.of(oldest)) >= 0
                            ? question.passed(Question.value(found), wanted)
                            : question.failed(
                                    Severity.SOFT,
                                    Question.value(found),
                                    wanted,
                                    Text.of(KERNEL_FAILS, subject.host().name(), found, oldest),
                                    "");
                }));
    }
}
