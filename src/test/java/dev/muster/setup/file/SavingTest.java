package dev.muster.setup.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.base.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SavingTest {

    @TempDir
    Path folder;

    @Test
    void a_new_file_is_its_owners_alone() throws IOException {
        var file = folder.resolve("a.muster.yaml");

        SetupSaving.create(file, "muster: 1\n");

        assertThat(Files.readString(file)).isEqualTo("muster: 1\n");
        assertThat(rights(file)).isEqualTo("rw-------");
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void a_file_that_is_there_keeps_its_rights_and_a_link_stays_a_link() throws IOException {
        var file = Files.writeString(folder.resolve("a.muster.yaml"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        var link = Files.createSymbolicLink(folder.resolve("link"), file);

        SetupSaving.replace(link, "old", "new");

        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(file)).isEqualTo("new");
        assertThat(rights(file)).isEqualTo("rw-r-----");
    }

    @Test
    void what_somebody_else_wrote_is_not_undone() throws IOException {
        var file = Files.writeString(folder.resolve("a.muster.yaml"), "theirs");

        assertThat(refusal(() -> SetupSaving.replace(file, "old", "new"))).isEqualTo(FileWords.SAVE_CHANGED);
        assertThat(refusal(() -> SetupSaving.create(file, "new"))).isEqualTo(FileWords.SAVE_EXISTS);
        assertThat(Files.readString(file)).isEqualTo("theirs");
    }

    @Test
    void a_folder_that_is_not_there_is_said() {
        assertThat(refusal(() -> SetupSaving.create(folder.resolve("no/a.yaml"), "new")))
                .isEqualTo(FileWords.SAVE_FAILED);
    }

    @Test
    void a_draft_is_found_again_and_forgotten() throws IOException {
        var drafts = new Drafts(folder.resolve("drafts"));
        assertThat(drafts.all()).isEmpty();

        drafts.keep("new", "", "muster: 1\n");
        drafts.keep("d-2", "/work/a.muster.yaml", "muster: 1\nname: a\n");
        drafts.keep("new", "", "muster: 1\nname: b\n");

        assertThat(drafts.all()).hasSize(2);
        assertThat(drafts.find("new").orElseThrow().text()).isEqualTo("muster: 1\nname: b\n");
        assertThat(drafts.find("d-2").orElseThrow().of()).isEqualTo("/work/a.muster.yaml");
        assertThat(rights(folder.resolve("drafts"))).isEqualTo("rwx------");

        drafts.forget("new");
        assertThat(drafts.find("new")).isEmpty();
    }

    @Test
    void a_draft_is_kept_under_any_name_that_was_typed() throws IOException {
        var drafts = new Drafts(folder.resolve("drafts"));
        var names = java.util.List.of("", "my factory", "my/factory", "../../etc/passwd", "\u0000", "x".repeat(500));

        for (var name : names) {
            drafts.keep(name, "", "name: " + name.length());
        }

        assertThat(drafts.all()).hasSize(names.size());
        for (var name : names) {
            assertThat(drafts.find(name).orElseThrow().text()).isEqualTo("name: " + name.length());
        }
        for (var draft : drafts.all()) {
            assertThat(drafts.find(draft.id()).orElseThrow().text()).isEqualTo(draft.text());
            drafts.forget(draft.id());
        }
        assertThat(drafts.all()).isEmpty();
    }

    private static Object refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable saving) {
        return catchThrowableOfType(ProblemException.class, saving)
                .problems()
                .getFirst()
                .what()
                .key();
    }

    private static String rights(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private long files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.count();
        }
    }
}
