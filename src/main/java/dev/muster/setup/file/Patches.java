package dev.muster.setup.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Pieces of a text to be replaced; all else stays, byte for byte.
final class Patches {

    private record Patch(int start, int end, String text) {}

    private final String text;
    private final String lineEnd;
    private final List<Patch> patches = new ArrayList<>();

    Patches(String text) {
        this.text = text;
        this.lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
    }

    void replace(int start, int end, String with) {
        patches.add(new Patch(start, end, with));
    }

    void insert(int at, String added) {
        replace(at, at, added);
    }

    /// New lines behind the one that holds this place; its own comment stays where it is.
    void insertLines(int at, List<String> lines) {
        var end = lineEnd(at);
        insert(end, lineEnd + String.join(lineEnd, lines));
    }

    /// Whole lines, from the one that holds the first place to the one that holds the last.
    void removeLines(int first, int last) {
        var start = lineStart(first);
        var end = lineEnd(last);
        if (end < text.length() && text.charAt(end) == '\r') {
            end++;
        }
        if (end < text.length()) {
            end++;
        } else if (start > 0) {
            start--;
        }
        replace(start, end, "");
    }

    int lineStart(int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    int lineEnd(int at) {
        var end = text.indexOf('\n', at);
        if (end < 0) {
            return text.length();
        }
        return end > at && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    String newLine() {
        return lineEnd;
    }

    boolean none() {
        return patches.isEmpty();
    }

    /// The text with all of them. At one place what is added comes before what goes.
    String applied() {
        var result = new StringBuilder();
        var done = 0;
        var ordered = new ArrayList<>(patches);
        ordered.sort(Comparator.comparingInt(Patch::start).thenComparingInt(Patch::end));
        for (var patch : ordered) {
            if (patch.start() < done) {
                throw new IllegalStateException("two patches overlap at " + patch.start());
            }
            result.append(text, done, patch.start()).append(patch.text());
            done = patch.end();
        }
        return result.append(text, done, text.length()).toString();
    }
}
