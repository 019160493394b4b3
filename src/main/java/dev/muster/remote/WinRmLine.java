package dev.muster.remote;

import dev.muster.base.Text;
import dev.muster.remote.windows.Envelope;
import dev.muster.remote.windows.Loader;
import dev.muster.remote.windows.WinRmFailure;
import dev.muster.remote.windows.WinRmFailure.Kind;
import dev.muster.remote.windows.WinRmSession;
import dev.muster.script.Script;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.Consumer;

/// One Windows host over WinRM. A session runs one command at a time, so there may be several; those at rest are kept
/// for a minute, because after two the host closes them.
final class WinRmLine implements WindowsLine {

    private static final byte[] NOTHING = {};
    private static final long REST = Duration.ofSeconds(60).toNanos();
    private static final Duration NO_LIMIT = Duration.ofDays(7);

    /// Signs in once more.
    interface More {
        WinRmSession session() throws WinRmFailure;
    }

    private record Resting(WinRmSession session, long since) {}

    private final String address;
    private final String user;
    private final More more;
    private final SecureRandom random;
    private final Deque<Resting> resting = new ArrayDeque<>();
    private volatile boolean alive = true;
    private volatile boolean closed;

    WinRmLine(String address, String user, WinRmSession first, More more, SecureRandom random) {
        this.address = address;
        this.user = user;
        this.more = more;
        this.random = random;
        giveBack(first);
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public boolean isAlive() {
        return alive && !closed;
    }

    @Override
    public Output run(Script script, byte[] input, Duration limit) throws LostException, InterruptedException {
        try {
            return Collected.of((out, err) -> go(script, input, limit, limit, out, err));
        } catch (WinRmFailure e) {
            throw new LostException(
                    e.kind() == Kind.SILENT
                            ? Text.of(RemoteWords.WINRM_TOO_LONG, address, limit)
                            : Text.of(RemoteWords.LOST, address, WinRmTrouble.reason(e, user)));
        } finally {
            Arrays.fill(input, (byte) 0);
        }
    }

    @Override
    public int read(Script script, Duration silence, Consumer<byte[]> out, Consumer<byte[]> err)
            throws LostException, InterruptedException {
        return Relay.run(
                (outHere, errHere) -> {
                    try {
                        return go(script, NOTHING, NO_LIMIT, silence, outHere, errHere);
                    } catch (WinRmFailure e) {
                        throw new LostException(Text.of(RemoteWords.LOST, address, WinRmTrouble.reason(e, user)));
                    }
                },
                out,
                err);
    }

    private int go(
            Script script, byte[] input, Duration limit, Duration silence, Consumer<byte[]> out, Consumer<byte[]> err)
            throws WinRmFailure, LostException, InterruptedException {
        var envelope = Envelope.of(Nonce.mark(random), script.text(), input);
        var loaded = new Loaded(envelope.mark(), out, err);
        var session = take();
        try {
            var exit = session.run(envelope.variables(), Loader.COMMAND, loaded::out, loaded::err, limit, silence);
            return loaded.ended(exit, address);
        } catch (WinRmFailure e) {
            if (e.kind() == Kind.BROKEN || e.kind() == Kind.REFUSED || e.kind() == Kind.CERTIFICATE) {
                alive = false;
            }
            throw e;
        } finally {
            giveBack(session);
        }
    }

    private WinRmSession take() throws WinRmFailure {
        synchronized (resting) {
            while (!resting.isEmpty()) {
                var last = resting.removeLast();
                if (System.nanoTime() - last.since() < REST && last.session().isFit()) {
                    return last.session();
                }
                last.session().close();
            }
        }
        return more.session();
    }

    private void giveBack(WinRmSession session) {
        synchronized (resting) {
            if (!closed && session.isFit()) {
                resting.addLast(new Resting(session, System.nanoTime()));
                return;
            }
        }
        session.close();
    }

    @Override
    public void close() {
        closed = true;
        synchronized (resting) {
            resting.forEach(rested -> rested.session().close());
            resting.clear();
        }
    }
}
