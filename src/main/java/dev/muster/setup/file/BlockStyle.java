package dev.muster.setup.file;

import java.util.ArrayList;
import java.util.List;

/// New keys and rows the way a person would write them: one row a line, small things in brackets.
final class BlockStyle {

    private BlockStyle() {}

    static List<String> lines(String indent, String key, Wanted value) {
        var start = indent + Yaml.word(key) + ":";
        return switch (value) {
            case Wanted.Rows rows
            when !rows.rows().isEmpty() -> {
                var lines = new ArrayList<>(List.of(start));
                rows.rows().forEach(row -> lines.add(indent + "  - " + Yaml.of(row)));
                yield lines;
            }
            case Wanted.Parts parts
            when nested(parts) -> {
                var lines = new ArrayList<>(List.of(start));
                parts.parts().forEach((name, part) -> {
                    if (Yaml.written(part)) {
                        lines.add(indent + "  " + Yaml.word(name) + ": " + Yaml.of(part));
                    }
                });
                yield lines;
            }
            case Wanted.Rows _,
                    Wanted.Parts _,
                    Wanted.Word _,
                    Wanted.Figure _,
                    Wanted.Truth _,
                    Wanted.Usual _,
                    Wanted.UsualTruth _,
                    Wanted.Words _,
                    Wanted.Gone _ -> List.of(start + " " + Yaml.of(value));
        };
    }

    /// Named things with parts of their own (`logins`) stand one below the other.
    private static boolean nested(Wanted.Parts parts) {
        return parts.parts().values().stream().anyMatch(Wanted.Parts.class::isInstance);
    }

    /// A row among rows that are written with one key a line.
    static List<String> row(String indent, Wanted.Parts row) {
        var lines = new ArrayList<String>();
        row.parts().forEach((name, part) -> {
            if (Yaml.written(part)) {
                var lead = lines.isEmpty() ? indent + "- " : indent + "  ";
                lines.add(lead + Yaml.word(name) + ": " + Yaml.of(part));
            }
        });
        return lines;
    }
}
