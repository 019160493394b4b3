package dev.muster.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Commands that do the same work, timed by turns, so that a busy machine is as unfair to one as to the other.
final class Contest {

    /// Three, or as many as the environment's `BENCH_ROUNDS` says
    private static final int ROUNDS = Integer.parseInt(System.getenv().getOrDefault("BENCH_ROUNDS", "3"));
    private static final long LONGEST_MINUTES = 8;

    private final Path folder;
    private final Map<String, String> environment;
    private final Map<String, List<String>> commands = new LinkedHashMap<>();

    Contest(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /// A tool that isn't here takes no part.
    void add(String name, List<String> command) {
        if (isHere(command.getFirst())) {
            commands.put(name, command);
        }
    }

    /// A line for a shell, by a tool that it needs.
    void add(String name, String tool, String line) {
        if (isHere(tool)) {
            commands.put(name, List.of("sh", "-c", line));
        }
    }

    List<String> command(String name) {
        return commands.get(name);
    }

    Map<String, Seconds> times(Judge judge) throws IOException, InterruptedException {
        var times = new LinkedHashMap<String, List<Double>>();
        for (int round = 0; round <= ROUNDS; round++) {
            for (var command : commands.entrySet()) {
                var seconds = run(command.getValue());
                judge.look(command.getKey(), Files.readString(folder.resolve("out")));
                System.err.println(String.format(Locale.ROOT, "round %d: %s %.1f s", round, command.getKey(), seconds));
                if (round > 0) { // the first one learns the host keys and warms the disk
                    times.computeIfAbsent(command.getKey(), _ -> new ArrayList<>())
                            .add(seconds);
                }
            }
        }
        var sorted = new LinkedHashMap<String, Seconds>();
        times.forEach((name, each) ->
                sorted.put(name, new Seconds(each.stream().sorted().toList())));
        return sorted;
    }

    /// Throws when what a command printed shows that it hasn't done the work.
    @FunctionalInterface
    interface Judge {
        void look(String name, String out);
    }

    /// @param each sorted
    record Seconds(List<Double> each) {
        double median() {
            return each.get(each.size() / 2);
        }

        String range() {
            return String.format(Locale.ROOT, "%.1f to %.1f", each.getFirst(), each.getLast());
        }
    }

    /// Findings are no fault of the tool: `muster check` may end with 3.
    double run(List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().putAll(environment);
        // its own sharing of connections goes on, but not from one round into the next
        builder.environment().put("ANSIBLE_SSH_ARGS", "-C -o ControlMaster=auto -o ControlPersist=5s");
        builder.environment().put("ANSIBLE_FORKS", "32");
        var start = System.nanoTime();
        var process = builder.start();
        var done = process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
        var seconds = (System.nanoTime() - start) / 1e9;
        if (!done || (process.exitValue() != 0 && process.exitValue() != 3)) {
            process.destroyForcibly();
            throw new IllegalStateException(command + " failed:\n" + Files.readString(folder.resolve("err")));
        }
        return seconds;
    }

    private static boolean isHere(String tool) {
        return tool.contains("/")
                || List.of(System.getenv("PATH").split(":")).stream()
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }
}
