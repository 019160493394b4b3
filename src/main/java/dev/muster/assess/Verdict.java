package dev.muster.assess;

/// What a cell of the isolation matrix comes to, for somebody who looks at all of them at once.
public enum Verdict {
    /// by process isolation and by Hyper-V isolation
    BOTH,
    /// by process isolation; of Hyper-V isolation nobody says anything
    PROCESS,
    /// by Hyper-V isolation alone, which Kubernetes doesn't start
    HYPERV,
    NONE,
    /// nobody says whether process isolation works
    UNKNOWN;

    static Verdict of(Answer process, Answer hyperv) {
        return switch (process) {
            case YES -> hyperv == Answer.YES ? BOTH : PROCESS;
            case UNKNOWN -> UNKNOWN;
            case NO ->
                switch (hyperv) {
                    case YES -> HYPERV;
                    case NO -> NONE;
                    case UNKNOWN -> UNKNOWN;
                };
        };
    }
}
