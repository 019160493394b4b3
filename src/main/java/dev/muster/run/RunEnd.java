package dev.muster.run;

/// How a run ended; the command line's exit codes follow it.
public enum RunEnd {
    DONE,
    FAILED,
    CANCELLED,
    LOST,
    LOCKED,
    TRUST
}
