package dev.muster.cli;

import java.util.ArrayList;
import java.util.List;

/// A small table for the terminal. Chinese characters are two columns wide there.
final class Grid {

    private final Console console;
    private final List<List<String>> rows = new ArrayList<>();

    Grid(Console console) {
        this.console = console;
    }

    void row(String first, List<String> others) {
        var row = new ArrayList<String>();
        row.add(first);
        row.addAll(others);
        rows.add(row);
    }

    void print() {
        var columns = rows.stream().mapToInt(List::size).max().orElse(0);
        var widths = new int[columns];
        for (var row : rows) {
            for (var i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        for (var row : rows) {
            var line = new StringBuilder();
            for (var i = 0; i < row.size(); i++) {
                line.append(row.get(i)).append(" ".repeat(widths[i] - width(row.get(i)) + 2));
            }
            console.out().println(line.toString().stripTrailing());
        }
    }

    private static int width(String text) {
        return text.codePoints().map(Grid::columns).sum();
    }

    private static int columns(int codePoint) {
        var punctuation = codePoint >= 0x3000 && codePoint < 0x3040;
        var fullWidth = codePoint >= 0xFF00 && codePoint < 0xFF61;
        return Character.isIdeographic(codePoint) || punctuation || fullWidth ? 2 : 1;
    }
}
