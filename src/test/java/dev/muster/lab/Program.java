package dev.muster.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// A program of the workstation's that was started: its outputs go to files, which can be read while it runs.
final class Program {

    private final String command;
    private final Process process;
    private final Path out;
    private final Path err;

    private Program(String command, Process process, Path out, Path err) {
        this.command = command;
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /// Starts it with nothing on its standard input but the given words.
    static Program start(List<String> command, Map<String, String> environment, String input) {
        try {
            var folder = Files.createTempDirectory("muster-lab-");
            var out = folder.resolve("out");
            var err = folder.resolve("err");
            var in = Files.writeString(folder.resolve("in"), input);
            var builder = new ProcessBuilder(command)
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().putAll(environment);
            return new Program(String.join(" ", command), builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Ended run(Duration limit, List<String> command) {
        return start(command, Map.of(), "").ended(limit);
    }

    /// Waits for its end; a program that is still there after the limit is killed, and that is a failure.
    Ended ended(Duration limit) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                var shown = new Ended(command, -1, out(), err());
                killHard();
                throw new AssertionError("still running after " + limit + ": " + shown);
            }
            return new Ended(command, process.exitValue(), out(), err());
        } catch (InterruptedException e) {
            killHard();
            throw new AssertionError("interrupted while waiting for " + command, e);
        }
    }

    /// Waits until what it has written so far fits, and fails when it ends before or the limit passes.
    void says(Duration limit, Predicate<String> fits) {
        var end = System.nanoTime() + limit.toNanos();
        while (!fits.test(out())) {
            if (!process.isAlive() && !fits.test(out())) {
                throw new AssertionError("ended without saying it: " + ended(Duration.ofSeconds(5)));
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("not said within " + limit + ": " + new Ended(command, -1, out(), err()));
            }
            Waiting.aMoment();
        }
    }

    /// kill -9 for it and all that it started here; nothing can be tidied up.
    void killHard() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }

    long id() {
        return process.pid();
    }

    boolean running() {
        return process.isAlive();
    }

    String out() {
        return read(out);
    }

    String err() {
        return read(err);
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
