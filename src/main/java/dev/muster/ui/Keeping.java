package dev.muster.ui;

import dev.muster.plan.Plan;
import dev.muster.plan.ScriptStep;
import dev.muster.plan.Step;
import dev.muster.ui.work.LogText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Writes to files what pages show. Reads and writes disks: not on the window's thread.
final class Keeping {

    private static final int AT_ONCE = 4096;

    private Keeping() {}

    /// The scripts in the order in which they would run: `01-modules-lin1.sh`.
    ///
    /// @return how many
    static int scripts(Plan plan, Path folder) throws IOException {
        Files.createDirectories(folder);
        var number = 1;
        for (Step step : plan.steps()) {
            switch (step) {
                case ScriptStep script -> {
                    var name = String.format(
                            Locale.ROOT,
                            "%02d-%s-%s.%s",
                            number++,
                            step.id().kind(),
                            step.host().value(),
                            script.script().extension());
                    Files.writeString(folder.resolve(name), script.script().text(), StandardCharsets.UTF_8);
                }
            }
        }
        return number - 1;
    }

    static Path log(LogText log, Path file) throws IOException {
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            var lines = log.lines();
            for (var from = 0L; from < lines; from += AT_ONCE) {
                for (var line : log.read(from, AT_ONCE)) {
                    out.write(line.time() + " " + line.host() + " " + line.text() + "\n");
                }
            }
        }
        return file;
    }
}
