package dev.muster.lab;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waits for a thing, never for a time.
final class Waiting {

    private Waiting() {}

    static void until(String what, Duration limit, BooleanSupplier thing) {
        var end = System.nanoTime() + limit.toNanos();
        while (!thing.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + limit + ": " + what);
            }
            aMoment();
        }
    }

    /// Between two looks.
    static void aMoment() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
