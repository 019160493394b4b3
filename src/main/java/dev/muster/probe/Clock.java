package dev.muster.probe;

import java.time.Duration;

/// The host's clock against the workstation's, after Cristian: read between sending and receiving.
///
/// @param ahead how far it is ahead; negative when behind
/// @param error half the round trip: the truth lies within `ahead ± error`
public record Clock(Duration ahead, Duration error) {}
