package dev.muster.cli;

import dev.muster.base.Problem;
import dev.muster.catalog.Guidance;
import dev.muster.cli.Console.Paint;
import dev.muster.report.Sign;
import dev.muster.run.RunEvent;
import dev.muster.run.StepState;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// Shows a run as it goes: steps and log lines for people, or one JSON object a line. Events come from many threads.
final class LiveRun {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final Terms terms;
    private final Json json;
    private final boolean asJson;
    private final Guidance guidance;
    private final Set<String> told = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    /// @param guidance what is known of messages: told once a step, under the line that bears the message
    LiveRun(Terms terms, Guidance guidance, boolean asJson) {
        this.terms = terms;
        this.guidance = guidance;
        this.json = terms.json();
        this.asJson = asJson;
    }

    synchronized void take(RunEvent event) {
        switch (event) {
            case RunEvent.StepChanged change -> step(change);
            case RunEvent.LogLine line -> log(line);
            case RunEvent.Noted noted -> note(noted);
            case RunEvent.Parked _ -> {}
            case RunEvent.Ended ended -> problems.addAll(ended.problems());
        }
    }

    /// What the run's end brought to a person's attention.
    synchronized List<Problem> problems() {
        return List.copyOf(problems);
    }

    private void step(RunEvent.StepChanged change) {
        if (asJson) {
            print(line(
                            change.time(),
                            "step",
                            change.step().value(),
                            change.host().value())
                    .put("state", Json.word(change.state()))
                    .put("attempt", change.attempt()));
            return;
        }
        if (change.state() == StepState.WAITING) {
            return;
        }
        var sign = Sign.of(change.state());
        var words = sign.symbol() + " " + change.step() + " " + terms.texts().of(word(change.state()));
        terms.console().out().println(time(change.time()) + terms.console().colour(FindingsPrinter.paint(sign), words));
    }

    /// For people only: the lines for scripts are of steps and their logs.
    private void note(RunEvent.Noted noted) {
        if (!asJson) {
            var words = terms.texts().of(noted.what());
            terms.console().out().println(time(noted.time()) + terms.console().colour(Paint.AMBER, words));
        }
    }

    private void log(RunEvent.LogLine line) {
        if (asJson) {
            print(line(line.time(), "log", line.step().value(), line.host().value())
                    .put("line", line.line()));
        } else {
            var host = terms.console().colour(Paint.BLUE, String.format(Locale.ROOT, "%-8s", line.host()));
            terms.console().out().println(time(line.time()) + host + " " + Visible.of(line.line()));
            guidance.about(line.line())
                    .filter(advice -> told.add(line.step() + " " + advice.id()))
                    .ifPresent(advice -> terms.console()
                            .out()
                            .println(terms.console()
                                    .colour(
                                            Paint.AMBER,
                                            terms.texts().of(CliWords.KNOWN_MESSAGE, advice.what(), advice.fix()))));
        }
    }

    private ObjectNode line(Instant time, String type, String step, String host) {
        return json.object()
                .put("time", time.toString())
                .put("type", type)
                .put("step", step)
                .put("host", host);
    }

    private void print(ObjectNode line) {
        terms.console().out().println(json.line(line));
    }

    private String time(Instant time) {
        return terms.console().colour(Paint.GREY, TIME.format(time)) + " ";
    }

    static CliWords word(StepState state) {
        return switch (state) {
            case WAITING -> CliWords.STATE_WAITING;
            case RUNNING -> CliWords.STATE_RUNNING;
            case DONE -> CliWords.STATE_DONE;
            case ALREADY -> CliWords.STATE_ALREADY;
            case SKIPPED -> CliWords.STATE_SKIPPED;
            case FAILED -> CliWords.STATE_FAILED;
            case CANCELLED -> CliWords.STATE_CANCELLED;
            case UNKNOWN -> CliWords.STATE_UNKNOWN;
        };
    }
}
