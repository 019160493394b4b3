package dev.muster.ui.work;

import java.nio.file.Path;
import java.util.Optional;

/// Where what is worked on came from.
///
/// @param path of the file, or of the one that it is a draft of; empty when there is none
/// @param text the file as it was read, whose comments are kept; empty when there is none
public record Origin(Kind kind, String path, String text) {

    public static final Origin NEW = new Origin(Kind.NEW, "", "");

    /// What it is.
    public enum Kind {
        NEW,
        FILE,
        /// kept while somebody worked on a new setup or on a file; the file may say something else by now
        DRAFT,
        PRACTICE
    }

    public static Origin file(Path file, String text) {
        return new Origin(Kind.FILE, file.toString(), text);
    }

    /// @param of the file that it is a draft of; empty when it was never saved
    public static Origin draft(String of, String text) {
        return new Origin(Kind.DRAFT, of, text);
    }

    public static Origin practice(String text) {
        return new Origin(Kind.PRACTICE, "", text);
    }

    public Optional<Path> file() {
        return path.isEmpty() ? Optional.empty() : Optional.of(Path.of(path));
    }
}
