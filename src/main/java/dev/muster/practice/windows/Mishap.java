package dev.muster.practice.windows;

import java.time.Duration;

/// Something that goes wrong on purpose, for tests. The first two refuse before anything is done; with the others the
/// operation was done, and its answer is what suffers.
public sealed interface Mishap {

    /// An HTTP status and no body: 401 (which ends the logon), 403, 500, 503.
    record Status(int code) implements Mishap {}

    /// A fault instead of the answer.
    record Told(Fault fault) implements Mishap {}

    /// An answer that isn't XML to its end.
    record Malformed() implements Mishap {}

    /// A page of HTML with status 200, as a proxy between would send it.
    record Page() implements Mishap {}

    /// The connection ends after so many bytes of the answer; 0: before its first.
    record Cut(int after) implements Mishap {}

    /// The connection is reset after so many bytes of the answer, and what was under way is lost.
    record Reset(int after) implements Mishap {}

    /// A byte, a pause, a byte.
    record Drip(Duration between) implements Mishap {}

    /// No answer, and no end of the connection: half open.
    record Silence() implements Mishap {}
}
