package dev.muster.run;

import dev.muster.base.HostName;
import dev.muster.base.Problem;
import dev.muster.base.Text;
import dev.muster.plan.StepId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far a step of a run has got, after its journal.
///
/// @param attempt 0: it was never begun
/// @param began   of the last attempt; null: never
/// @param ended   of the last attempt; null: not yet
/// @param exit    the script's exit status; -1: it has none
/// @param problem why it failed or isn't known; null: nothing is the matter
public record StepRecord(
        StepId step,
        HostName host,
        Text title,
        StepState state,
        int attempt,
        @Nullable Instant began,
        @Nullable Instant ended,
        int exit,
        @Nullable Problem problem) {

    StepRecord after(Entry.Stepped entry) {
        var begins = entry.state() == StepState.RUNNING && entry.attempt() != attempt;
        return new StepRecord(
                step,
                host,
                title,
                entry.state(),
                entry.attempt(),
                begins ? entry.time() : began,
                entry.state() == StepState.RUNNING || entry.state() == StepState.WAITING ? null : entry.time(),
                entry.exit(),
                entry.problem());
    }
}
