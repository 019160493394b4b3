package dev.muster.ui.work;

import java.nio.file.Path;
import java.util.Optional;

/// Where what is worked on came from.
///
/// @param path empty unless it is a file
/// @param text the file as it was read, whose comments are kept; empty when there is none
public record Origin(Kind kind, String path, String text) {

    public static final Origin NEW = new Origin(Kind.NEW, "", "");

    /// What it is.
    public enum Kind {
        NEW,
        FILE,
        PRACTICE
    }

    public static Origin file(Path file, String text) {
        return new Origin(Kind.FILE, file.toString(), text);
    }

    public static Origin practice(String text) {
        return new Origin(Kind.PRACTICE, "", text);
    }

    public Optional<Path> file() {
        return path.isEmpty() ? Optional.empty() : Optional.of(Path.of(path));
    }
}
