package dev.muster.probe.mesh;

import java.time.Duration;

/// Packets there and back.
///
/// @param came   how many came back; none may mean that the host doesn't answer such packets at all
/// @param median of the time they took; zero when none came
public record Pings(int sent, int came, Duration median) {

    public int lost() {
        return sent - came;
    }
}
