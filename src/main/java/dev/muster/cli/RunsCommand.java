package dev.muster.cli;

import dev.muster.run.RunRecord;
import dev.muster.run.StepState;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.node.ObjectNode;

/// Earlier runs, the newest first.
@Command(name = "runs")
final class RunsCommand implements Callable<Integer> {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final Terms terms;

    @ParentCommand
    private MusterCommand muster;

    RunsCommand(Terms terms) {
        this.terms = terms;
        this.muster = new MusterCommand(terms);
    }

    @Override
    public Integer call() {
        var listing = muster.workplace().runs().list();
        if (muster.json()) {
            terms.console()
                    .out()
                    .println(terms.json()
                            .document(
                                    listing.runs().stream().map(this::document).toList()));
        } else if (listing.runs().isEmpty()) {
            terms.printer().say(CliWords.RUNS_NONE);
        } else {
            print(listing.runs());
        }
        if (!muster.json()) {
            terms.printer().problems(listing.problems());
        }
        return Exit.DONE.code();
    }

    private ObjectNode document(RunRecord run) {
        var entry = terms.json().object().put("run", run.id().value()).put("setup", run.setup());
        entry.put("goal", Json.word(run.goal())).put("started", run.started().toString());
        entry.put("ended", text(run.ended()));
        var end = run.end();
        entry.put("exit", end == null ? null : (Integer) Exit.of(end).code());
        entry.putObject("steps")
                .put("done", run.count(StepState.DONE, StepState.ALREADY))
                .put("failed", run.count(StepState.FAILED))
                .put("left", run.count(StepState.WAITING, StepState.RUNNING, StepState.CANCELLED, StepState.UNKNOWN));
        return entry;
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    private void print(List<RunRecord> runs) {
        var grid = new Grid(terms.console());
        for (var run : runs) {
            grid.row(
                    run.id().value(),
                    List.of(
                            run.setup(),
                            TIME.format(run.started()),
                            terms.texts().of(state(run)),
                            terms.texts()
                                    .of(
                                            CliWords.RUNS_STEPS,
                                            run.count(StepState.DONE, StepState.ALREADY),
                                            run.steps().size())));
        }
        grid.print();
    }

    private static CliWords state(RunRecord run) {
        var end = run.end();
        if (end == null) {
            return run.underWay() ? CliWords.RUNS_UNDER_WAY : CliWords.RUNS_CUT_OFF;
        }
        return switch (end) {
            case DONE -> CliWords.STATE_DONE;
            case FAILED -> CliWords.STATE_FAILED;
            case CANCELLED -> CliWords.STATE_CANCELLED;
            case LOST -> CliWords.STATE_UNKNOWN;
            case LOCKED -> CliWords.RUNS_LOCKED;
            case TRUST -> CliWords.RUNS_TRUST;
        };
    }
}
