package dev.muster.cli;

import dev.muster.flow.Workplace;
import java.util.Map;

/// The other face: what `muster` without a command opens.
@FunctionalInterface
public interface Wizard {

    /// Opens it and waits until it is closed.
    ///
    /// @return whether there was a display to open it on
    boolean open(Workplace place, Map<String, String> environment) throws InterruptedException;
}
