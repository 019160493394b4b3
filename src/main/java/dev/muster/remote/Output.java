package dev.muster.remote;

import java.time.Duration;
import java.time.Instant;

/// What a short script printed, cut at 16 MiB each.
///
/// @param exit  the script's own exit status, not the login shell's
/// @param sent  when the request left, by the workstation's clock
/// @param firstByte how long after that the first byte of the script's own output came
public record Output(int exit, String out, String err, Instant sent, Duration firstByte) {}
