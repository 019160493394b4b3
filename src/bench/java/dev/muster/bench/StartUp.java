package dev.muster.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// How long `bin/muster` takes for a command that answers at once, with and without the JDK's AOT cache.
///
/// By turns, so that a busy machine is as unfair to the one as to the other; the median and the quartiles of 20 each.
public final class StartUp {
    private static final int ROUNDS = 20;

    private StartUp() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var muster = Path.of("target/muster/bin/muster").toAbsolutePath();
        if (!Files.exists(muster.resolveSibling("../lib/muster.aot"))) {
            throw new IllegalStateException(
                    "no start-up cache beside " + muster + ": mvn -DskipTests package makes it");
        }
        System.out.println("| command | without cache, s | with cache, s | ratio |");
        System.out.println("| --- | --- | --- | --- |");
        for (var command : List.of("version", "matrix")) {
            var with = new ArrayList<Double>();
            var without = new ArrayList<Double>();
            for (int round = 0; round <= ROUNDS; round++) {
                var off = seconds(muster, command, "-XX:AOTMode=off");
                var on = seconds(muster, command, "-XX:AOTMode=auto");
                if (round > 0) { // the first one warms the disk
                    without.add(off);
                    with.add(on);
                }
            }
            System.out.println(String.format(
                    Locale.ROOT,
                    "| `muster %s` | %s | %s | %.2f |",
                    command,
                    spread(without),
                    spread(with),
                    quantile(with, 0.5) / quantile(without, 0.5)));
        }
    }

    private static double seconds(Path muster, String command, String option) throws IOException, InterruptedException {
        var process = new ProcessBuilder(muster.toString(), command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        process.environment().put("MUSTER_JAVA_OPTIONS", option);
        var start = System.nanoTime();
        var running = process.start();
        if (!running.waitFor(60, TimeUnit.SECONDS) || running.exitValue() != 0) {
            running.destroyForcibly();
            throw new IllegalStateException("muster " + command + " with " + option + " failed or took over a minute");
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static String spread(List<Double> times) {
        return String.format(
                Locale.ROOT, "%.2f (%.2f to %.2f)", quantile(times, 0.5), quantile(times, 0.25), quantile(times, 0.75));
    }

    private static double quantile(List<Double> times, double part) {
        return times.stream().sorted().toList().get((int) (part * (times.size() - 1)));
    }
}
