package dev.muster.base;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Files that their owner alone can read (0600) in folders that he alone can enter (0700), whatever the umask; on a
/// file system that knows no such rights, what the folder above gives.
public final class PrivateFiles {

    private static final String FOLDER = "rwx------";
    private static final String FILE = "rw-------";

    private PrivateFiles() {}

    /// Makes the folder and those above it that are missing.
    public static Path folder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return folder;
        }
        var parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            folder(parent);
        }
        try {
            Files.createDirectory(folder, permissions(folder, FOLDER));
            restrict(folder, FOLDER);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
        return folder;
    }

    /// Opens a file; one that isn't there yet is made private, if the options make it.
    public static FileChannel open(Path file, OpenOption... options) throws IOException {
        var isNew = !Files.exists(file, LinkOption.NOFOLLOW_LINKS);
        var channel = FileChannel.open(file, Set.of(options), permissions(file, FILE));
        if (isNew) {
            restrict(file, FILE);
        }
        return channel;
    }

    /// Writes a file that is whole or not there at all, in a folder that is made if need be: beside, then moved.
    public static void write(Path file, String text) throws IOException {
        var folder = folder(file.toAbsolutePath().resolveSibling(""));
        var beside = Files.createTempFile(folder, ".muster", ".new", permissions(folder, FILE));
        try {
            Files.writeString(beside, text);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
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
