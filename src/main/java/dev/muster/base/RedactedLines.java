package dev.muster.base;

import java.io.ByteArrayOutputStream;
import java.util.function.Supplier;

/// Cuts a stream of bytes into lines without secrets, whatever its chunks. One thread at a time.
///
/// A line is given away when it is whole and nothing in it can be the beginning of a secret; a line longer than
/// [#LONGEST] is cut.
public final class RedactedLines {

    /// bytes
    public static final int LONGEST = 64 * 1024;

    /// Takes lines.
    @FunctionalInterface
    public interface Sink {
        /// @param line without its line break, after redaction
        /// @param end  offset in the stream after the line and its break: a reader that begins there again
        ///     misses and repeats nothing
        void line(byte[] line, long end);
    }

    private final Supplier<Automaton> newest;
    private final Sink sink;
    private final Masking.Out out;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private Automaton automaton;
    private Masking masking;

    RedactedLines(Supplier<Automaton> newest, byte[] dots, long offset, Sink sink) {
        this.newest = newest;
        this.sink = sink;
        this.automaton = newest.get();
        this.out = new Masking.Out() {
            @Override
            public void plain(byte character, long position) {
                if (character == '\n') {
                    give(position + 1);
                } else {
                    line.write(character);
                    if (line.size() >= LONGEST) {
                        give(position + 1);
                    }
                }
            }

            @Override
            public void secret(long position) {
                if (line.size() + dots.length > LONGEST) {
                    give(position);
                }
                line.writeBytes(dots);
            }
        };
        this.masking = new Masking(automaton, out, offset);
    }

    public void take(byte[] bytes) {
        take(bytes, 0, bytes.length);
    }

    public void take(byte[] bytes, int from, int to) {
        var latest = newest.get();
        if (latest != automaton && masking.idle()) {
            automaton = latest;
            masking = new Masking(automaton, out, masking.position());
        }
        masking.take(bytes, from, to);
    }

    /// The stream has ended: the last line is given away even without a line break.
    public void end() {
        masking.end();
        if (line.size() > 0) {
            give(masking.position());
        }
    }

    private void give(long end) {
        var whole = line.toByteArray();
        line.reset();
        sink.line(whole, end);
    }
}
