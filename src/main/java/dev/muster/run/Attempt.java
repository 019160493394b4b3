package dev.muster.run;

import dev.muster.plan.Step;

/// One attempt at a step, on a thread of its own.
sealed interface Attempt permits StepRun, ApiRun, WaitRun, ProofRun {

    /// Why somebody ends a step before its time.
    enum Ending {
        CANCELLED,
        TOO_LONG
    }

    Step step();

    /// 1: the first.
    int attempt();

    /// To be called on the thread that is to do it.
    Outcome carryOut();

    /// Ends it before its time; what comes of it is the outcome. Returns at once.
    void end(Ending why);

    /// Lets go of it: nobody can write down what it does.
    void leave();

    /// What it left elsewhere may go: the journal has its end, and its output is here.
    void clear() throws InterruptedException;
}
