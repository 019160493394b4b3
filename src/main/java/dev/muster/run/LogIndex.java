package dev.muster.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;

/// `STEP.index` beside `STEP.log`: one record of fixed size for each piece of output that came, so that a log of a
/// million lines is paged without reading it, and a torn end is seen.
final class LogIndex {

    static final int RECORD = 5 * Long.BYTES;

    private LogIndex() {}

    /// What the log had after a piece.
    ///
    /// @param attempt of the step
    /// @param raw    bytes of the job's output that are in the log: where to follow on
    /// @param length bytes of the log
    /// @param lines  of the log
    /// @param time   when the piece came, milliseconds since 1970 UTC
    record Piece(long attempt, long raw, long length, long lines, long time) {

        static final Piece NOTHING = new Piece(0, 0, 0, 0, 0);

        ByteBuffer bytes() {
            return ByteBuffer.allocate(RECORD)
                    .putLong(attempt)
                    .putLong(raw)
                    .putLong(length)
                    .putLong(lines)
                    .putLong(time)
                    .flip();
        }

        private static Piece of(ByteBuffer bytes) {
            return new Piece(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
        }
    }

    /// The records from number `from` on that are whole and about bytes that the log really has.
    static List<Piece> read(FileChannel index, long from, long logLength) throws IOException {
        var count = (int) Math.min(Math.max(0, index.size() / RECORD - from), Integer.MAX_VALUE / RECORD);
        var bytes = ByteBuffer.allocate(count * RECORD);
        while (bytes.hasRemaining() && index.read(bytes, from * RECORD + bytes.position()) >= 0) {
            // goes on until all is read
        }
        bytes.flip();
        var pieces = new ArrayList<Piece>(count);
        while (bytes.remaining() >= RECORD) {
            var piece = Piece.of(bytes);
            if (piece.length() > logLength) {
                break;
            }
            pieces.add(piece);
        }
        return pieces;
    }
}
