package dev.muster.cli;

import java.util.regex.Pattern;

/// Makes a host's own words harmless for the terminal: escape sequences and control characters would move the cursor,
/// change its title or hide what follows.
final class Visible {

    private static final Pattern SEQUENCE = Pattern.compile(
            "\u001b(\\[[0-?]*[ -/]*[@-~]|\\][^\u0007\u001b]*(\u0007|\u001b\\\\)?|[PX^_][^\u001b]*(\u001b\\\\)?|.)?");
    private static final Pattern CONTROL =
            Pattern.compile("[\\p{Cntrl}\u0080-\u009f\u202a-\u202e\u2066-\u2069&&[^\t]]");

    private Visible() {}

    static String of(String line) {
        return CONTROL.matcher(SEQUENCE.matcher(line).replaceAll("")).replaceAll("\ufffd");
    }
}
