package dev.muster.ui.work;

import dev.muster.run.LogLine;
import java.util.List;

/// The lines of a log, read from its files by number. Called away from the window's thread.
public interface LogText {

    /// Looks for what came since.
    ///
    /// @return how many lines there are now
    long lines();

    /// @param from from 0
    List<LogLine> read(long from, int count);
}
