package dev.muster.run;

import dev.muster.base.Place;
import dev.muster.base.Problem;
import dev.muster.base.Text;
import dev.muster.plan.ScriptStep;
import dev.muster.setup.Host;

/// What can be the matter with one attempt at a step, as problems.
record StepTroubles(Backstage backstage, ScriptStep step, Host host, int attempt) {

    private static final int SHOWN_LINES = 12;

    Problem failed(int exit) {
        return problem(
                Text.of(RunWords.STEP_FAILED, step.id().value(), exit), Text.of(RunWords.STEP_FAILED_WHY, lastLines()));
    }

    Problem tooLong() {
        return problem(
                Text.of(RunWords.STEP_TOO_LONG, step.id().value(), step.timeout()),
                Text.of(RunWords.STEP_TOO_LONG_WHY, lastLines()));
    }

    Problem vanished() {
        return problem(
                Text.of(RunWords.STEP_VANISHED, step.id().value(), host.name()),
                Text.of(RunWords.STEP_VANISHED_WHY, lastLines()));
    }

    Problem restartedTooOften() {
        return problem(
                Text.of(RunWords.RESTARTED_TOO_OFTEN, step.id().value(), host.name()),
                Text.of(RunWords.STEP_FAILED_WHY, lastLines()));
    }

    Problem secretMissing(String name) {
        return Problem.input(
                Place.field(name, ""),
                Text.of(RunWords.SECRET_MISSING, name, step.id().value()),
                Text.of(RunWords.SECRET_MISSING_WHY),
                Text.of(RunWords.SECRET_MISSING_FIX));
    }

    /// It was begun, and we can't get to it any more.
    Problem outOfReach(Problem why) {
        return why.kind() == Problem.Kind.TRUST || why.kind() == Problem.Kind.LOCKED ? why : lost(why.what());
    }

    Problem lost(Text why) {
        return new Problem(
                Problem.Kind.LOST,
                Place.field(step.id().value(), ""),
                Text.of(RunWords.STEP_LOST, step.id().value(), host.name()),
                why,
                Text.of(RunWords.STEP_LOST_FIX, backstage.run().value()));
    }

    private String lastLines() {
        return String.join("\n", backstage.tail(step, attempt, SHOWN_LINES));
    }

    private Problem problem(Text what, Text why) {
        return new Problem(
                Problem.Kind.STEP,
                Place.field(step.id().value(), ""),
                what,
                why,
                Text.of(
                        RunWords.STEP_FAILED_FIX,
                        backstage.run().value(),
                        step.id().value()));
    }
}
