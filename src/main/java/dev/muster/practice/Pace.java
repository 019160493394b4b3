package dev.muster.practice;

import java.time.Duration;

/// How fast practice goes: 1 as a person can follow it, 100 for tests.
record Pace(double speed) {

    Pace {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("a speed is more than nothing: " + speed);
        }
    }

    /// Lets this much practice time pass.
    void pass(Duration time) throws InterruptedException {
        var nanos = (long) (time.toNanos() / speed);
        Thread.sleep(Duration.ofNanos(nanos));
    }

    void pass(long milliseconds) throws InterruptedException {
        pass(Duration.ofMillis(milliseconds));
    }
}
