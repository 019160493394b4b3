package dev.muster.setup.shape;

/// Makes somebody's input fit to be shown: what a terminal would obey and what no eye can see is spelled out, so that
/// a value with a right-to-left mark, a line break or an escape sequence looks like what it is.
public final class Shown {

    private Shown() {}

    /// `a\u202Eb`, `a\nb`; everything else as it stands.
    public static String of(String value) {
        var shown = new StringBuilder(value.length());
        value.codePoints().forEach(point -> append(shown, point));
        return shown.toString();
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
                    shown.append("\\u").append(String.format(java.util.Locale.ROOT, "%04X", point));
                } else {
                    shown.appendCodePoint(point);
                }
            }
        }
    }
}
