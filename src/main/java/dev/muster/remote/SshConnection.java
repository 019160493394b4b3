package dev.muster.remote;

import dev.muster.base.Text;
import dev.muster.remote.Exchange.Event;
import dev.muster.script.Script;
import java.time.Duration;
import java.util.function.Consumer;

/// A host that is signed in to, with root's rights.
final class SshConnection implements LiveConnection {

    private static final byte[] NOTHING = {};

    private final Lines lines;
    private final Shell shell;

    SshConnection(Lines lines, Shell shell) {
        this.lines = lines;
        this.shell = shell;
    }

    @Override
    public boolean isAlive() {
        return lines.areAlive();
    }

    @Override
    public Output run(Script script, Duration limit) throws LostException {
        return run(script, NOTHING, limit);
    }

    Output run(Script script, byte[] input, Duration limit) throws LostException {
        try {
            return shell.run(script, input, limit);
        } catch (Trouble.Found e) {
            throw new LostException(e.trouble().what());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LostException(Text.of(RemoteWords.INTERRUPTED, lines.address()));
        }
    }

    @Override
    public int read(Script script, Duration silence, Consumer<String> lines)
            throws LostException, InterruptedException {
        var cutter = new LineCutter(lines);
        try (var exchange = begin(script)) {
            while (true) {
                switch (exchange.next(silence)) {
                    case Event.Out(var bytes, var _) -> cutter.take(bytes);
                    case Event.Err _ -> {
                        // aside; what matters is printed
                    }
                    case Event.Ended(var status) -> {
                        cutter.close();
                        return status;
                    }
                    case Event.Closed _ -> throw lost(RemoteWords.CUT_OFF);
                    case Event.Broken(var why) -> throw Broken.lost(address(), why);
                    case Event.Silent() -> throw lost(RemoteWords.SILENT);
                    case Event.Begun(), Event.Prompted() -> throw new IllegalStateException("a script began twice");
                }
            }
        }
    }

    private LostException lost(RemoteWords why) {
        return new LostException(Text.of(RemoteWords.LOST, address(), Text.of(why)));
    }

    /// Writes a file by SFTP, with the rights of the sign-in alone.
    Sftp sftp(String path, long offset) throws Sftp.Unusable, LostException {
        return Sftp.open(address(), lines::sftp, path, offset);
    }

    /// Starts a script that is read as it goes.
    Exchange begin(Script script) throws LostException, InterruptedException {
        try {
            return shell.begin(script, NOTHING);
        } catch (Trouble.Found e) {
            throw new LostException(e.trouble().what());
        }
    }

    String address() {
        return lines.address();
    }

    @Override
    public Jobs jobs() {
        return new SshJobs(this);
    }

    @Override
    public void close() {
        lines.close();
    }
}
