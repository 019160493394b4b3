package dev.muster.setup.file;

import dev.muster.setup.shape.Shown;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes values as YAML on one line.
final class Yaml {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./~+][A-Za-z0-9_./~+-]*");
    private static final Pattern FIGURE = Pattern.compile("-?[0-9]{1,18}");
    /// Words that other readers of YAML take for true or false.
    private static final Set<String> TELLING = Set.of("y", "n", "yes", "no", "on", "off");

    private Yaml() {}

    /// Empty for what has no value of its own ([Wanted.Gone]).
    static String of(Wanted wanted) {
        return switch (wanted) {
            case Wanted.Word(var text) -> word(text);
            case Wanted.Usual(var text) -> word(text);
            case Wanted.Figure(var text) -> FIGURE.matcher(text).matches() ? text : word(text);
            case Wanted.Truth(var value) -> String.valueOf(value);
            case Wanted.UsualTruth(var value) -> String.valueOf(value);
            case Wanted.Words(var words) -> words.stream().map(Yaml::word).collect(Collectors.joining(", ", "[", "]"));
            case Wanted.Parts parts ->
                parts.parts().entrySet().stream()
                        .filter(entry -> written(entry.getValue()))
                        .map(entry -> word(entry.getKey()) + ": " + of(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case Wanted.Rows rows -> rows.rows().stream().map(Yaml::of).collect(Collectors.joining(", ", "[", "]"));
            case Wanted.Gone() -> "";
        };
    }

    /// Whether it is added where it isn't there yet.
    static boolean written(Wanted wanted) {
        return switch (wanted) {
            case Wanted.Gone _, Wanted.Usual _, Wanted.UsualTruth _ -> false;
            case Wanted.Word _, Wanted.Figure _, Wanted.Truth _, Wanted.Words _ -> true;
            case Wanted.Parts parts -> parts.parts().values().stream().anyMatch(Yaml::written);
            case Wanted.Rows rows -> !rows.rows().isEmpty();
        };
    }

    static String word(String text) {
        var plain = PLAIN.matcher(text).matches()
                && Scalars.kind(text) == Tree.Kind.TEXT
                && !TELLING.contains(text.toLowerCase(Locale.ROOT))
                && !text.equals("~");
        return plain ? text : quoted(text);
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.codePoints().forEach(point -> {
            switch (point) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                case '\r' -> quoted.append("\\r");
                default -> {
                    if (Shown.invisible(point)) {
                        quoted.append(String.format(Locale.ROOT, point > 0xFFFF ? "\\U%08X" : "\\u%04X", point));
                    } else {
                        quoted.appendCodePoint(point);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
