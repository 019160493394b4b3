package dev.muster.probe;

/// Makes what a host said fit to be shown: no control characters, no escapes, nothing that turns the line around.
final class Clean {

    private static final int LONGEST = 300;
    private static final String STAND_IN = "\uFFFD";

    private Clean() {}

    static String text(String said) {
        var shown = new StringBuilder(Math.min(said.length(), LONGEST));
        said.codePoints().limit(LONGEST + 1L).forEach(point -> {
            if (harmless(point)) {
                shown.appendCodePoint(point);
            } else {
                shown.append(STAND_IN);
            }
        });
        return said.codePointCount(0, said.length()) <= LONGEST
                ? shown.toString()
                : shown.substring(0, shown.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    private static boolean harmless(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
