package dev.muster.remote;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Makes whole lines of bytes as they come. A line that is too long to be one is handed on in pieces.
final class LineCutter {

    private static final int LONGEST = 64 * 1024;

    private final Consumer<String> lines;
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

    LineCutter(Consumer<String> lines) {
        this.lines = lines;
    }

    void take(byte[] bytes) {
        for (var one : bytes) {
            if (one == '\n' || begun.size() == LONGEST) {
                end();
            }
            if (one != '\n') {
                begun.write(one);
            }
        }
    }

    /// The last one, that nobody ended.
    void close() {
        if (begun.size() > 0) {
            end();
        }
    }

    private void end() {
        var line = begun.toString(StandardCharsets.UTF_8);
        begun.reset();
        lines.accept(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
    }
}
