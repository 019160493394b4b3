package dev.muster.remote;

import java.util.regex.Pattern;

/// Names a job on a host: the run, the step and the attempt.
///
/// @param run  `2026-11-23-1402-factory-k3f9`
/// @param step `join/lin1`; in the folder's name its slash is a dot
public record JobId(String run, String step, int attempt) {

    private static final int LONGEST = 180;
    private static final int FOR_A_NUMBER = 20;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    public JobId {
        if (!SHAPE.matcher(run).matches()
                || !SHAPE.matcher(step.replace('/', '.')).matches()) {
            throw new IllegalArgumentException("not a job's name: " + run + " " + step);
        }
    }

    /// `join.lin1.1`. The longest host names don't fit a folder's name with the rest, so their end becomes a
    /// number.
    public String folder() {
        return folder(LONGEST);
    }

    String folder(int longest) {
        var name = step.replace('/', '.');
        var shown = name.length() <= longest
                ? name
                : name.substring(0, longest - FOR_A_NUMBER) + "-" + Integer.toHexString(name.hashCode());
        return shown + "." + attempt;
    }
}
