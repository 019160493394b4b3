package dev.muster.practice.windows;

import java.io.IOException;

/// What runs on the host when a command asks for it.
@FunctionalInterface
public interface Program {

    /// An interrupt is the end of it: the client has signalled, or deleted the shell.
    ///
    /// @return the exit code
    int run(Console console) throws IOException, InterruptedException;
}
