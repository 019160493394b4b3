package dev.muster.assess.host;

import static dev.muster.assess.host.HostWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.catalog.LineSupport;
import dev.muster.catalog.OsSupport;
import dev.muster.probe.OsRelease;

/// Whether the operating system is among those that the Rancher line was tested with.
final class HostOs extends HostCheck {

    HostOs() {
        super(
                CheckId.HOST_OS,
                Severity.SOFT,
                new Topic(OS, OS_WHY, OS_FIX),
                "",
                _ -> "DOCS-JAN and DOCS-MAR installation/requirements");
    }

    @Override
    Finding judge(Subject subject, Question question) {
        return withRancher(
                subject,
                question,
                rancher ->
                        withFact(subject.facts().os(), question, os -> judge(os, rancher.line(), subject, question)));
    }

    private static Finding judge(OsRelease os, LineSupport line, Subject subject, Question question) {
        var wanted = Text.of(OS_WANTED, line.os().stream().map(OsSupport::name).toList());
        var covered = line.os().stream()
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
