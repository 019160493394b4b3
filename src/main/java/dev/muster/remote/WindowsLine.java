package dev.muster.remote;

import dev.muster.script.Script;
import java.time.Duration;
import java.util.function.Consumer;

/// A signed-in way to one Windows host, over WinRM or SSH: it runs scripts of `scripts/windows/` through the loader
/// (door sign of `remote.windows`) with the rights of an elevated administrator. Safe for many threads.
interface WindowsLine extends AutoCloseable {

    /// The IP address, for what is said about it.
    String address();

    boolean isAlive();

    /// Runs a script to its end.
    ///
    /// @param input what it finds as `$MusterInput`; wiped when sent
    /// @throws LostException also when the limit passes; then the script has been told to end
    Output run(Script script, byte[] input, Duration limit) throws LostException, InterruptedException;

    /// Runs a script that is read as it prints.
    ///
    /// @param silence how long it may print nothing at all
    /// @param out     gets the bytes in order, on the calling thread
    /// @param err     gets what it says aside
    /// @return its status
    int read(Script script, Duration silence, Consumer<byte[]> out, Consumer<byte[]> err)
            throws LostException, InterruptedException;

    @Override
    void close();
}
