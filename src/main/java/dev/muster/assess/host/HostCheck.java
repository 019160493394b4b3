package dev.muster.assess.host;

import dev.muster.assess.Check;
import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.assess.Situation;
import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.catalog.Catalog;
import dev.muster.catalog.KnownRancher;
import dev.muster.probe.Facts;
import dev.muster.probe.Probed;
import dev.muster.setup.Host;
import dev.muster.setup.Os;
import java.util.List;
import java.util.function.Function;

/// A check that looks at one Linux host's facts. It says what it is about in its constructor and judges in one
/// method; what holds for all such checks is here: a Windows host isn't asked, a host that wasn't reached is unknown.
abstract class HostCheck implements Check {

    private final CheckId id;
    private final Severity severity;
    private final Topic topic;
    private final String field;
    private final Function<Catalog, String> source;

    /// @param severity what it is when it can't be answered; a failure may be worth less or more
    /// @param field    of the host in the setup file: `roles`; empty: the whole host
    HostCheck(CheckId id, Severity severity, Topic topic, String field, Function<Catalog, String> source) {
        this.id = id;
        this.severity = severity;
        this.topic = topic;
        this.field = field;
        this.source = source;
    }

    abstract Finding judge(Subject subject, Question question);

    @Override
    public final CheckId id() {
        return id;
    }

    @Override
    public final List<Finding> assess(Situation situation) {
        return situation.setup().hosts().stream()
                .map(host -> assess(host, situation))
                .toList();
    }

    private Finding assess(Host host, Situation situation) {
        var question = question(host, situation);
        if (host.os() == Os.WINDOWS) {
            return question.notApplicable(Text.of(HostWords.WINDOWS_HOST));
        }
        return switch (situation.probed(host.name()).map(Probed::facts).orElse(Reading.unknown("not asked yet"))) {
            case Reading.Known<Facts>(var facts) -> judge(new Subject(host, facts, situation), question);
            case Reading.Unknown<Facts>(var why) -> question.unreached(why);
        };
    }

    private Question question(Host host, Situation situation) {
        var place = situation.field(host.name());
        return new Question(
                id,
                host,
                severity,
                topic,
                field.isEmpty() ? place : place + "." + field,
                source.apply(situation.catalog()));
    }

    /// For checks whose rule depends on the Rancher line: unknown where the catalogue doesn't know the line.
    static Finding withRancher(Subject subject, Question question, Function<KnownRancher, Finding> judgement) {
        return switch (subject.rancher()) {
            case Reading.Known<KnownRancher>(var rancher) -> judgement.apply(rancher);
            case Reading.Unknown<KnownRancher>(var why) -> question.unknown(why);
        };
    }

    /// For checks on one fact: unknown where the host didn't say.
    static <T> Finding withFact(Reading<T> fact, Question question, Function<T, Finding> judgement) {
        return switch (fact) {
            case Reading.Known<T>(var value) -> judgement.apply(value);
            case Reading.Unknown<T>(var why) -> question.unknown(why);
        };
    }
}
