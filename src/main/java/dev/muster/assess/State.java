package dev.muster.assess;

/// What came of a check. "Could not be checked", "not yet" and "failed" are different words.
public enum State {
    PASSED,
    FAILED,
    /// not yet: a clock that is syncing, a host key that waits to be confirmed
    PENDING,
    /// could not be checked
    UNKNOWN,
    NOT_APPLICABLE,
    /// failed, soft, and taken knowingly
    ACCEPTED
}
