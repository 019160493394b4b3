package dev.muster.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.base.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunStoreTest {

    @TempDir
    private Path runs;

    private RunStore store;

    @BeforeEach
    void three_runs_and_some_strangers() throws IOException {
        store = new RunStore(runs);
        for (var name : new String[] {
            "2026-11-22-0900-factory-aaaa", "2026-11-23-1402-factory-bbbb", "2026-11-23-1500-office-cccc", "notes"
        }) {
            Files.createDirectories(runs.resolve(name));
            Files.writeString(runs.resolve(name).resolve("journal.jsonl"), "{}\n");
        }
        Files.createDirectories(runs.resolve("2026-11-23-1600-never-dddd"));
        Files.writeString(runs.resolve("2026-11-23-1600-never-dddd").resolve("journal.jsonl"), "{\"time");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        # written,                       found
        last,                            2026-11-23-1500-office-cccc
        2026-11-22,                      2026-11-22-0900-factory-aaaa
        2026-11-23-14,                   2026-11-23-1402-factory-bbbb
        2026-11-23-1402-factory-bbbb,    2026-11-23-1402-factory-bbbb
        """)
    void a_run_is_meant_by_its_id_a_beginning_or_last(String written, String found) {
        assertThat(store.resolve(written).value()).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        # written,                       problem
        2026-11-23,                      run-not-unique
        2026-11-24,                      no-such-run
        factory,                         no-such-run
        2026-11-23-1600,                 no-such-run
        '',                              no-such-run
        ../../etc,                       no-such-run
        """)
    void what_means_no_run_or_several_says_so(String written, String problem) {
        assertThatThrownBy(() -> store.resolve(written))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problems().getFirst().what().key().id())
                                .isEqualTo(problem));
    }

    @Test
    void the_newest_comes_first_and_a_run_that_cannot_be_read_hides_no_other() {
        assertThat(store.ids()).extracting(RunId::value).first().isEqualTo("2026-11-23-1500-office-cccc");
        assertThat(store.list().runs()).isEmpty();
        assertThat(store.list().problems()).hasSize(3);
        assertThat(new RunStore(runs.resolve("none")).ids()).isEmpty();
    }

    @Test
    void a_runs_id_has_the_time_the_setup_and_four_letters() {
        var id = RunId.of(LocalDateTime.of(2026, 11, 23, 14, 2, 59), "factory", new Random(7));

        assertThat(id.value()).matches("2026-11-23-1402-factory-[a-z0-9]{4}");
    }
}
