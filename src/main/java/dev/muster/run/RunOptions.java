package dev.muster.run;

import dev.muster.base.HostName;
import dev.muster.plan.StepId;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How a run is to be carried out.
///
/// @param skip     steps that aren't done; those that wait for them may start
/// @param from     every step before this one in the plan is skipped; null: none
/// @param retry    when a run is resumed: the failed steps that are tried again; empty: all of them
/// @param takeOver hosts whose lock is taken from whoever holds it
public record RunOptions(
        OnFailure onFailure,
        Set<StepId> skip,
        @Nullable StepId from,
        Set<StepId> retry,
        Set<HostName> takeOver,
        Patience patience) {

    /// Stops at the first failure, waits ten minutes for a lost line.
    public static final RunOptions DEFAULT =
            new RunOptions(OnFailure.STOP, Set.of(), null, Set.of(), Set.of(), Patience.DEFAULT);

    public RunOptions {
        skip = Set.copyOf(skip);
        retry = Set.copyOf(retry);
        takeOver = Set.copyOf(takeOver);
    }

    /// What a failed step means for the others. In each case those that wait for it don't start, and no other
    /// host that the cluster can't do without is touched.
    public enum OnFailure {
        /// what runs goes on to its end, nothing new starts
        STOP,
        /// the failed host is parked, the others go on (`--keep-going`)
        GO_ON,
        /// as GO_ON, and at the end somebody is asked: try again or skip
        ASK
    }

    /// How long a host may not answer.
    ///
    /// @param first     before anything was begun on it
    /// @param reconnect after the line was lost during a step
    public record Patience(Duration first, Duration reconnect) {

        public static final Patience DEFAULT = new Patience(Duration.ofSeconds(30), Duration.ofMinutes(10));
    }

    public RunOptions with(OnFailure newOnFailure) {
        return new RunOptions(newOnFailure, skip, from, retry, takeOver, patience);
    }

    public RunOptions withSkip(Set<StepId> newSkip) {
        return new RunOptions(onFailure, newSkip, from, retry, takeOver, patience);
    }

    public RunOptions withFrom(StepId newFrom) {
        return new RunOptions(onFailure, skip, newFrom, retry, takeOver, patience);
    }

    public RunOptions withRetry(Set<StepId> newRetry) {
        return new RunOptions(onFailure, skip, from, newRetry, takeOver, patience);
    }

    public RunOptions withTakeOver(Set<HostName> newTakeOver) {
        return new RunOptions(onFailure, skip, from, retry, newTakeOver, patience);
    }

    public RunOptions withPatience(Patience newPatience) {
        return new RunOptions(onFailure, skip, from, retry, takeOver, newPatience);
    }
}
