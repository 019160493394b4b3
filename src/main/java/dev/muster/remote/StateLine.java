package dev.muster.remote;

import java.util.regex.Pattern;

/// Reads the line in which the job scripts tell a job's state.
final class StateLine {

    private static final Pattern SHAPE =
            Pattern.compile("(absent)|running (\\d{1,18})|ended (-?\\d{1,10}) (\\d{1,18})|vanished (\\d{1,18})");

    private StateLine() {}

    /// @param out what a script printed; the last line counts
    static JobState read(String out) {
        var line = out.strip();
        line = line.substring(line.lastIndexOf('\n') + 1);
        var match = SHAPE.matcher(line);
        if (!match.matches()) {
            throw new IllegalStateException("not a job's state: " + Said.clean(line));
        }
        if (match.group(1) != null) {
            return new JobState.Absent();
        }
        if (match.group(2) != null) {
            return new JobState.Running(Long.parseLong(match.group(2)));
        }
        return match.group(3) != null
                ? new JobState.Ended((int) Long.parseLong(match.group(3)), Long.parseLong(match.group(4)))
                : new JobState.Vanished(Long.parseLong(match.group(5)));
    }
}
