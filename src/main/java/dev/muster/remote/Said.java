package dev.muster.remote;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// What a host said outside of any script, made fit for a sentence: one line, no control characters, not endless.
final class Said {

    private static final int LONGEST = 300;
    private static final int KEPT = 8192;
    private static final Pattern ESCAPES =
            Pattern.compile("\u001B(\\[[0-?]*[ -/]*[@-~]|\\][^\u0007\u001B]*(\u0007|\u001B\\\\)?|.)");
    private static final Pattern BREAKS = Pattern.compile("\\s*[\r\n]+\\s*");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\p{Cf}]");

    private final StringBuilder text = new StringBuilder();

    synchronized void add(byte[] bytes, int from, int to) {
        var room = KEPT - text.length();
        if (room > 0) {
            text.append(new String(bytes, from, Math.min(to - from, room), StandardCharsets.UTF_8));
        }
    }

    synchronized String raw() {
        return text.toString();
    }

    /// The last things that were said, in one line.
    String line() {
        return clean(raw());
    }

    static String clean(String said) {
        var plain = ESCAPES.matcher(said).replaceAll("").strip();
        var line = CONTROLS.matcher(BREAKS.matcher(plain).replaceAll(" · ")).replaceAll("");
        return line.length() <= LONGEST ? line : "…" + line.substring(line.length() - LONGEST);
    }
}
