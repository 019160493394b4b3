package dev.muster.assess.host;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.assess.Situation;
import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.probe.Visit;
import dev.muster.setup.Os;
import java.util.function.Function;

/// A check on how Rancher looks from a host. Without a server in the setup and in the registration there is nothing
/// to look at.
abstract class OutlookCheck extends HostCheck {

    OutlookCheck(CheckId id, Severity severity, Topic topic, Function<Situation, String> source) {
        super(id, severity, topic, "", source);
    }

    abstract Finding judge(Visit visit, Subject subject, Question question);

    @Override
    final boolean asks(Os os) {
        return true;
    }

    @Override
    final Finding judge(Subject subject, Question question) {
        return isNamed(subject.situation())
                ? withFact(subject.facts().outlook().rancher(), question, visit -> judge(visit, subject, question))
                : question.notApplicable(Text.of(HostWords.NO_SERVER));
    }

    private static boolean isNamed(Situation situation) {
        return !situation.setup().rancher().server().isEmpty()
                || situation.registration().known().isPresent();
    }

    /// For checks that need an answer: where there is none, `rancher.url` says why.
    static Finding withAnswer(Visit visit, Question question, Function<Visit.Answered, Finding> judgement) {
        return switch (visit.outcome()) {
            case Reading.Unknown<Visit.Outcome>(var why) -> question.unknown(why);
            case Reading.Known<Visit.Outcome>(Visit.Silent(var why)) -> question.unknown(why);
            case Reading.Known<Visit.Outcome>(Visit.Answered answered) -> judgement.apply(answered);
        };
    }
}
