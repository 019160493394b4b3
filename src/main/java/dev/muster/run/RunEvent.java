package dev.muster.run;

import dev.muster.base.HostName;
import dev.muster.base.Problem;
import dev.muster.base.Text;
import dev.muster.plan.StepId;
import java.time.Instant;
import java.util.List;

/// News of a run, in the order in which it happened; already redacted, already on disk.
public sealed interface RunEvent {

    Instant time();

    record StepChanged(Instant time, StepId step, HostName host, StepState state, int attempt) implements RunEvent {}

    record LogLine(Instant time, StepId step, HostName host, String line) implements RunEvent {}

    /// Something happened to a host that changes no step: its line was lost or came back, it restarts.
    record Noted(Instant time, HostName host, Text what) implements RunEvent {}

    /// Nothing runs and nothing can start: hosts have failed and wait for *Try again* or *Skip*.
    record Parked(Instant time, List<StepId> failed) implements RunEvent {}

    record Ended(Instant time, RunEnd end, List<Problem> problems) implements RunEvent {}
}
