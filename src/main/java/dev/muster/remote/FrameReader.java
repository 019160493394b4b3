package dev.muster.remote;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Finds a script's own bytes between the begin line and the end line of its frame, in a stream that comes in pieces
/// of any size. Holds nothing back but what may be the beginning of a marked line.
final class FrameReader {

    /// Gets what was found, in order.
    interface Parts {
        /// bytes outside of the frame: the login shell's
        void noise(byte[] bytes, int from, int to);

        void begun();

        /// bytes that the script printed
        void content(byte[] bytes, int from, int to);

        /// @param status the script's exit status
        void ended(int status);
    }

    private static final int LONGEST_STATUS = 4;
    private static final byte[] NOTHING = {};

    private final byte[] begin;
    private final byte[] end;
    private final Parts parts;
    private byte[] held = NOTHING;
    private Where where = Where.BEFORE;

    private enum Where {
        BEFORE,
        WITHIN,
        BEHIND
    }

    FrameReader(String mark, Parts parts) {
        this.begin = ("\n" + mark + " begin\n").getBytes(StandardCharsets.US_ASCII);
        this.end = ("\n" + mark + " end ").getBytes(StandardCharsets.US_ASCII);
        this.parts = parts;
    }

    boolean hasEnded() {
        return where == Where.BEHIND;
    }

    void take(byte[] bytes, int length) {
        var all = Arrays.copyOf(held, held.length + length);
        System.arraycopy(bytes, 0, all, held.length, length);
        var at = 0;
        if (where == Where.BEFORE) {
            at = before(all);
        }
        if (where == Where.WITHIN) {
            at = within(all, at);
        }
        if (where == Where.BEHIND) {
            at = all.length;
        }
        held = at == all.length ? NOTHING : Arrays.copyOfRange(all, at, all.length);
    }

    private int before(byte[] all) {
        var found = find(begin, all, 0);
        if (found < 0) {
            var keep = beginningOf(begin, all, 0);
            parts.noise(all, 0, keep);
            return keep;
        }
        parts.noise(all, 0, found);
        where = Where.WITHIN;
        parts.begun();
        return found + begin.length;
    }

    private int within(byte[] all, int from) {
        var found = find(end, all, from);
        if (found < 0) {
            var keep = beginningOf(end, all, from);
            content(all, from, keep);
            return keep;
        }
        var close = indexOf((byte) '\n', all, found + end.length);
        if (close < 0 && all.length - found - end.length <= LONGEST_STATUS) {
            content(all, from, found);
            return found;
        }
        content(all, from, found);
        where = Where.BEHIND;
        parts.ended(status(all, found + end.length, close < 0 ? all.length : close));
        return all.length;
    }

    private void content(byte[] all, int from, int to) {
        if (to > from) {
            parts.content(all, from, to);
        }
    }

    private static int status(byte[] all, int from, int to) {
        var digits = new String(all, from, to - from, StandardCharsets.US_ASCII);
        return digits.matches("\\d{1,3}") ? Integer.parseInt(digits) : 255;
    }

    /// Where a beginning of the mark stands at the very end; the mark has its only line break in front.
    private static int beginningOf(byte[] mark, byte[] all, int from) {
        for (var at = all.length - 1; at >= Math.max(from, all.length - mark.length); at--) {
            if (all[at] == '\n' && Arrays.mismatch(all, at, all.length, mark, 0, all.length - at) < 0) {
                return at;
            }
        }
        return all.length;
    }

    private static int find(byte[] mark, byte[] all, int from) {
        for (var at = indexOf((byte) '\n', all, from); at >= 0; at = indexOf((byte) '\n', all, at + 1)) {
            if (at + mark.length > all.length) {
                return -1;
            }
            if (Arrays.equals(all, at, at + mark.length, mark, 0, mark.length)) {
                return at;
            }
        }
        return -1;
    }

    private static int indexOf(byte wanted, byte[] all, int from) {
        for (var at = from; at < all.length; at++) {
            if (all[at] == wanted) {
                return at;
            }
        }
        return -1;
    }
}
