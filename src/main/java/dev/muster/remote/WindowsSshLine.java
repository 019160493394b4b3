package dev.muster.remote;

import dev.muster.base.Text;
import dev.muster.remote.windows.Envelope;
import dev.muster.remote.windows.Loader;
import dev.muster.script.Script;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;

/// One Windows host over SSH: the same loader as over WinRM, with the envelope on its standard input. Whether the
/// login shell is cmd or PowerShell makes no difference to the command, which both pass on as it is.
///
/// Ending a command is closing its channel; whether that ends what it began, hosts don't agree about.
final class WindowsSshLine implements WindowsLine {

    private static final byte[] NOTHING = {};
    private static final Duration NO_LIMIT = Duration.ofDays(7);

    private final Lines lines;
    private final SecureRandom random;

    WindowsSshLine(Lines lines, SecureRandom random) {
        this.lines = lines;
        this.random = random;
    }

    @Override
    public String address() {
        return lines.address();
    }

    @Override
    public boolean isAlive() {
        return lines.areAlive();
    }

    @Override
    public Output run(Script script, byte[] input, Duration limit) throws LostException, InterruptedException {
        try {
            return Collected.of((out, err) -> go(script, input, limit, limit, out, err));
        } finally {
            Arrays.fill(input, (byte) 0);
        }
    }

    @Override
    public int read(Script script, Duration silence, Consumer<byte[]> out, Consumer<byte[]> err)
            throws LostException, InterruptedException {
        return go(script, NOTHING, NO_LIMIT, silence, out, err);
    }

    private int go(
            Script script, byte[] input, Duration limit, Duration silence, Consumer<byte[]> out, Consumer<byte[]> err)
            throws LostException, InterruptedException {
        var envelope = Envelope.of(Nonce.mark(random), script.text(), input);
        var loaded = new Loaded(envelope.mark(), out, err);
        var start = System.nanoTime();
        var ended = 0;
        try (var spoken =
                lines.start(Loader.COMMAND, (channel, command) -> new Spoken(channel, command, envelope.lines()))) {
            while (ended < Spoken.OUTPUTS) {
                var left = limit.minusNanos(System.nanoTime() - start);
                switch (spoken.next(left.compareTo(silence) < 0 ? left : silence)) {
                    case Spoken.Out(var bytes) -> loaded.out(bytes);
                    case Spoken.Err(var bytes) -> loaded.err(bytes);
                    case Spoken.Ended() -> ended++;
                    case Spoken.Broke(var why) -> throw Broken.lost(address(), why);
                    case Spoken.Silent() ->
                        throw new LostException(
                                limit.equals(NO_LIMIT)
                                        ? Text.of(RemoteWords.LOST, address(), Text.of(RemoteWords.WINRM_NO_SIGN))
                                        : Text.of(RemoteWords.TOO_LONG, address(), limit));
                }
            }
            return loaded.ended(spoken.exit(), address());
        } catch (Trouble.Found e) {
            throw new LostException(e.trouble().what());
        }
    }

    @Override
    public void close() {
        lines.close();
    }
}
