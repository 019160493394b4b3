package dev.muster.setup.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.base.Key;
import dev.muster.base.Place;
import dev.muster.setup.SecretWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyFileTest {

    private static final Place PLACE = Place.field("logins.ops.key", "id");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN OPENSSH PRIVATE KEY-----\nb3Blbn",
                "-----BEGIN RSA PRIVATE KEY-----\nMIIE",
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIE",
                "PuTTY-User-Key-File-3: ssh-ed25519\n"
            })
    void a_private_key_of_its_owner_alone_will_do(String content) throws IOException {
        assertThat(KeyFile.problem(key(content, "rw-------"), PLACE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        # content,                                rights,    what
        '',                                       rw-------, KEY_EMPTY
        ' ',                                      rw-------, KEY_EMPTY
        ssh-ed25519 AAAAC3Nza ada@home,           rw-------, KEY_PUBLIC
        ecdsa-sha2-nistp256 AAAAE2 ada@home,      rw-------, KEY_PUBLIC
        -----BEGIN PUBLIC KEY-----,               rw-------, KEY_PUBLIC
        hello,                                    rw-------, KEY_NOT_ONE
        -----BEGIN OPENSSH PRIVATE KEY-----,      rw-r-----, KEY_OPEN
        -----BEGIN OPENSSH PRIVATE KEY-----,      rw----r--, KEY_OPEN
        """)
    void one_sentence_for_each_way_of_not_being_one(String content, String rights, SecretWords what)
            throws IOException {
        assertThat(problem(key(content, rights))).isEqualTo(what);
    }

    @Test
    void missing_and_a_folder() {
        assertThat(problem(folder.resolve("no"))).isEqualTo(SecretWords.KEY_MISSING);
        assertThat(problem(folder)).isEqualTo(SecretWords.KEY_FOLDER);
    }

    private static Key problem(Path key) {
        return KeyFile.problem(key, PLACE).orElseThrow().what().key();
    }

    private Path key(String content, String rights) throws IOException {
        var file = Files.createTempFile(folder, "id", "");
        Files.writeString(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
        return file;
    }
}
