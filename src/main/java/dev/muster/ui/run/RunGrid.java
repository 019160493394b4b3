package dev.muster.ui.run;

import dev.muster.base.HostName;
import dev.muster.base.Text;
import dev.muster.plan.Phase;
import dev.muster.plan.Plan;
import dev.muster.plan.Step;
import dev.muster.plan.StepId;
import dev.muster.run.StepState;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.UiWords;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The states of a plan's steps, and the grid that they make: one row a host, one cell a phase.
final class RunGrid {

    /// The order in which one state of several speaks for a phase.
    private static final List<StepState> LOUDEST = List.of(
            StepState.FAILED,
            StepState.UNKNOWN,
            StepState.CANCELLED,
            StepState.RUNNING,
            StepState.WAITING,
            StepState.SKIPPED,
            StepState.DONE,
            StepState.ALREADY);

    private final Plan plan;
    private final Map<StepId, StepState> states = new HashMap<>();
    private final Map<StepId, Instant> began = new HashMap<>();

    RunGrid(Plan plan) {
        this.plan = plan;
        plan.steps().forEach(step -> states.put(step.id(), StepState.WAITING));
    }

    Plan plan() {
        return plan;
    }

    void set(StepId step, StepState state, Instant time) {
        states.put(step, state);
        if (state == StepState.RUNNING) {
            began.put(step, time);
        }
    }

    StepState state(StepId step) {
        return states.getOrDefault(step, StepState.WAITING);
    }

    long count(StepState... wanted) {
        var any = List.of(wanted);
        return states.values().stream().filter(any::contains).count();
    }

    List<GridRow> rows(Instant now) {
        return plan.places().stream().map(host -> row(host, now)).toList();
    }

    private GridRow row(HostName host, Instant now) {
        var failed = plan.steps().stream()
                .filter(step -> step.host().equals(host))
                .map(Step::id)
                .filter(step -> state(step) == StepState.FAILED)
                .toList();
        return new GridRow(
                host,
                plan.phases().stream().map(phase -> cell(phase, host, now)).toList(),
                failed);
    }

    private GridRow.Cell cell(Phase phase, HostName host, Instant now) {
        var steps = phase.steps().stream()
                .filter(step -> step.host().equals(host))
                .map(Step::id)
                .toList();
        if (steps.isEmpty()) {
            return new GridRow.Cell(Sign.NONE, UiWords.text(UiWords.STATE_NOTHING));
        }
        for (var state : LOUDEST) {
            for (var step : steps) {
                if (state(step) == state) {
                    return new GridRow.Cell(Sign.of(dev.muster.report.Sign.of(state)), word(state, step, now));
                }
            }
        }
        throw new IllegalStateException("a state that has no voice: " + steps);
    }

    private Text word(StepState state, StepId step, Instant now) {
        return switch (state) {
            case WAITING -> UiWords.text(UiWords.STATE_WAITING);
            case RUNNING -> UiWords.text(UiWords.STATE_RUNNING, clock(began.getOrDefault(step, now), now));
            case DONE -> UiWords.text(UiWords.STATE_DONE);
            case ALREADY -> UiWords.text(UiWords.STATE_ALREADY);
            case SKIPPED -> UiWords.text(UiWords.STATE_SKIPPED);
            case FAILED -> UiWords.text(UiWords.STATE_FAILED);
            case CANCELLED -> UiWords.text(UiWords.STATE_CANCELLED);
            case UNKNOWN -> UiWords.text(UiWords.STATE_UNKNOWN);
        };
    }

    /// `0:41`
    private static String clock(Instant from, Instant to) {
        var seconds = Math.max(0, Duration.between(from, to).toSeconds());
        var rest = seconds % 60;
        return seconds / 60 + (rest < 10 ? ":0" : ":") + rest;
    }
}
