package dev.muster.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.base.Bytes;
import dev.muster.base.HostName;
import dev.muster.base.Place;
import dev.muster.base.Problem;
import dev.muster.base.ProblemException;
import dev.muster.base.Text;
import dev.muster.plan.StepId;
import dev.muster.setup.Goal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    private static final Instant NOW = Instant.parse("2026-11-23T13:02:00.123Z");
    private static final HostName LIN1 = new HostName("lin1");

    /// Every kind of entry, with every kind of argument that a sentence may have.
    private static final List<Entry> ENTRIES = List.of(
            new Entry.Started(NOW, new RunId("2026-11-23-1402-factory-k3f9"), "factory", Goal.JOIN, "/home/ann"),
            new Entry.TakenUp(NOW, new Workstation("ann", "desk \"1\"", 4711)),
            new Entry.Locked(NOW, LIN1, Entry.Locked.Change.TAKEN_OVER, "2026-1 bob@там"),
            new Entry.Stepped(NOW, new StepId("join/lin1"), LIN1, StepState.RUNNING, 1, -1, null),
            new Entry.Stepped(NOW, new StepId("join/lin1"), LIN1, StepState.FAILED, 1, 30, problem()),
            new Entry.Noted(NOW, LIN1, text("a\nb\u2028c\u0000")),
            new Entry.Ended(NOW, RunEnd.FAILED, List.of(problem(), problem())));

    @TempDir
    private Path folder;

    private static Problem problem() {
        return new Problem(
                Problem.Kind.STEP,
                new Place("f", 1, 2, "hosts[2]", "x"),
                text(30, 1L << 40, new Bytes(7), Duration.ofSeconds(90), LIN1, List.of("a", 1)),
                text(text("inner")),
                text());
    }

    private static Text text(Object... arguments) {
        return new Text(StoredKey.of("run", "step-failed"), List.of(arguments));
    }

    private Path file() {
        return folder.resolve("journal.jsonl");
    }

    private void write() {
        try (var journal = Journal.open(file(), Journal.Disk.REAL)) {
            ENTRIES.forEach(journal::append);
        }
    }

    @Test
    void what_was_written_is_read() {
        write();

        assertThat(Journal.read(file()).entries()).isEqualTo(ENTRIES);
    }

    @Test
    void a_journal_torn_at_any_byte_keeps_all_whole_entries_and_goes_on_after_them() throws IOException {
        write();
        var whole = Files.readAllBytes(file());
        for (var length = 0; length < whole.length; length += 7) {
            Files.write(file(), java.util.Arrays.copyOf(whole, length));
            var kept = (int) new String(whole, 0, length, StandardCharsets.UTF_8)
                    .chars()
                    .filter(each -> each == '\n')
                    .count();

            try (var journal = Journal.open(file(), Journal.Disk.REAL)) {
                journal.append(ENTRIES.getFirst());
            }

            var entries = Journal.read(file()).entries();
            assertThat(entries).hasSize(kept + 1);
            assertThat(entries.subList(0, kept)).isEqualTo(ENTRIES.subList(0, kept));
            assertThat(entries.getLast()).isEqualTo(ENTRIES.getFirst());
        }
    }

    @Test
    void zeros_that_a_power_cut_left_at_the_end_are_torn_too() throws IOException {
        write();
        Files.write(file(), new byte[500], StandardOpenOption.APPEND);

        assertThat(Journal.read(file()).entries()).isEqualTo(ENTRIES);
    }

    @Test
    void a_line_that_is_broken_in_the_middle_is_a_problem_with_its_number() throws IOException {
        write();
        var lines = Files.readAllLines(file());
        lines.set(2, "{\"entry\":\"nonsense\"}");
        Files.write(file(), lines);

        assertThatThrownBy(() -> Journal.read(file())).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problems().getFirst().place().line()).isEqualTo(3);
            assertThat(e.problems().getFirst().place().file()).isEqualTo(file().toString());
        });
    }

    @Test
    void a_plan_comes_back_as_it_was() {
        var plan = GivenRun.plan(DyingMuster.steps());

        var again = PlanCodec.read(PlanCodec.write(plan));

        assertThat(PlanCodec.write(again)).isEqualTo(PlanCodec.write(plan));
        assertThat(again.steps())
                .extracting(step -> step.id().value())
                .containsExactly("prepare/lin1", "join/lin1", "join/lin2");
        assertThat(again.steps().getLast().after()).containsExactly(new StepId("join/lin1"));
        assertThat(PlanCodec.write(plan)).doesNotContain(GivenRun.TOKEN);
    }
}
