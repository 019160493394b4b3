package dev.muster.remote;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Ends a wait of the library's from outside when its time is over: the library bounds single reads, not a server
/// that sends a byte a second.
final class Deadline implements AutoCloseable {

    private final ScheduledExecutorService clock;

    Deadline() {
        clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("muster-deadlines").daemon().factory());
    }

    /// @param end what ends the wait; runs on a thread of its own when the time is over and the timer is still
    ///     open
    Timer in(Duration time, Runnable end) {
        var over = new AtomicBoolean();
        Runnable pass = () -> {
            over.set(true);
            Thread.startVirtualThread(end);
        };
        try {
            var task = clock.schedule(pass, time.toMillis(), TimeUnit.MILLISECONDS);
            return new Timer(over, () -> task.cancel(false));
        } catch (RejectedExecutionException e) {
            // closed: Muster is leaving, and whoever still dials is told that the time is over
            pass.run();
            return new Timer(over, () -> {});
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    /// A time that is running; closing it in time keeps its end from happening.
    record Timer(AtomicBoolean passed, Runnable cancel) implements AutoCloseable {

        boolean isOver() {
            return passed.get();
        }

        @Override
        public void close() {
            cancel.run();
        }
    }
}
