package dev.muster.assess.host;

import static dev.muster.assess.host.HostWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.assess.Situation;
import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.catalog.OsSupport;
import dev.muster.probe.OsRelease;
import java.util.List;

/// Whether the operating system is among those that the Rancher line was tested with.
final class HostOs extends HostCheck {

    HostOs() {
        super(CheckId.HOST_OS, Severity.SOFT, new Topic(OS, OS_WHY, OS_FIX), "", HostOs::source);
    }

    @Override
    Finding judge(Subject subject, Question question) {
        return withRancher(
                subject,
                question,
                rancher -> withFact(
                        rancher.cluster().os(),
                        question,
                        tested ->
                                withFact(subject.facts().os(), question, os -> judge(os, tested, subject, question))));
    }

    private static String source(Situation situation) {
        return situation
                .known()
                .known()
                .filter(rancher -> !rancher.cluster().onDocker())
                .map(rancher -> rancher.cluster().source())
                .orElse("DOCS-JAN and DOCS-MAR installation/requirements");
    }

    private static Finding judge(OsRelease os, List<OsSupport> tested, Subject subject, Question question) {
        var wanted = Text.of(OS_WANTED, tested.stream().map(OsSupport::name).toList());
        var covered = tested.stream()
                .map(known -> known.covers(os.id(), os.versionId()))
                .toList();
        if (covered.contains(Reading.of(true))) {
            return question.passed(Question.value(os.prettyName()), wanted);
        }
        if (covered.stream().anyMatch(Reading.Unknown.class::isInstance)) {
            return question.unknown(Text.of(OS_MINOR, os.prettyName()), wanted, Text.of(OS_MINOR_FIX));
        }
        var version = subject.situation().setup().rancher().version();
        return question.failed(
                Severity.SOFT,
                Question.value(os.prettyName()),
                wanted,
                Text.of(OS_FAILS, subject.host().name(), os.prettyName(), version),
                "");
    }
}
