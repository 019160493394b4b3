package dev.muster.probe;

import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.probe.Rung.State;
import dev.muster.remote.Connection;
import dev.muster.remote.LostException;
import dev.muster.remote.Opened;
import dev.muster.remote.Output;
import dev.muster.remote.Reach;
import dev.muster.script.Script;
import dev.muster.setup.Host;
import dev.muster.setup.Os;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/// Asks hosts what they are: climbs the ladder, runs `probe.sh` or `probe.ps1` once, reads its answer. Safe for many
/// threads; one call asks one host and blocks until it has answered or its time is up.
public final class Prober {

    private final Reach reach;
    private final InstantSource clock;

    public Prober(Reach reach) {
        this(reach, InstantSource.system());
    }

    public Prober(Reach reach, InstantSource clock) {
        this.reach = reach;
        this.clock = clock;
    }

    /// Its facts alone.
    public Probed probe(Host host) throws InterruptedException {
        return probe(host, Questions.NONE);
    }

    public Probed probe(Host host, Questions questions) throws InterruptedException {
        var opened = reach.open(host);
        var ladder = Ladder.of(host, opened);
        return opened instanceof Opened.Ready ready ? ask(host, questions, ready, ladder) : unreached(host, ladder);
    }

    private Probed ask(Host host, Questions questions, Opened.Ready ready, List<Rung> ladder) {
        try {
            var output = ready.connection()
                    .run(
                            questions.in(script(ready.connection().os())),
                            longest(ready.connection().os()));
            if (output.exit() == 0) {
                return new Probed(
                        host, ladder, Reading.of(read(ready.connection().os(), output)), clock.instant());
            }
            return unreached(
                    host,
                    Ladder.withLast(
                            ladder,
                            Text.of(ProbeWords.NO_FACTS, output.exit()),
                            Text.of(ProbeWords.NO_FACTS_WHY, firstError(output)),
                            Text.of(ProbeWords.NO_FACTS_FIX)));
        } catch (LostException lost) {
            reach.drop(host);
            return unreached(
                    host,
                    Ladder.withLast(
                            ladder, Text.of(ProbeWords.LINE_LOST), lost.why(), Text.of(ProbeWords.LINE_LOST_FIX)));
        }
    }

    /// What a host says over a line that is open; unknown when its script failed.
    ///
    /// @throws LostException when the line was lost meanwhile
    public static Reading<Facts> facts(Connection connection) throws LostException {
        var os = connection.os();
        var output = connection.run(Questions.NONE.in(script(os)), longest(os));
        return output.exit() == 0
                ? Reading.of(read(os, output))
                : Reading.unknown("exit " + output.exit() + ": " + firstError(output));
    }

    /// Every command of the script has its own, much shorter limit; this one is for a host that hangs as a whole.
    private static Duration longest(Os os) {
        return switch (os) {
            case LINUX -> Duration.ofSeconds(60);
            // a busy one needs twenty seconds to start PowerShell
            case WINDOWS -> Duration.ofMinutes(3);
        };
    }

    private static Script script(Os os) {
        return Script.of(
                switch (os) {
                    case LINUX -> "linux/probe.sh";
                    case WINDOWS -> "windows/probe.ps1";
                });
    }

    private static Facts read(Os os, Output output) {
        return switch (os) {
            case LINUX -> FactsReader.read(output);
            case WINDOWS -> WindowsFactsReader.read(output);
        };
    }

    private static String firstError(Output output) {
        return Clean.text(output.err().lines().findFirst().orElse(""));
    }

    private Probed unreached(Host host, List<Rung> ladder) {
        var stopped = ladder.stream()
                .filter(rung -> rung.state() == State.FAILED || rung.state() == State.PENDING)
                .findFirst()
                .map(rung -> rung.name().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .orElse("");
        return new Probed(host, ladder, Reading.unknown("not reached: " + stopped), clock.instant());
    }
}
