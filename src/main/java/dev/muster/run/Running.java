package dev.muster.run;

import dev.muster.plan.StepId;
import java.util.List;

/// A run that is under way. Every verb returns at once; what comes of it is told by events.
public interface Running {

    RunId id();

    /// Ends the running steps' process groups on their hosts and starts no more.
    void cancel();

    /// Starts no more steps; those that run go on to their end.
    void finishAndStop();

    void retry(List<StepId> steps);

    void skip(List<StepId> steps);

    /// Waits for the end. A parked run doesn't end while it is waited for, unless the runner was told to end
    /// there.
    RunEnd await() throws InterruptedException;
}
