package dev.muster.run;

import dev.muster.base.Problem;
import org.jspecify.annotations.Nullable;

/// What came of one attempt at a step.
///
/// @param exit    the script's exit status; -1: it has none
/// @param problem null: nothing is the matter
/// @param over    whether its job has ended and all its output is here, so that its folder may go
record Outcome(StepState state, int exit, @Nullable Problem problem, boolean over) {

    static Outcome of(StepState state, int exit) {
        return new Outcome(state, exit, null, true);
    }

    static Outcome failed(int exit, Problem problem) {
        return new Outcome(StepState.FAILED, exit, problem, true);
    }

    /// Its job is gone without an end: the step looks for itself how far it got, and goes on from there.
    static Outcome again(Problem problem) {
        return new Outcome(StepState.WAITING, -1, problem, true);
    }

    /// Its host was restarted because it asked for that: it runs once more.
    ///
    /// @param often what to say when it has asked too often
    static Outcome restarted(int exit, Problem often) {
        return new Outcome(StepState.WAITING, exit, often, true);
    }

    boolean hasRestarted() {
        return state == StepState.WAITING && exit != -1;
    }

    /// Nothing was begun on the host.
    static Outcome notBegun(StepState state, @Nullable Problem problem) {
        return new Outcome(state, -1, problem, false);
    }

    static Outcome unknown(Problem problem) {
        return new Outcome(StepState.UNKNOWN, -1, problem, false);
    }
}
