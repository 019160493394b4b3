package dev.muster.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Files that their owner alone can read (0600) in folders that he alone can enter (0700), whatever the umask.
final class PrivateFiles {

    private PrivateFiles() {}

    /// Makes the folder and those above it that are missing.
    static void folder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        var parent = folder.getParent();
        if (parent != null) {
            folder(parent);
        }
        Files.createDirectory(folder, permissions(folder, "rwx------"));
        restrict(folder, "rwx------");
    }

    static FileChannel open(Path file, StandardOpenOption... options) throws IOException {
        var isNew = !Files.exists(file, LinkOption.NOFOLLOW_LINKS);
        var channel = FileChannel.open(file, Set.<OpenOption>of(options), permissions(file, "rw-------"));
        if (isNew) {
            restrict(file, "rw-------");
        }
        return channel;
    }

    private static FileAttribute<?>[] permissions(Path path, String permissions) {
        return hasPermissions(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static void restrict(Path path, String permissions) throws IOException {
        if (hasPermissions(path)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    private static boolean hasPermissions(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
