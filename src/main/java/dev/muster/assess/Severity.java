package dev.muster.assess;

/// What it means when a check fails.
public enum Severity {
    /// stops the run
    HARD,
    /// wants a word: it is accepted with a reason, or mended
    SOFT,
    /// is only said
    INFO
}
