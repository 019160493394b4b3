package dev.muster.setup.shape;

import dev.muster.base.Secret;
import java.util.Locale;
import java.util.regex.Pattern;

/// Makes somebody's input fit to be shown: what a terminal would obey and what no eye can see is spelled out, so that
/// a value with a right-to-left mark, a line break or an escape sequence looks like what it is.
public final class Shown {

    private static final Pattern USER_AND_PASSWORD = Pattern.compile("(?<=[^\\s/:]):[^\\s/@]+@");

    private Shown() {}

    /// `a\u202Eb`, `a\nb`; everything else as it stands.
    public static String of(String value) {
        var shown = new StringBuilder(value.length());
        value.codePoints().forEach(point -> append(shown, point));
        return shown.toString();
    }

    /// The same, with the password of `user:password@host` dotted.
    public static String masked(String value) {
        return of(USER_AND_PASSWORD.matcher(value).replaceAll(":" + Secret.DOTS + "@"));
    }

    /// Whether a character can't be seen where it stands.
    public static boolean invisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            case Character.SPACE_SEPARATOR -> point != ' ';
            default -> false;
        };
    }

    private static void append(StringBuilder shown, int point) {
        switch (point) {
            case '\n' -> shown.append("\\n");
            case '\r' -> shown.append("\\r");
            case '\t' -> shown.append("\\t");
            default -> {
                if (invisible(point)) {
                    shown.append("\\u").append(String.format(Locale.ROOT, "%04X", point));
                } else {
                    shown.appendCodePoint(point);
                }
            }
        }
    }
}
