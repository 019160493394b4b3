package dev.muster.ui.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.setup.file.Drafts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DraftTest {

    @TempDir
    Path home;

    private Drafts drafts() {
        return new Drafts(Desks.place(home).home().drafts());
    }

    @Test
    void a_name_typed_letter_by_letter_is_one_draft() throws IOException {
        var work = Desks.work(home);
        for (var name : new String[] {"f", "fa", "fac"}) {
            work.edit(form -> form.withName(name));
        }

        assertThat(drafts().all()).extracting(Drafts.Draft::id).containsExactly("fac");
    }

    @Test
    void another_setup_leaves_the_draft_before_it_alone() throws IOException {
        var work = Desks.work(home);
        work.edit(form -> form.withName("one"));
        work.begin(Origin.NEW, Form.EMPTY, work.desk());
        work.edit(form -> form.withName("two"));

        assertThat(drafts().all()).extracting(Drafts.Draft::id).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void a_draft_comes_back_as_it_was_left_and_asks_for_the_command_again() throws IOException {
        var work = Desks.work(home);
        work.paste(Desks.COMMAND);
        work.edit(form -> form.withName("factory").withCluster("factory"));
        var left = work.form();

        var draft = drafts().find("factory").orElseThrow();
        var again = Desks.work(home);
        again.begin(Origin.draft(draft.of(), draft.text()), FormReader.read(draft.text()), again.desk());

        assertThat(again.form()).isEqualTo(left);
        assertThat(again.command()).isEmpty();
    }

    @Test
    void no_file_holds_the_pasted_command() throws IOException {
        var work = Desks.work(home);
        work.paste(Desks.COMMAND);
        work.edit(form -> form.withName("factory"));

        try (var files = Files.walk(home)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain("9d8f7c6b5a4e");
            }
        }
    }
}
