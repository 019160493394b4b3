package dev.muster.ui.work;

import dev.muster.run.LogLine;
import dev.muster.run.LogView;
import java.util.List;

/// A run's log as the run's room reads it.
record RunLog(LogView view) implements LogText {

    @Override
    public long lines() {
        view.refresh();
        return view.lines();
    }

    @Override
    public List<LogLine> read(long from, int count) {
        return view.read(from, count);
    }
}
