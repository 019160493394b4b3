package dev.muster.setup.inventory;

import java.util.ArrayList;
import java.util.List;

/// Splits a line at commas, semicolons or tabs, or else at blanks; not inside quotes or brackets.
final class Cells {

    private Cells() {}

    static List<String> of(String line) {
        for (var separator : List.of(";", "\t", ",")) {
            var cells = split(line, separator);
            if (cells.size() > 1) {
                return cells;
            }
        }
        return split(line, " ").stream().filter(cell -> !cell.isEmpty()).toList();
    }

    private static List<String> split(String line, String separator) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        var depth = 0;
        for (var i = 0; i < line.length(); i++) {
            var c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
                continue;
            }
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (!quoted && depth <= 0 && separator.indexOf(c == '\t' && separator.equals(" ") ? ' ' : c) >= 0) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
