package dev.muster.probe;

/// Whether something keeps the clock right.
///
/// @param by the service: `chronyd`, `systemd-timesyncd`; empty when there is none
public record TimeSync(State state, String by) {

    public enum State {
        SYNCHRONISED,
        SYNCING,
        OFF
    }
}
