package dev.muster.base;

/// Something a person must act on: what is the matter, why it matters, what would do, and where.
public record Problem(Kind kind, Place place, Text what, Text why, Text fix) {

    /// What a problem means for the run as a whole; the command line's exit codes follow it (`cli.md`).
    public enum Kind {
        /// the input or the usage can't be used
        INPUT,
        /// a host key or certificate is unknown or has changed
        TRUST,
        /// somebody else holds a host's lock
        LOCKED,
        /// a check stops the run
        CHECK,
        /// the connection was lost; the step may be going on
        LOST,
        /// a step failed
        STEP
    }

    public static Problem input(Place place, Text what, Text why, Text fix) {
        return new Problem(Kind.INPUT, place, what, why, fix);
    }
}
