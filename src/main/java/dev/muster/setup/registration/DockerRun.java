package dev.muster.setup.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The parts of a `docker run`: what comes before the image, the image, what comes after.
///
/// @param variables what `-e` sets: `CATTLE_TOKEN=…`
/// @param image     empty: the command ends before it
record DockerRun(List<String> variables, String image, List<String> arguments, boolean mountsDrive) {

    DockerRun {
        variables = List.copyOf(variables);
        arguments = List.copyOf(arguments);
    }

    /// Options of `docker run` that stand alone; every other one takes the word after it, unless it has a `=`.
    private static final Set<String> SWITCHES = Set.of(
            "--detach",
            "--privileged",
            "--rm",
            "--interactive",
            "--tty",
            "--init",
            "--read-only",
            "--no-healthcheck",
            "--oom-kill-disable",
            "--publish-all",
            "--sig-proxy",
            "--disable-content-trust",
            "--quiet");

    /// Empty when no `docker run` is among the words.
    static Optional<DockerRun> find(List<String> words) {
        for (var i = 0; i < words.size(); i++) {
            if (docker(words.get(i))) {
                var run = words.subList(i, words.size()).indexOf("run");
                return run < 0 ? Optional.empty() : Optional.of(read(words.subList(i + run + 1, words.size())));
            }
        }
        return Optional.empty();
    }

    /// How many programs named docker the words start.
    static long count(List<String> words) {
        return words.stream().filter(DockerRun::docker).count();
    }

    private static boolean docker(String word) {
        var name = word.substring(Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1)
                .toLowerCase(Locale.ROOT);
        return name.equals("docker") || name.equals("docker.exe");
    }

    private static DockerRun read(List<String> words) {
        var variables = new ArrayList<String>();
        var drive = false;
        var i = 0;
        while (i < words.size() && words.get(i).startsWith("-")) {
            var option = words.get(i++);
            if (alone(option)) {
                continue;
            }
            var attached = attached(option);
            var value = attached.orElse(i < words.size() ? words.get(i) : "");
            i += attached.isPresent() ? 0 : 1;
            if (option.startsWith("-e") || option.startsWith("--env")) {
                variables.add(value);
            }
            drive |= value.toLowerCase(Locale.ROOT).startsWith("c:");
        }
        return i < words.size()
                ? new DockerRun(variables, words.get(i), words.subList(i + 1, words.size()), drive)
                : new DockerRun(variables, "", List.of(), drive);
    }

    private static boolean alone(String option) {
        return SWITCHES.contains(option) || option.matches("-[ditPq]+");
    }

    private static Optional<String> attached(String option) {
        if (option.startsWith("--")) {
            var equals = option.indexOf('=');
            return equals < 0 ? Optional.empty() : Optional.of(option.substring(equals + 1));
        }
        if (option.length() <= 2) {
            return Optional.empty();
        }
        return Optional.of(option.substring(option.charAt(2) == '=' ? 3 : 2));
    }
}
