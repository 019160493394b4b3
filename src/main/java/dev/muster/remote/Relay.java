package dev.muster.remote;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Carries what another thread hears to the thread that asked, which may take its time: what isn't taken isn't read,
/// so memory is bounded whatever the host prints.
final class Relay {

    private static final int PIECES = 16;
    private static final Duration ENDING = Duration.ofSeconds(20);

    /// What hears.
    interface Work {
        int run(Consumer<byte[]> out, Consumer<byte[]> err) throws LostException, InterruptedException;
    }

    @SuppressWarnings("ArrayRecordComponent") // taken once, never compared
    private sealed interface Heard {
        record Out(byte[] bytes) implements Heard {}

        record Err(byte[] bytes) implements Heard {}

        record Ended(int status) implements Heard {}

        record Lost(LostException why) implements Heard {}

        record Failed(RuntimeException why) implements Heard {}
    }

    private final BlockingQueue<Heard> queue = new ArrayBlockingQueue<>(PIECES);
    private volatile boolean abandoned;

    private Relay() {}

    static int run(Work work, Consumer<byte[]> out, Consumer<byte[]> err) throws LostException, InterruptedException {
        return new Relay().carry(work, out, err);
    }

    private int carry(Work work, Consumer<byte[]> out, Consumer<byte[]> err)
            throws LostException, InterruptedException {
        var worker = Thread.startVirtualThread(() -> put(result(work)));
        var done = false;
        try {
            while (true) {
                switch (queue.take()) {
                    case Heard.Out(var bytes) -> out.accept(bytes);
                    case Heard.Err(var bytes) -> err.accept(bytes);
                    case Heard.Ended(var status) -> {
                        done = true;
                        return status;
                    }
                    case Heard.Lost(var why) -> {
                        done = true;
                        throw why;
                    }
                    case Heard.Failed(var why) -> {
                        done = true;
                        throw why;
                    }
                }
            }
        } finally {
            if (!done) {
                giveUp(worker);
            }
        }
    }

    private Heard result(Work work) {
        try {
            return new Heard.Ended(work.run(bytes -> put(new Heard.Out(bytes)), bytes -> put(new Heard.Err(bytes))));
        } catch (LostException e) {
            return new Heard.Lost(e);
        } catch (InterruptedException e) {
            return new Heard.Failed(new IllegalStateException("given up", e));
        } catch (RuntimeException e) {
            return new Heard.Failed(e);
        }
    }

    /// Whoever is told to stop while it tells has nobody left to tell.
    private void put(Heard heard) {
        try {
            while (!queue.offer(heard, 100, TimeUnit.MILLISECONDS)) {
                if (abandoned) {
                    throw new IllegalStateException("nobody listens");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits until the host was told: the one who gave up may be interrupted already.
    private void giveUp(Thread worker) {
        abandoned = true;
        worker.interrupt();
        var interrupted = Thread.interrupted();
        try {
            worker.join(ENDING);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
