package dev.muster.ui;

import dev.muster.ui.work.LogText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes to files what pages show. Reads and writes disks: not on the window's thread.
final class Keeping {

    private static final int AT_ONCE = 4096;

    private Keeping() {}

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
