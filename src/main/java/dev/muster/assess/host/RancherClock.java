package dev.muster.assess.host;

import static dev.muster.assess.host.HostWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Text;
import dev.muster.probe.Clock;
import dev.muster.probe.Visit;

/// Whether a host's clock agrees with Rancher's. An answer of HTTP names whole seconds, so half of one is always in
/// doubt; only what is surely over the limit fails.
final class RancherClock extends OutlookCheck {

    RancherClock() {
        super(
                CheckId.RANCHER_CLOCK,
                Severity.SOFT,
                new Topic(SERVER_CLOCK, SERVER_CLOCK_WHY, SKEW_FIX),
                situation -> situation.catalog().limits().clockRancher().source());
    }

    @Override
    Finding judge(Visit visit, Subject subject, Question question) {
        return withAnswer(
                visit,
                question,
                answered -> withFact(answered.clock(), question, clock -> judge(clock, subject, question)));
    }

    private static Finding judge(Clock clock, Subject subject, Question question) {
        var most = subject.catalog().limits().clockRancher().duration();
        var wanted = Text.of(SERVER_CLOCK_WANTED, most);
        var apart = clock.ahead().abs();
        var found =
                Text.of(clock.ahead().isNegative() ? SERVER_CLOCK_BEHIND : SERVER_CLOCK_AHEAD, apart, clock.error());
        if (apart.minus(clock.error()).compareTo(most) > 0) {
            return question.failed(
                    Severity.SOFT,
                    found,
                    wanted,
                    Text.of(SERVER_CLOCK_FAILS, subject.host().name(), found),
                    "timedatectl");
        }
        return apart.plus(clock.error()).compareTo(most) > 0
                ? question.unknown(found, wanted, Text.of(UNKNOWN_FIX))
                : question.passed(found, wanted);
    }
}
