package dev.muster.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Muster as built, with a home of its own and with what a shell would give it in its environment.
record MusterHome(Path home, Map<String, String> environment) {

    private static final Path MUSTER = Path.of("target/muster/bin/muster").toAbsolutePath();
    private static final Duration LONGEST = Duration.ofMinutes(4);

    MusterHome {
        environment = Map.copyOf(environment);
        if (!Files.isExecutable(MUSTER)) {
            throw new AssertionError(MUSTER + " isn't there: mvn -DskipTests package makes it");
        }
    }

    static MusterHome of(Path home, String... environment) {
        var given = new HashMap<String, String>();
        for (var i = 0; i < environment.length; i += 2) {
            given.put(environment[i], environment[i + 1]);
        }
        return new MusterHome(home, given);
    }

    /// Runs it to its end.
    Ended muster(String... words) {
        return start(words).ended(LONGEST);
    }

    Program start(String... words) {
        var command = new ArrayList<>(List.of(MUSTER.toString()));
        command.addAll(List.of(words));
        var all = new HashMap<>(environment);
        all.put("MUSTER_HOME", home.toString());
        all.put("NO_COLOR", "1");
        return Program.start(command, all, "");
    }

    /// Writes a file beside the home, as its user would with an editor.
    Path file(String name, String text) {
        try {
            Files.createDirectories(home);
            return Files.writeString(home.resolveSibling(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
