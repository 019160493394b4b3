package dev.muster.remote;

import dev.muster.script.Script;
import dev.muster.setup.Os;
import java.time.Duration;
import java.util.function.Consumer;

/// A signed-in line to one host, with the rights of root or of an elevated administrator. One a host, shared by all
/// that talk to it; safe for many threads.
public interface Connection extends AutoCloseable {

    /// Runs a short script, waits for its end and gives back all that it printed. The script doesn't
    /// outlive the line: for reading and for looking, and for changes of one blow.
    ///
    /// @throws LostException when the line breaks or the limit passes
    Output run(Script script, Duration limit) throws LostException;

    /// Runs a script whose output is read while it runs, line by line, to its end. It doesn't outlive the line:
    /// an interrupt ends the reading, and with it on Linux, at its next word, the script; on Windows it is told
    /// to end.
    ///
    /// @param silence how long it may print nothing at all
    /// @param lines   each line as it comes, on the calling thread
    /// @return its exit status
    /// @throws LostException when the line breaks or it is silent for too long
    int read(Script script, Duration silence, Consumer<String> lines) throws LostException, InterruptedException;

    /// The host's system, and so the language of what runs there.
    default Os os() {
        return Os.LINUX;
    }

    /// Jobs on the host: what the steps of a plan run as.
    Jobs jobs();

    @Override
    void close();
}
