package dev.muster.assess.host;

import dev.muster.assess.Check;
import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.assess.Situation;
import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.catalog.KnownRancher;
import dev.muster.probe.Docker;
import dev.muster.probe.Facts;
import dev.muster.probe.Probed;
import dev.muster.setup.Host;
import dev.muster.setup.Os;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// A check on the facts of hosts. It says what it is about in its constructor; what holds for all such checks is
/// here: a Windows host isn't asked, unless the check says so, a host that wasn't reached is unknown. Most look at
/// one host at a time and are a [HostCheck].
abstract class HostsCheck implements Check {

    private final CheckId id;
    private final Severity severity;
    private final Topic topic;
    private final String field;
    private final Function<Situation, String> source;

    /// @param severity what it is when it can't be answered; a failure may be worth less or more
    /// @param field    of the host in the setup file: `roles`; empty: the whole host
    HostsCheck(CheckId id, Severity severity, Topic topic, String field, Function<Situation, String> source) {
        this.id = id;
        this.severity = severity;
        this.topic = topic;
        this.field = field;
        this.source = source;
    }

    /// Judges one host.
    interface Judge {
        Finding judge(Subject subject, Question question);
    }

    /// What judges the hosts of a situation; whatever has to be known of all of them is gathered here, once.
    abstract Judge judge(Situation situation);

    @Override
    public final CheckId id() {
        return id;
    }

    @Override
    public final List<Finding> assess(Situation situation) {
        var judge = judge(situation);
        var said = source.apply(situation);
        var hosts = situation.setup().hosts();
        return IntStream.range(0, hosts.size())
                .mapToObj(place -> assess(hosts.get(place), question(hosts.get(place), place, said), situation, judge))
                .toList();
    }

    /// Whether hosts of a family are asked; those of Linux, unless told otherwise.
    boolean asks(Os os) {
        return os == Os.LINUX;
    }

    private Finding assess(Host host, Question question, Situation situation, Judge judge) {
        if (!asks(host.os())) {
            return question.notApplicable(Text.of(HostWords.WINDOWS_HOST));
        }
        return switch (situation.probed(host.name()).map(Probed::facts).orElse(Reading.unknown("not asked yet"))) {
            case Reading.Known<Facts>(var facts) -> judge.judge(new Subject(host, facts, situation), question);
            case Reading.Unknown<Facts>(var why) -> question.unreached(why);
        };
    }

    private Question question(Host host, int place, String said) {
        var whole = "hosts[" + place + "]";
        return new Question(id, host, severity, topic, field.isEmpty() ? whole : whole + "." + field, said);
    }

    /// For checks whose rule depends on the Rancher line: unknown where the catalogue doesn't know the line.
    static Finding withRancher(Subject subject, Question question, Function<KnownRancher, Finding> judgement) {
        return switch (subject.rancher()) {
            case Reading.Known<KnownRancher>(var rancher) -> judgement.apply(rancher);
            case Reading.Unknown<KnownRancher>(var why) -> question.unknown(why);
        };
    }

    /// For checks on Docker: where the cluster brings a runtime of its own, there is nothing to look at.
    static Finding withDocker(Subject subject, Question question, Function<Docker, Finding> judgement) {
        var ownRuntime =
                subject.rancher().known().filter(rancher -> !rancher.cluster().onDocker());
        return ownRuntime.isPresent()
                ? question.notApplicable(Text.of(HostWords.OWN_RUNTIME))
                : withFact(subject.facts().docker(), question, judgement);
    }

    /// For checks on one fact: unknown where the host didn't say.
    static <T> Finding withFact(Reading<T> fact, Question question, Function<T, Finding> judgement) {
        return switch (fact) {
            case Reading.Known<T>(var value) -> judgement.apply(value);
            case Reading.Unknown<T>(var why) -> question.unknown(why);
        };
    }
}
