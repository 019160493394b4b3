package dev.muster.base;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashSet;
import java.util.Set;

/// Knows secrets and takes them out of text, in every form that [Encodings] lists. Safe for many threads.
///
/// Stands before the log store: what a host echoes back is dotted before it reaches the disk or a screen.
public final class Redactor {

    private static final byte[] DOTS = Secret.DOTS.getBytes(UTF_8);

    private final Set<String> forms = new LinkedHashSet<>();
    private volatile Automaton automaton = Automaton.EMPTY;

    /// From now on this secret is taken out, also from streams that are open. An empty one is no secret.
    public synchronized void add(Secret secret) {
        if (forms.addAll(Encodings.of(secret.revealString()))) {
            automaton = new Automaton(forms);
        }
    }

    /// The text with each secret replaced by dots.
    public String redact(String text) {
        if (automaton == Automaton.EMPTY) {
            return text;
        }
        var out = new ByteArrayOutputStream(text.length() + 16);
        var masked = new Masking(automaton, new Masking.Out() {
            @Override
            public void plain(byte character, long position) {
                out.write(character);
            }

            @Override
            public void secret(long position) {
                out.writeBytes(DOTS);
            }
        });
        var bytes = text.getBytes(UTF_8);
        masked.take(bytes, 0, bytes.length);
        masked.end();
        return out.toString(UTF_8);
    }

    /// Lines of a stream, redacted. One thread at a time.
    ///
    /// @param offset of the first byte that will come, from the stream's beginning
    public RedactedLines lines(long offset, RedactedLines.Sink sink) {
        return new RedactedLines(() -> automaton, DOTS, offset, sink);
    }
}
