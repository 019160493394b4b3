package dev.muster.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.script.Script;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/// A line to a Windows host that says what the test has written down, script after script, in the shapes that the
/// heads of the scripts promise. No Windows took part. A script that nobody expects is an error.
final class TypedWindows implements WindowsLine {

    /// @param script `windows/job-look.ps1`
    /// @param pieces what it prints, in pieces as the line brings them
    record Answer(String script, int exit, List<byte[]> pieces, String said) {}

    final List<Script> asked = new ArrayList<>();
    final List<byte[]> inputs = new ArrayList<>();
    private final Deque<Answer> answers = new ArrayDeque<>();

    TypedWindows says(String script, String printed) {
        return ends(script, 0, printed, "");
    }

    TypedWindows ends(String script, int exit, String printed, String said) {
        answers.add(new Answer(script, exit, List.of(printed.getBytes(UTF_8)), said));
        return this;
    }

    TypedWindows says(String script, List<byte[]> pieces) {
        answers.add(new Answer(script, 0, pieces, ""));
        return this;
    }

    boolean isSpent() {
        return answers.isEmpty();
    }

    private Answer answer(Script script) {
        asked.add(script);
        var next = answers.poll();
        if (next == null || !next.script().equals(script.file())) {
            throw new AssertionError("asked for " + script.file() + ", expected " + next);
        }
        return next;
    }

    @Override
    public String address() {
        return "192.0.2.7";
    }

    @Override
    public boolean isAlive() {
        return true;
    }

    @Override
    public Output run(Script script, byte[] input, Duration limit) {
        var answer = answer(script);
        inputs.add(input.clone());
        var printed = new StringBuilder();
        answer.pieces().forEach(piece -> printed.append(new String(piece, UTF_8)));
        return new Output(answer.exit(), printed.toString(), answer.said(), Instant.EPOCH, Duration.ZERO);
    }

    @Override
    public int read(Script script, Duration silence, Consumer<byte[]> out, Consumer<byte[]> err) {
        var answer = answer(script);
        answer.pieces().forEach(out);
        err.accept(answer.said().getBytes(UTF_8));
        return answer.exit();
    }

    @Override
    public void close() {}
}
