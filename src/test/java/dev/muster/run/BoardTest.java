package dev.muster.run;

import static dev.muster.run.GivenRun.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.base.HostName;
import dev.muster.plan.Step;
import dev.muster.plan.StepId;
import dev.muster.run.RunOptions.OnFailure;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoardTest {

    /// Two members of the quorum, the second after the first, and two workers after both.
    private static final Step[] STEPS = {
        step("prepare", "cp1", false),
        step("join", "cp1", true, "prepare/cp1"),
        step("join", "cp2", true),
        step("join", "wrk1", false, "join/cp1"),
        step("join", "wrk2", false)
    };

    private static Step step(String name, String host, boolean quorum, String... after) {
        return GivenRun.step(name, host, quorum, Duration.ofMinutes(1), List.of(after));
    }

    private static List<String> startable(Board board, String... busy) {
        return board
                .startable(Set.copyOf(List.of(busy).stream().map(HostName::new).toList()))
                .stream()
                .map(step -> step.id().value())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # prepare/cp1 | join/cp1 | join/cp2 | on failure | what may start besides
        WAITING       | WAITING  | WAITING  | STOP       | prepare/cp1, join/cp2, join/wrk2
        DONE          | WAITING  | WAITING  | STOP       | join/cp1, join/cp2, join/wrk2
        ALREADY       | WAITING  | DONE     | STOP       | join/cp1, join/wrk2
        SKIPPED       | WAITING  | DONE     | STOP       | join/cp1, join/wrk2
        DONE          | DONE     | DONE     | STOP       | join/wrk1, join/wrk2
        # one that failed stops all, or parks its host only
        FAILED        | WAITING  | WAITING  | STOP       |
        FAILED        | WAITING  | WAITING  | GO_ON      | join/cp2, join/wrk2
        # a member of the quorum in doubt keeps the other from being touched
        DONE          | FAILED   | WAITING  | GO_ON      | join/wrk2
        DONE          | UNKNOWN  | WAITING  | GO_ON      | join/wrk2
        DONE          | WAITING  | FAILED   | ASK        | join/wrk2
        # cancelled opens no way
        CANCELLED     | WAITING  | DONE     | STOP       | join/wrk2
        """)
    void what_may_start(StepState prepare, StepState first, StepState second, OnFailure onFailure, String wanted) {
        var board = new Board(plan(STEPS), onFailure);
        board.put(new StepId("prepare/cp1"), prepare, 1, false);
        board.put(new StepId("join/cp1"), first, 1, false);
        board.put(new StepId("join/cp2"), second, 1, false);

        assertThat(startable(board)).isEqualTo(wanted == null ? List.of() : List.of(wanted.split(", ")));
    }

    @Test
    void a_host_does_one_thing_at_a_time() {
        var board = new Board(plan(step("a", "cp1", false), step("b", "cp1", false)), OnFailure.STOP);

        assertThat(startable(board)).containsExactly("a/cp1");
        assertThat(startable(board, "cp1")).isEmpty();
    }

    @Test
    void what_was_under_way_is_picked_up_first_whatever_else_failed() {
        var board = new Board(plan(STEPS), OnFailure.STOP);
        board.put(new StepId("join/wrk2"), StepState.FAILED, 1, false);
        board.put(new StepId("join/cp2"), StepState.UNKNOWN, 1, true);

        assertThat(startable(board)).containsExactly("join/cp2");
    }

    @Test
    void a_failure_from_before_a_resume_stops_nobody_else() {
        var board = new Board(plan(STEPS), OnFailure.STOP);
        board.leaveFailed(new StepId("join/wrk2"), 1);

        assertThat(startable(board)).containsExactly("prepare/cp1", "join/cp2");
        assertThat(board.end()).isEqualTo(RunEnd.FAILED);
    }

    @Test
    void a_thousand_hosts_are_looked_over_quickly() {
        var steps = IntStream.range(0, 1000)
                .boxed()
                .flatMap(i -> java.util.stream.Stream.of(
                        step("prepare", "h" + i, false), step("join", "h" + i, false, "prepare/h" + i)))
                .toArray(Step[]::new);
        var board = new Board(plan(steps), OnFailure.GO_ON);
        startable(board);
        var begin = System.nanoTime();

        for (var i = 0; i < 100; i++) {
            assertThat(startable(board)).hasSize(1000);
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }
}
