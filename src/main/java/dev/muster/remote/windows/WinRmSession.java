package dev.muster.remote.windows;

import dev.muster.remote.windows.WinRmFailure.Kind;
import io.cloudsoft.winrm4j.client.WinRmClient;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Commands on one host over one signed-in connection, each in a shell of its own, one after another. What the
/// library does is done on a thread of our own, so that a wait can be ended: by closing the connection under it. Then
/// the library tells the host to end the command, over a new connection.
public final class WinRmSession implements AutoCloseable {

    /// A request that the host holds for [WinRm#POLL] and then answers.
    private static final Duration ANSWER = WinRm.POLL.plusSeconds(25);

    private static final Duration ENDING = Duration.ofSeconds(15);

    /// Makes another connection, signed in.
    interface Opener {
        Wire open() throws WinRmFailure;
    }

    private final WinRmClient client;
    private final Map<String, String> environment;
    private final Opener opener;
    private volatile Wire wire;
    private volatile long heard = System.nanoTime();
    private volatile @Nullable WinRmFailure failure;
    private volatile boolean ended;
    private volatile boolean gone;

    WinRmSession(WinRm library, Endpoint endpoint, Opener opener, Wire wire) {
        this.environment = new LinkedHashMap<>();
        this.client = library.client(endpoint, environment);
        this.opener = opener;
        this.wire = wire;
    }

    /// Whether another command may be run on it.
    public boolean isFit() {
        return failure == null && wire.isOpen();
    }

    /// @param variables what the command finds in its environment
    /// @param out       gets what it prints, on another thread; it blocks the host when it blocks
    /// @param limit     for the whole command
    /// @param silence   for as long as it prints nothing
    /// @return the exit code
    /// @throws WinRmFailure of [Kind#SILENT] when one of the limits has passed; then the command was told to end
    public int run(
            Map<String, String> variables,
            String command,
            Consumer<byte[]> out,
            Consumer<byte[]> err,
            Duration limit,
            Duration silence)
            throws WinRmFailure, InterruptedException {
        environment.clear();
        environment.putAll(variables);
        heard = System.nanoTime();
        var start = heard;
        var work = new FutureTask<>(() -> ScopedValue.where(WireConduit.LINE, this::exchange)
                .call(() -> execute(command, out.andThen(this::heard), err.andThen(this::heard))));
        Thread.ofVirtual().name("muster-winrm").start(work);
        try {
            while (true) {
                var now = System.nanoTime();
                var left = Math.min(limit.toNanos() - (now - start), silence.toNanos() - (now - heard));
                if (left <= 0) {
                    end(work);
                    throw new WinRmFailure(Kind.SILENT, "");
                }
                try {
                    return work.get(left, TimeUnit.NANOSECONDS);
                } catch (TimeoutException e) {
                    // looks again: something may have been heard meanwhile
                }
            }
        } catch (InterruptedException e) {
            end(work);
            throw e;
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } finally {
            environment.clear();
        }
    }

    /// The thread that waits may have been interrupted: what follows is worth waiting for all the same.
    private void end(FutureTask<Integer> work) {
        ended = true;
        failure = new WinRmFailure(Kind.BROKEN, "");
        wire.close();
        var until = System.nanoTime() + ENDING.toNanos();
        var interrupted = Thread.interrupted();
        while (!work.isDone() && System.nanoTime() < until) {
            try {
                work.get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException | TimeoutException e) {
                break;
            }
        }
        close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private int execute(String command, Consumer<byte[]> out, Consumer<byte[]> err) {
        var shell = client.createShell();
        try {
            return shell.execute(command, new Passing(out), new Passing(err));
        } finally {
            try {
                shell.close();
            } catch (RuntimeException e) {
                // what the command said is known; the shell goes when it was idle for long enough
                wire.close();
            }
        }
    }

    private byte[] exchange(byte[] soap) throws IOException {
        try {
            if (gone || (ended && !endsSomething(soap))) {
                throw new WinRmFailure(Kind.BROKEN, "");
            }
            if (!wire.isOpen()) {
                wire = reopened();
            }
            var answer = wire.post(soap, ANSWER);
            heardOf(Fault.in(answer).orElse(null));
            return answer;
        } catch (WinRmFailure e) {
            keep(e);
            throw new IOException(e);
        }
    }

    /// Signal and Delete: what is sent after the end was decided.
    private static boolean endsSomething(byte[] soap) {
        var text = new String(soap, StandardCharsets.UTF_8);
        return text.contains("/windows/shell/Signal<") || text.contains("/transfer/Delete<");
    }

    private void heardOf(@Nullable Fault fault) {
        if (fault == null) {
            heard = System.nanoTime();
        } else if (!fault.isNothingYet()) {
            keep(fault.failure());
        }
    }

    /// Time that the taker needed isn't the host's silence.
    private void heard(byte[] ignored) {
        heard = System.nanoTime();
    }

    private Wire reopened() throws WinRmFailure {
        try {
            return opener.open();
        } catch (WinRmFailure e) {
            gone = true;
            throw e;
        }
    }

    /// The first one counts: what comes after it is what it caused. Refused credentials aren't shown again.
    private void keep(WinRmFailure now) {
        if (failure == null) {
            failure = now;
        }
        if (now.kind() == Kind.REFUSED || now.kind() == Kind.CERTIFICATE) {
            gone = true;
        }
    }

    private WinRmFailure failure(@Nullable Throwable thrown) {
        var known = failure;
        if (known == null) {
            known = new WinRmFailure(Kind.GARBLED, String.valueOf(thrown));
            failure = known;
        }
        return known;
    }

    @Override
    public void close() {
        gone = true;
        wire.close();
        client.close();
    }

    /// The library gives characters; what we let pass is ASCII, and the rest is noise.
    private static final class Passing extends Writer {
        private final Consumer<byte[]> to;

        Passing(Consumer<byte[]> to) {
            this.to = to;
        }

        @Override
        public void write(char[] characters, int from, int length) {
            to.accept(new String(characters, from, length).getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void flush() {
            // nothing is kept back
        }

        @Override
        public void close() {
            // the library closes it at the end of each answer
        }
    }
}
