package dev.muster.ui.work;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// A file that its owner alone can read, whole or not there at all: written beside, then moved.
final class PrivateFile {

    private PrivateFile() {}

    static void write(Path file, String text) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(file + " is not in a folder");
        }
        var posix = posix(folder);
        Files.createDirectories(folder, posix ? of("rwx------") : new FileAttribute<?>[0]);
        var beside = Files.createTempFile(folder, ".muster", ".new", posix ? of("rw-------") : new FileAttribute<?>[0]);
        try {
            Files.writeString(beside, text, StandardCharsets.UTF_8);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static FileAttribute<?>[] of(String permissions) {
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }

    private static boolean posix(Path folder) throws IOException {
        for (var there = folder; there != null; there = there.getParent()) {
            if (Files.exists(there)) {
                FileStore store = Files.getFileStore(there);
                return store.supportsFileAttributeView("posix");
            }
        }
        return false;
    }
}
