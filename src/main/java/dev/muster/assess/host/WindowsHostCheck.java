package dev.muster.assess.host;

import dev.muster.assess.Check;
import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.assess.Situation;
import dev.muster.assess.State;
import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.catalog.KnownRancher;
import dev.muster.catalog.WindowsSupport;
import dev.muster.probe.Facts;
import dev.muster.probe.Probed;
import dev.muster.probe.WindowsFacts;
import dev.muster.setup.Host;
import dev.muster.setup.Os;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A check that only Windows hosts need: one finding each, and one in all where there are none.
abstract class WindowsHostCheck implements Check {

    private final CheckId id;
    private final Severity severity;
    private final Topic topic;
    private final String source;

    /// @param severity what it is when it can't be answered; a failure may be worth less or more
    WindowsHostCheck(CheckId id, Severity severity, Topic topic, String source) {
        this.id = id;
        this.severity = severity;
        this.topic = topic;
        this.source = source;
    }

    abstract Finding judge(Subject subject, WindowsFacts windows, Question question);

    @Override
    public final CheckId id() {
        return id;
    }

    @Override
    public final List<Finding> assess(Situation situation) {
        var hosts = situation.setup().hosts(host -> host.os() == Os.WINDOWS);
        return hosts.isEmpty()
                ? List.of(none())
                : hosts.stream().map(host -> assess(host, situation)).toList();
    }

    private Finding assess(Host host, Situation situation) {
        var question = new Question(id, host, severity, topic, situation.field(host.name()), source);
        return switch (situation.probed(host.name()).map(Probed::facts).orElse(Reading.unknown("not asked yet"))) {
            case Reading.Unknown<Facts>(var why) -> question.unreached(why);
            case Reading.Known<Facts>(var facts) ->
                facts.windows()
                        .map(windows -> judge(new Subject(host, facts, situation), windows, question))
                        .orElseGet(() -> question.unknown("what answers there isn't Windows"));
        };
    }

    private Finding none() {
        var no = Text.of(HostWords.NONE);
        return new Finding(
                id,
                null,
                severity,
                State.NOT_APPLICABLE,
                no,
                no,
                Text.of(WindowsWords.NO_WINDOWS_HOSTS, Text.of(topic.name())),
                Text.of(topic.why()),
                Text.of(HostWords.NO_FIX),
                "",
                "hosts",
                source,
                "");
    }

    /// For checks whose rule depends on what the Rancher line wants of Windows hosts.
    static Finding withLine(Subject subject, Question question, Function<WindowsSupport, Finding> judgement) {
        return switch (subject.rancher()) {
            case Reading.Unknown<KnownRancher>(var why) -> question.unknown(why);
            case Reading.Known<KnownRancher>(var rancher) ->
                switch (rancher.windows()) {
                    case Reading.Unknown<Optional<WindowsSupport>>(var why) -> question.unknown(why);
                    case Reading.Known<Optional<WindowsSupport>>(var windows) ->
                        windows.map(judgement)
                                .orElseGet(() -> question.notApplicable(Text.of(WindowsWords.LINE_TAKES_NONE)));
                };
        };
    }

    static <T> Finding withFact(Reading<T> fact, Question question, Function<T, Finding> judgement) {
        return HostsCheck.withFact(fact, question, judgement);
    }
}
