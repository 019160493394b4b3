package dev.muster.remote;

import dev.muster.base.Text;
import dev.muster.script.Script;
import dev.muster.setup.Os;
import java.time.Duration;
import java.util.function.Consumer;

/// A Windows host, over whichever line leads there.
final class WindowsConnection implements LiveConnection {

    private static final byte[] NOTHING = {};

    private final WindowsLine line;

    WindowsConnection(WindowsLine line) {
        this.line = line;
    }

    WindowsLine line() {
        return line;
    }

    @Override
    public boolean isAlive() {
        return line.isAlive();
    }

    @Override
    public Os os() {
        return Os.WINDOWS;
    }

    @Override
    public Output run(Script script, Duration limit) throws LostException {
        return run(line, script, NOTHING, limit);
    }

    static Output run(WindowsLine line, Script script, byte[] input, Duration limit) throws LostException {
        try {
            return line.run(script, input, limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LostException(Text.of(RemoteWords.INTERRUPTED, line.address()));
        }
    }

    @Override
    public int read(Script script, Duration silence, Consumer<String> lines)
            throws LostException, InterruptedException {
        var cutter = new LineCutter(lines);
        var status = line.read(script, silence, cutter::take, _ -> {});
        cutter.close();
        return status;
    }

    @Override
    public Jobs jobs() {
        return new WindowsJobs(line);
    }

    @Override
    public void close() {
        line.close();
    }
}
