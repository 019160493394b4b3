package dev.muster.run;

/// Where a step stands.
public enum StepState {
    WAITING,
    RUNNING,
    DONE,
    /// it was so already; nothing was changed
    ALREADY,
    SKIPPED,
    FAILED,
    CANCELLED,
    /// the line was lost while it ran: it may be going on
    UNKNOWN;

    /// Whether steps that wait for this one may start.
    public boolean opensTheWay() {
        return this == DONE || this == ALREADY || this == SKIPPED;
    }
}
