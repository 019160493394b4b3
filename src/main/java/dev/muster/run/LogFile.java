package dev.muster.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.base.HostName;
import dev.muster.plan.StepId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// One step's log, read by page while it may still grow. Not safe for several threads.
final class LogFile {

    final StepId step;
    final HostName host;
    private final Path log;
    private final Path index;
    private final List<LogIndex.Piece> pieces = new ArrayList<>();

    LogFile(RunFolder folder, HostName host, StepId step) {
        this.step = step;
        this.host = host;
        log = folder.log(host, step);
        index = folder.index(host, step);
    }

    /// Looks for what came since the last time.
    ///
    /// @return number of the first new piece
    int refresh() {
        var known = pieces.size();
        if (Files.exists(index)) {
            try (var channel = FileChannel.open(index)) {
                pieces.addAll(LogIndex.read(channel, known, Files.size(log)));
            } catch (IOException e) {
                throw Troubles.cannotRead(index, e);
            }
        }
        return known;
    }

    int pieceCount() {
        return pieces.size();
    }

    LogIndex.Piece piece(int number) {
        return pieces.get(number);
    }

    /// The piece before, or nothing.
    LogIndex.Piece before(int number) {
        return number == 0 ? LogIndex.Piece.NOTHING : pieces.get(number - 1);
    }

    long lines() {
        return before(pieces.size()).lines();
    }

    /// The lines of one piece.
    List<String> read(int number) {
        var from = before(number).length();
        var bytes = ByteBuffer.allocate((int) (piece(number).length() - from));
        try (var channel = FileChannel.open(log)) {
            while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
                // goes on until all is read
            }
        } catch (IOException e) {
            throw Troubles.cannotRead(log, e);
        }
        return new String(bytes.array(), 0, bytes.position(), UTF_8).lines().toList();
    }

    /// The last lines of an attempt, at most so many.
    List<String> tail(int attempt, int count) {
        var lines = new ArrayList<String>();
        for (var number = pieces.size() - 1; number >= 0 && lines.size() < count; number--) {
            if (piece(number).attempt() == attempt) {
                lines.addAll(0, read(number));
            }
        }
        return List.copyOf(lines.subList(Math.max(0, lines.size() - count), lines.size()));
    }
}
