package dev.muster.setup.file;

import static dev.muster.setup.file.FileWords.*;

import dev.muster.base.Place;
import dev.muster.base.ProblemException;
import dev.muster.setup.shape.Trouble;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/// Saves the text of a setup file, whole or not at all: written beside it, forced to disk, then moved over it.
public final class SetupSaving {

    private SetupSaving() {}

    /// Writes a file that isn't there yet, for its owner alone.
    ///
    /// @throws ProblemException when it is there, or can't be written
    public static void create(Path file, String text) {
        if (Files.exists(file)) {
            throw refused(file, SAVE_EXISTS);
        }
        write(file, text);
    }

    /// Writes over a file, keeping its rights.
    ///
    /// @param read the text that was read from it; when it says something else by now, nothing is written
    /// @throws ProblemException when somebody else changed it, or it can't be written
    public static void replace(Path file, String read, String text) {
        if (Files.exists(file) && !FileText.read(file).equals(FileText.withoutMark(read))) {
            throw refused(file, SAVE_CHANGED);
        }
        write(file, text);
    }

    private static void write(Path file, String text) {
        try {
            var target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            var folder = target.getParent();
            if (folder == null) {
                throw refused(file, SAVE_FAILED);
            }
            var beside = Files.createTempFile(folder, ".muster", ".new");
            try {
                var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                try (var channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                    while (bytes.hasRemaining()) {
                        channel.write(bytes);
                    }
                    channel.force(true);
                }
                rights(target, beside);
                Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw refused(file, SAVE_FAILED);
        }
    }

    private static void rights(Path target, Path beside) throws IOException {
        var view = Files.getFileAttributeView(beside, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(
                    Files.exists(target)
                            ? Files.getPosixFilePermissions(target)
                            : PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static ProblemException refused(Path file, FileWords words) {
        return new ProblemException(Trouble.of(words, file.toString()).at(new Place(file.toString(), 0, 0, "", "")));
    }
}
