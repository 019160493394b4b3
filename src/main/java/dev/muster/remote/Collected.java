package dev.muster.remote;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/// The output of one short script while it comes in.
final class Collected {

    private static final int MOST = 16 * 1024 * 1024;

    private final long start;
    private final Instant sent = Instant.now();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private long first;

    /// Something that is read to its end.
    interface Source<E extends Exception> {
        /// @return its status
        int read(Consumer<byte[]> out, Consumer<byte[]> err) throws E, LostException, InterruptedException;
    }

    /// All that a source says, whose request leaves now.
    static <E extends Exception> Output of(Source<E> source) throws E, LostException, InterruptedException {
        var output = new Collected(System.nanoTime());
        return output.ended(source.read(bytes -> output.out(bytes, System.nanoTime()), output::err));
    }

    /// @param start `System.nanoTime` when the request leaves
    Collected(long start) {
        this.start = start;
    }

    long start() {
        return start;
    }

    void out(byte[] bytes, long at) {
        if (first == 0) {
            first = at;
        }
        keep(out, bytes);
    }

    void err(byte[] bytes) {
        keep(err, bytes);
    }

    Output ended(int status) {
        var until = first == 0 ? System.nanoTime() : first;
        return new Output(
                status,
                out.toString(StandardCharsets.UTF_8),
                err.toString(StandardCharsets.UTF_8),
                sent,
                Duration.ofNanos(until - start));
    }

    private static void keep(ByteArrayOutputStream kept, byte[] bytes) {
        kept.write(bytes, 0, Math.min(bytes.length, MOST - kept.size()));
    }
}
