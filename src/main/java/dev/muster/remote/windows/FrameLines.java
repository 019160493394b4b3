package dev.muster.remote.windows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.OptionalInt;

/// Finds what a script printed in the lines of its frame (see the door sign), in a stream that comes in pieces of any
/// size.
public final class FrameLines {

    /// Gets what was found, in order.
    public interface Parts {
        /// A line that isn't ours, or the beginning of one that never ends.
        void noise(String line);

        void begun();

        void out(byte[] bytes);

        void err(byte[] bytes);

        /// @param status empty: the exit code of the process is meant
        void ended(OptionalInt status);
    }

    private static final int LONGEST_LINE = 64 * 1024;

    private final String mark;
    private final Parts parts;
    private byte[] line = new byte[1024];
    private int length;
    private boolean begun;
    private boolean ended;

    public FrameLines(String mark, Parts parts) {
        this.mark = mark + " ";
        this.parts = parts;
    }

    public boolean hasBegun() {
        return begun;
    }

    public boolean hasEnded() {
        return ended;
    }

    public void take(byte[] bytes, int from, int to) {
        for (var at = from; at < to; at++) {
            if (bytes[at] == '\n') {
                close();
            } else {
                if (length == LONGEST_LINE) {
                    close();
                }
                if (length == line.length) {
                    line = Arrays.copyOf(line, 2 * length);
                }
                line[length++] = bytes[at];
            }
        }
    }

    /// What stands without a line break at the very end.
    public void end() {
        if (length > 0) {
            close();
        }
    }

    private void close() {
        var end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        var text = new String(line, 0, end, StandardCharsets.UTF_8);
        length = 0;
        if (ended || !text.startsWith(mark) || !read(text.substring(mark.length()))) {
            parts.noise(text);
        }
    }

    private boolean read(String text) {
        if (text.equals("begin")) {
            begun = true;
            parts.begun();
            return true;
        }
        if (text.startsWith("end ")) {
            return readEnd(text.substring("end ".length()));
        }
        if (!text.startsWith("o ") && !text.startsWith("e ")) {
            return false;
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text.substring(2));
        } catch (IllegalArgumentException e) {
            return false;
        }
        if (text.startsWith("o ")) {
            parts.out(bytes);
        } else {
            parts.err(bytes);
        }
        return true;
    }

    private boolean readEnd(String status) {
        if (status.equals("exit")) {
            ended = true;
            parts.ended(OptionalInt.empty());
            return true;
        }
        if (!status.matches("-?\\d{1,10}")) {
            return false;
        }
        ended = true;
        parts.ended(OptionalInt.of((int) Long.parseLong(status)));
        return true;
    }
}
