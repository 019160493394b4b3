package dev.muster.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.base.HostName;
import dev.muster.base.Place;
import dev.muster.base.Problem;
import dev.muster.base.Text;
import dev.muster.catalog.Catalog;
import dev.muster.plan.Phase;
import dev.muster.plan.Plan;
import dev.muster.plan.ScriptStep;
import dev.muster.plan.Step;
import dev.muster.plan.StepId;
import dev.muster.run.LogLine;
import dev.muster.run.RunEnd;
import dev.muster.run.RunEvent;
import dev.muster.run.RunId;
import dev.muster.run.Running;
import dev.muster.run.StepState;
import dev.muster.script.Script;
import dev.muster.setup.Goal;
import dev.muster.ui.kit.Bar.Left;
import dev.muster.ui.kit.Errands;
import dev.muster.ui.kit.PageId;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.work.LogText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RunModelTest {

    private static final Instant NOW = Instant.parse("2026-11-23T14:02:41Z");
    private static final HostName LIN1 = new HostName("lin1");
    private static final HostName LIN2 = new HostName("lin2");

    private final List<PageId> opened = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final List<Consumer<RunEvent>> news = new ArrayList<>();
    private final RunModel model = new RunModel(
            Errands.atOnce(),
            Clock.fixed(NOW, ZoneOffset.UTC),
            Catalog.shipped().guidance(),
            (_, _) -> new NoLines(),
            (run, takeOver, listener) -> {
                told.add("resume " + run.value() + " " + takeOver);
                news.add(listener);
                return new Told();
            },
            opened::add);

    /// Writes down what it is told.
    private final class Told implements Running {
        @Override
        public RunId id() {
            return new RunId("2026-11-23-1402-factory-k3f9");
        }

        @Override
        public void cancel() {
            told.add("cancel");
        }

        @Override
        public void finishAndStop() {
            told.add("finish");
        }

        @Override
        public void retry(List<StepId> steps) {
            told.add("retry " + steps);
        }

        @Override
        public void skip(List<StepId> steps) {
            told.add("skip " + steps);
        }

        @Override
        public RunEnd await() {
            return RunEnd.DONE;
        }
    }

    private record NoLines() implements LogText {
        @Override
        public long lines() {
            return 0;
        }

        @Override
        public List<LogLine> read(long from, int count) {
            return List.of();
        }
    }

    @BeforeEach
    void begin() {
        var prepare = new Phase("prepare", word(), List.of(step("modules", LIN1), step("modules", LIN2)));
        var workers = new Phase("workers", word(), List.of(step("join", LIN2)));
        var plan = new Plan(Goal.JOIN, "factory", List.of(prepare, workers));
        model.begin(plan, listener -> {
            news.add(listener);
            return new Told();
        });
    }

    private static Text word() {
        return Text.of(UiWords.PAGE_RUN);
    }

    private static Step step(String kind, HostName host) {
        return new ScriptStep(
                StepId.of(kind, host),
                host,
                word(),
                Script.of("linux/kernel-modules.sh"),
                List.of(),
                Duration.ofMinutes(1),
                word(),
                false);
    }

    private void tell(RunEvent event) {
        news.getFirst().accept(event);
    }

    private void tell(String step, HostName host, StepState state, Instant time) {
        tell(new RunEvent.StepChanged(time, StepId.of(step, host), host, state, 1));
    }

    private GridRow.Cell cell(HostName host, int phase) {
        return model.rows().stream()
                .filter(row -> row.host().equals(host))
                .findFirst()
                .orElseThrow()
                .cells()
                .get(phase);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
        WAITING,   WAITS,  STATE_WAITING
        RUNNING,   WORKS,  STATE_RUNNING
        DONE,      FITS,   STATE_DONE
        ALREADY,   FITS,   STATE_ALREADY
        SKIPPED,   WAITS,  STATE_SKIPPED
        FAILED,    STOPS,  STATE_FAILED
        CANCELLED, WARNS,  STATE_CANCELLED
        UNKNOWN,   WARNS,  STATE_UNKNOWN
        """)
    void each_state_has_a_sign_and_a_word(StepState state, Sign sign, UiWords word) {
        tell("join", LIN2, state, NOW);

        assertThat(cell(LIN2, 1).sign()).isEqualTo(sign);
        assertThat(cell(LIN2, 1).text().key()).isEqualTo(word);
    }

    @Test
    void a_running_step_shows_for_how_long() {
        tell("join", LIN2, StepState.RUNNING, NOW.minusSeconds(41));

        assertThat(cell(LIN2, 1).text()).isEqualTo(UiWords.text(UiWords.STATE_RUNNING, "0:41"));
    }

    @Test
    void a_host_without_a_step_in_a_phase_has_no_state_there() {
        assertThat(cell(LIN1, 1).sign()).isEqualTo(Sign.NONE);
    }

    @Test
    void a_parked_run_can_be_tried_again_or_skipped() {
        tell("join", LIN2, StepState.FAILED, NOW);
        tell(new RunEvent.Parked(NOW, List.of(StepId.of("join", LIN2))));

        assertThat(model.phase()).isEqualTo(RunModel.Phase.PARKED);
        var failed = model.rows().stream().flatMap(row -> row.failed().stream()).toList();
        model.retry(failed);
        model.skip(failed);
        assertThat(told).containsExactly("retry [join/lin2]", "skip [join/lin2]");
    }

    @Test
    void while_it_runs_the_left_button_stops_and_the_report_waits() {
        assertThat(model.bar().get().left()).isEqualTo(Left.STOP);
        assertThat(model.bar().get().open()).isFalse();
        assertThat(model.underWay()).isTrue();
    }

    @Test
    void stopping_now_ends_the_steps_and_stopping_after_lets_them_finish() {
        model.stopNow();
        model.stopAfter();

        assertThat(told).containsExactly("cancel", "finish");
        assertThat(model.phase()).isEqualTo(RunModel.Phase.STOPPING);
    }

    @Test
    void a_run_that_ended_while_it_was_asked_how_to_stop_it_has_ended() {
        tell(new RunEvent.Ended(NOW, RunEnd.DONE, List.of()));

        model.stopNow();
        model.stopAfter();

        assertThat(told).isEmpty();
        assertThat(model.phase()).isEqualTo(RunModel.Phase.ENDED);
    }

    @Test
    void the_end_opens_the_report() {
        tell(new RunEvent.Ended(NOW, RunEnd.DONE, List.of()));

        assertThat(model.underWay()).isFalse();
        assertThat(model.bar().get().open()).isTrue();
        model.go();
        assertThat(opened).containsExactly(PageId.REPORT);
    }

    @Test
    void a_known_error_is_explained_when_its_line_comes() {
        var line = "ERROR: Configured cacerts checksum (9b1f) does not match given --ca-checksum (3f1a)";
        tell(new RunEvent.LogLine(NOW, StepId.of("join", LIN2), LIN2, line));

        assertThat(model.advice()).isPresent();
        assertThat(Stream.of(
                        model.advice().orElseThrow().what(),
                        model.advice().orElseThrow().fix()))
                .doesNotContainNull();
    }

    private void endLocked(HostName... hosts) {
        var problems = Stream.of(hosts)
                .map(host -> new Problem(
                        Problem.Kind.LOCKED, Place.field(host.value(), "another-run"), word(), word(), word()))
                .toList();
        tell(new RunEvent.Ended(NOW, RunEnd.LOCKED, problems));
    }

    @Test
    void a_lock_is_taken_over_once_its_hosts_name_was_typed() {
        endLocked(LIN2);
        assertThat(model.takeOver().any()).isTrue();

        model.takeLocks();
        model.type(LIN2, "lin1");
        model.takeLocks();
        assertThat(told).as("with a wrong name").isEmpty();

        model.type(LIN2, "lin2 ");
        model.takeLocks();
        assertThat(told).containsExactly("resume 2026-11-23-1402-factory-k3f9 [lin2]");
        assertThat(model.underWay()).isTrue();
        assertThat(model.takeOver().any()).isFalse();
    }

    @Test
    void two_locks_want_two_names() {
        endLocked(LIN1, LIN2);

        model.type(LIN2, "lin2");
        assertThat(model.takeOver().settled()).isFalse();
        model.type(LIN1, "lin1");
        assertThat(model.takeOver().settled()).isTrue();
    }

    @Test
    void a_run_that_ended_otherwise_has_nothing_to_take_over() {
        var lost = new Problem(Problem.Kind.STEP, Place.field("lin2", ""), word(), word(), word());

        tell(new RunEvent.Ended(NOW, RunEnd.FAILED, List.of(lost)));

        assertThat(model.takeOver().any()).isFalse();
        assertThat(model.takeOver().settled()).isFalse();
    }

    @Test
    void a_run_that_cannot_begin_says_why() {
        model.begin(model.plan().orElseThrow(), _ -> {
            throw new IllegalStateException("disk full");
        });

        assertThat(model.trouble()).contains(UiWords.text(UiWords.AS_IS, "disk full"));
        assertThat(model.underWay()).isFalse();
    }
}
