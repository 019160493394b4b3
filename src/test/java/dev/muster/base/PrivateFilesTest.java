package dev.muster.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PrivateFilesTest {

    @TempDir
    private Path scratch;

    @Test
    void every_folder_that_is_made_is_the_owners_alone() throws IOException {
        PrivateFiles.folder(scratch.resolve("a/b"));

        assertThat(rights(scratch.resolve("a"))).isEqualTo("rwx------");
        assertThat(rights(scratch.resolve("a/b"))).isEqualTo("rwx------");
    }

    @Test
    void a_folder_that_is_there_is_left_as_it_is() throws IOException {
        Files.setPosixFilePermissions(scratch, PosixFilePermissions.fromString("rwxr-xr-x"));

        PrivateFiles.folder(scratch);

        assertThat(rights(scratch)).isEqualTo("rwxr-xr-x");
    }

    @Test
    void a_file_in_the_way_of_a_folder_is_said() throws IOException {
        var file = Files.writeString(scratch.resolve("taken"), "");

        assertThatThrownBy(() -> PrivateFiles.folder(file)).isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void a_file_that_is_written_or_opened_anew_is_the_owners_alone() throws IOException {
        var written = scratch.resolve("new/written");
        PrivateFiles.write(written, "先");
        PrivateFiles.write(written, "后");
        try (var channel =
                PrivateFiles.open(scratch.resolve("opened"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {1}));
        }

        assertThat(written).hasContent("后");
        assertThat(rights(written)).isEqualTo("rw-------");
        assertThat(rights(scratch.resolve("opened"))).isEqualTo("rw-------");
        try (var inside = Files.list(scratch.resolve("new"))) {
            assertThat(inside).containsExactly(written);
        }
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
