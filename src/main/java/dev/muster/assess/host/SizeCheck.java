package dev.muster.assess.host;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Key;
import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.catalog.Sizes;
import dev.muster.catalog.Sizes.Need;
import dev.muster.probe.Facts;
import dev.muster.setup.Os;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How much of something a host has for its roles: below the floor the join stops, below the advice it wants a word.
/// Hypervisors and kernels keep some back, so a little less still passes. Sizes and their sources:
/// `catalog/sizes.yaml`.
///
/// @param <T> how it is counted
abstract class SizeCheck<T> extends HostCheck {

    private final Function<Facts, Reading<T>> fact;
    private final Function<Need, T> floor;
    private final Function<Need, T> advice;
    private final Key wanted;
    private final Key fails;

    SizeCheck(
            CheckId id,
            Topic topic,
            Function<Facts, Reading<T>> fact,
            Function<Need, T> floor,
            Function<Need, T> advice,
            Key wanted,
            Key fails) {
        super(
                id,
                Severity.HARD,
                topic,
                "roles",
                situation -> situation.catalog().sizes().roles().stream()
                        .filter(size -> size.distributions()
                                .contains(situation.setup().cluster().distribution()))
                        .map(Sizes.Size::source)
                        .distinct()
                        .collect(Collectors.joining("; ")));
        this.fact = fact;
        this.floor = floor;
        this.advice = advice;
        this.wanted = wanted;
        this.fails = fails;
    }

    abstract boolean enough(T size, T needed, int tolerancePercent);

    abstract Text found(T size);

    @Override
    final boolean asks(Os os) {
        return true;
    }

    @Override
    final Finding judge(Subject subject, Question question) {
        return withRancher(
                subject,
                question,
                _ -> withFact(fact.apply(subject.facts()), question, size -> judge(size, subject, question)));
    }

    private Finding judge(T size, Subject subject, Question question) {
        var tolerance = subject.catalog().sizes().tolerancePercent();
        var least = floor.apply(subject.need());
        var advised = advice.apply(subject.need());
        var both = Text.of(wanted, least, advised);
        if (enough(size, advised, tolerance)) {
            return question.passed(found(size), both);
        }
        var stops = !enough(size, least, tolerance);
        return question.failed(
                stops ? Severity.HARD : Severity.SOFT,
                found(size),
                both,
                Text.of(
                        fails,
                        subject.host().name(),
                        size,
                        stops ? least : advised,
                        List.copyOf(subject.host().roles())),
                "");
    }
}
