package dev.muster.assess;

/// An answer of the isolation matrix. Unknown is never yes.
public enum Answer {
    YES,
    NO,
    UNKNOWN
}
