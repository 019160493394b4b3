package dev.muster.cli;

import dev.muster.flow.Workplace;
import java.util.Map;

/// What the command line needs of the process around it, and only its owner can do.
public interface Outside {

    /// Opens the other face, the window, and waits until it is closed.
    ///
    /// @return whether there was a display to open it on
    boolean openWizard(Workplace place, Map<String, String> environment) throws InterruptedException;

    /// Ends the process at once with this exit code. For the way out on Ctrl-C: by then the process is ending with the
    /// signal's own code, which no script knows.
    void endNow(int code);
}
