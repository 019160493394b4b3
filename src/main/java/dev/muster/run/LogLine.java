package dev.muster.run;

import dev.muster.base.HostName;
import dev.muster.plan.StepId;
import java.time.Instant;

/// A line of a log.
///
/// @param number from 0, in the view that it was read from
/// @param time   when it came, to the piece of output that it came in
public record LogLine(long number, Instant time, StepId step, HostName host, String text) {}
