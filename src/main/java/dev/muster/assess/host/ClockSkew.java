package dev.muster.assess.host;

import static dev.muster.assess.host.HostWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.assess.Situation;
import dev.muster.base.HostName;
import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.probe.Clock;
import dev.muster.probe.Probed;
import dev.muster.setup.Host;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/// Whether the hosts' clocks agree with one another. The workstation's clock is only the ruler: it may be wrong. Each
/// host is held against the middle one, so that one stray clock is one finding, not one a host.
///
/// A measurement has an error of half its round trip. Only what is surely over a threshold fails; what may be over it
/// is unknown.
final class ClockSkew extends HostsCheck {

    ClockSkew() {
        super(
                CheckId.CLOCK_SKEW,
                Severity.SOFT,
                new Topic(SKEW, SKEW_WHY, SKEW_FIX),
                "",
                situation -> situation.catalog().limits().clockHard().source());
    }

    private record Timed(HostName name, Clock clock) {}

    @Override
    Judge judge(Situation situation) {
        var clocks = clocks(situation);
        return (subject, question) -> withFact(
                subject.facts().clock(),
                question,
                mine -> clocks.size() < 2
                        ? question.notApplicable(Text.of(SKEW_ALONE))
                        : judge(mine, middle(clocks), subject, question));
    }

    private static List<Timed> clocks(Situation situation) {
        return situation.setup().hosts().stream()
                .map(Host::name)
                .flatMap(name -> situation.probed(name).map(Probed::facts).flatMap(Reading::known).stream()
                        .flatMap(facts -> facts.clock().known().stream())
                        .map(clock -> new Timed(name, clock)))
                .sorted(Comparator.comparing(timed -> timed.clock().ahead()))
                .toList();
    }

    /// Of an even number the one that is less ahead, so that of two hosts one is the stray.
    private static Timed middle(List<Timed> sorted) {
        return sorted.get((sorted.size() - 1) / 2);
    }

    private static Finding judge(Clock mine, Timed middle, Subject subject, Question question) {
        var soft = subject.catalog().limits().clockSoft().duration();
        var hard = subject.catalog().limits().clockHard().duration();
        var wanted = Text.of(SKEW_WANTED, soft);
        if (middle.name().equals(subject.host().name())) {
            return question.passed(Text.of(SKEW_MIDDLE), wanted);
        }
        var apart = mine.ahead().minus(middle.clock().ahead());
        var error = mine.error().plus(middle.clock().error());
        var surely = apart.abs().minus(error);
        var found = Text.of(apart.isNegative() ? SKEW_BEHIND : SKEW_AHEAD, apart, error, middle.name());
        if (surely.compareTo(soft) > 0) {
            return question.failed(
                    surely.compareTo(hard) > 0 ? Severity.HARD : Severity.SOFT,
                    found,
                    wanted,
                    Text.of(SKEW_FAILS, subject.host().name(), found),
                    "sudo timedatectl set-ntp true; timedatectl");
        }
        return isWithin(apart, error, soft)
                ? question.passed(found, wanted)
                : question.unknown("± " + error.toMillis() + " ms", wanted);
    }

    private static boolean isWithin(Duration apart, Duration error, Duration limit) {
        return apart.abs().plus(error).compareTo(limit) <= 0;
    }
}
