package dev.muster.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.muster.base.PrivateFiles;
import dev.muster.base.RedactedLines;
import dev.muster.base.Redactor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Takes a job's output to the disk: redacted, made safe to show, line by line. One thread at a time.
///
/// A crash may lose what wasn't on the disk yet, never more: the next one begins at [#offset], where the last whole
/// record ends, and nothing is there twice.
final class StepLog implements AutoCloseable {

    private static final long FORCED_EVERY = 1000;

    private final Redactor redactor;
    private final Clock clock;
    private final Consumer<List<String>> news;
    private final FileChannel log;
    private final FileChannel index;
    private final int attempt;
    private final RedactedLines stream;
    private final ByteArrayOutputStream piece = new ByteArrayOutputStream();
    private final List<String> fresh = new ArrayList<>();
    private LogIndex.Piece last;
    private long records;
    private long received;
    private long settled;
    private long forced;

    /// @param news gets the lines of each piece after they were written
    StepLog(Path logFile, Path indexFile, int attempt, Redactor redactor, Clock clock, Consumer<List<String>> news)
            throws IOException {
        this.redactor = redactor;
        this.clock = clock;
        this.news = news;
        this.attempt = attempt;
        log = PrivateFiles.open(logFile, CREATE, READ, WRITE);
        index = PrivateFiles.open(indexFile, CREATE, READ, WRITE);
        var pieces = LogIndex.read(index, 0, log.size());
        last = pieces.isEmpty() ? LogIndex.Piece.NOTHING : pieces.getLast();
        records = pieces.size();
        log.truncate(last.length());
        index.truncate(records * LogIndex.RECORD);
        received = last.attempt() == attempt ? last.raw() : 0;
        settled = received;
        stream = redactor.lines(received, this::line);
    }

    /// Where to follow the job's output from.
    long offset() {
        return received;
    }

    void take(long offset, byte[] bytes) throws IOException {
        if (offset > received) {
            throw new IllegalStateException("output was left out: at " + received + " came " + offset);
        }
        var known = (int) Math.min(bytes.length, received - offset);
        stream.take(bytes, known, bytes.length);
        received += bytes.length - known;
        write();
    }

    /// Takes a line, or several, of our own words.
    void say(String text) throws IOException {
        take(received, (text + "\n").getBytes(UTF_8));
    }

    /// The job has ended: what it printed last needs no line break, and all is on the disk after this.
    void end() throws IOException {
        stream.end();
        write();
        force();
    }

    private void line(byte[] bytes, long end) {
        var text = new String(bytes, UTF_8);
        var clean = Lines.clean(text);
        // taking out control characters may have put a secret's pieces together
        var shown = clean.equals(text) ? text : redactor.redact(clean);
        piece.writeBytes(shown.getBytes(UTF_8));
        piece.write('\n');
        fresh.add(shown);
        settled = end;
    }

    private void write() throws IOException {
        if (fresh.isEmpty()) {
            return;
        }
        write(log, ByteBuffer.wrap(piece.toByteArray()), last.length());
        last = new LogIndex.Piece(
                attempt, settled, last.length() + piece.size(), last.lines() + fresh.size(), clock.millis());
        write(index, last.bytes(), records * LogIndex.RECORD);
        records++;
        if (Math.abs(last.time() - forced) >= FORCED_EVERY) {
            force();
        }
        var lines = List.copyOf(fresh);
        piece.reset();
        fresh.clear();
        news.accept(lines);
    }

    private void force() throws IOException {
        log.force(false);
        index.force(false);
        forced = clock.millis();
    }

    private static void write(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes, position + bytes.position());
        }
    }

    @Override
    public void close() throws IOException {
        log.close();
        index.close();
    }
}
