package dev.muster.script.steps;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.muster.script.Script;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A shell of this machine that runs a script whole, as a host does.
record Shell(List<String> command) {

    static final Shell DASH = new Shell(List.of("dash"));
    static final Shell BUSYBOX = new Shell(List.of("busybox", "sh"));

    /// Both shells that the scripts are written for; one that isn't here is left out, aloud.
    static Stream<Shell> all() {
        return Stream.of(DASH, BUSYBOX);
    }

    /// What a script did.
    record Ended(int exit, List<String> lines) {

        String last() {
            return lines.isEmpty() ? "" : lines.getLast();
        }
    }

    Ended run(Script script, Map<String, String> environment) {
        var process = start(script, environment);
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(script.file() + " hasn't ended in 60 s");
            }
            return new Ended(process.exitValue(), Files.readAllLines(output(environment)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    Process start(Script script, Map<String, String> environment) {
        assumeTrue(isHere(command.getFirst()), () -> command.getFirst() + " isn't on this machine");
        try {
            var file = Path.of(environment.get("SCRATCH")).resolve("script.sh");
            Files.writeString(file, script.text());
            var builder = new ProcessBuilder(
                    Stream.concat(command.stream(), Stream.of(file.toString())).toList());
            builder.environment().putAll(environment);
            builder.redirectErrorStream(true);
            builder.redirectOutput(output(environment).toFile());
            builder.redirectInput(new File("/dev/null"));
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path output(Map<String, String> environment) {
        return Path.of(environment.get("SCRATCH")).resolve("output");
    }

    static boolean isHere(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    @Override
    public String toString() {
        return String.join(" ", command);
    }
}
