package dev.muster.run;

import static dev.muster.run.GivenRun.QUICK;
import static dev.muster.run.GivenRun.after;
import static dev.muster.run.GivenRun.ids;
import static dev.muster.run.GivenRun.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.muster.base.HostName;
import dev.muster.base.Problem;
import dev.muster.base.ProblemException;
import dev.muster.plan.StepId;
import dev.muster.run.RunOptions.OnFailure;
import dev.muster.run.RunOptions.Patience;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class RunnerTest {

    @TempDir
    private Path scratch;

    private GivenRun given;

    @BeforeEach
    void hosts() {
        given = new GivenRun(scratch);
    }

    @AfterEach
    void no_process_stays() {
        given.hosts.close();
    }

    @Test
    void steps_run_after_those_that_they_wait_for_and_everything_is_written_down() throws Exception {
        var end = given.run(
                QUICK,
                step("prepare", "lin1", "say ready"),
                after("prepare/lin1", "join", "lin1", "say joined", "say done: x"),
                after("join/lin1", "join", "lin2", "say already so: x"));

        assertThat(end).isEqualTo(RunEnd.DONE);
        assertThat(given.state("join/lin1")).isEqualTo(StepState.DONE);
        assertThat(given.state("join/lin2")).isEqualTo(StepState.ALREADY);
        assertThat(given.log()).containsExactly("ready", "joined", "done: x", "already so: x");
        assertThat(given.last().end()).isEqualTo(RunEnd.DONE);
        assertThat(given.isLocked("lin1") || given.isLocked("lin2")).isFalse();
        assertThat(given.hosts.root("lin1").resolve("jobs/" + given.last().id()))
                .isEmptyDirectory();
        assertThat(given.events.getLast()).isInstanceOf(RunEvent.Ended.class);
        assertThat(given.statesOf("join/lin1")).containsExactly(StepState.RUNNING, StepState.DONE);
    }

    @Test
    void a_slow_host_holds_up_nobody() throws Exception {
        var run = given.start(
                QUICK,
                step("prepare", "slow", "await go"),
                step("prepare", "fast", "say quick"),
                after("prepare/fast", "join", "fast", "say joined"));

        await().until(() -> given.state("join/fast") == StepState.DONE);
        assertThat(given.state("prepare/slow")).isEqualTo(StepState.RUNNING);
        given.touch("slow", "go");
        assertThat(run.await()).isEqualTo(RunEnd.DONE);
    }

    @Test
    void no_secret_reaches_the_disk_or_an_event() throws Exception {
        given.run(QUICK, step("join", "lin1", "secret"));

        var base64 = Base64.getEncoder().encodeToString(GivenRun.TOKEN.getBytes(StandardCharsets.UTF_8));
        try (Stream<Path> files = Files.walk(given.runs)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as("%s", file)
                        .doesNotContain(GivenRun.TOKEN, base64.substring(0, 30));
            }
        }
        assertThat(given.events.toString()).doesNotContain(GivenRun.TOKEN);
        assertThat(given.log().getFirst()).startsWith("Connecting with token ••••••••");
    }

    @Test
    void files_are_the_owners_alone() throws Exception {
        given.run(QUICK, step("join", "lin1", "say x"));

        try (Stream<Path> files = Files.walk(given.runs)) {
            for (var file : files.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .as("%s", file)
                        .isEqualTo(Files.isDirectory(file) ? "rwx------" : "rw-------");
            }
        }
    }

    @Nested
    class A_failed_step {

        @Test
        void stops_what_has_not_begun_says_why_with_its_last_lines_and_frees_the_locks() throws Exception {
            var end = given.run(
                    QUICK,
                    step("join", "lin1", "say working on it", "say error: no space", "exit 20"),
                    after("join/lin1", "join", "lin2", "say never"));

            assertThat(end).isEqualTo(RunEnd.FAILED);
            assertThat(given.state("join/lin2")).isEqualTo(StepState.WAITING);
            var step = given.last().step(new StepId("join/lin1")).orElseThrow();
            assertThat(step.exit()).isEqualTo(20);
            assertThat(step.problem().why().arguments().toString()).contains("error: no space");
            assertThat(given.isLocked("lin1")).isFalse();
        }

        @Test
        void is_parked_while_others_go_on() throws Exception {
            var end = given.run(
                    QUICK.with(OnFailure.GO_ON),
                    step("join", "lin1", "exit 30"),
                    step("more", "lin1", "say not on a host that failed"),
                    step("join", "lin2", "say joined"));

            assertThat(end).isEqualTo(RunEnd.FAILED);
            assertThat(given.state("join/lin2")).isEqualTo(StepState.DONE);
            assertThat(given.state("more/lin1")).isEqualTo(StepState.WAITING);
        }

        @Test
        void keeps_other_members_of_the_quorum_from_being_touched() throws Exception {
            var limit = Duration.ofMinutes(1);

            given.run(
                    QUICK.with(OnFailure.GO_ON),
                    step("join", "cp1", true, limit, List.of(), "exit 30"),
                    step("prepare", "cp2", "await failed"),
                    step("join", "cp2", true, limit, List.of("prepare/cp2"), "say never"),
                    step("let", "wrk", false, limit, List.of(), "await ../cp1/ran.join", "touch ../cp2/failed"),
                    step("join", "wrk", false, limit, List.of("let/wrk"), "say joined"));

            assertThat(given.state("join/wrk")).isEqualTo(StepState.DONE);
            assertThat(given.state("prepare/cp2")).isEqualTo(StepState.DONE);
            assertThat(given.state("join/cp2")).isEqualTo(StepState.WAITING);
        }

        @Test
        void can_be_tried_again_or_left_out_when_somebody_is_asked() throws Exception {
            var run = given.start(
                    QUICK.with(OnFailure.ASK),
                    step("join", "lin1", "exit 30"),
                    step("join", "lin2", "say x", "exit 20"),
                    after("join/lin2", "join", "lin3", "say joined"));
            await().until(() -> given.events.stream().anyMatch(RunEvent.Parked.class::isInstance));

            run.retry(ids("join/lin1"));
            await().until(() -> given.timesRan("join", "lin1") == 2);
            await().until(() -> given.events.stream()
                            .filter(RunEvent.Parked.class::isInstance)
                            .count()
                    == 2);
            run.skip(ids("join/lin1", "join/lin2"));

            assertThat(run.await()).isEqualTo(RunEnd.DONE);
            assertThat(given.state("join/lin3")).isEqualTo(StepState.DONE);
            assertThat(given.last().step(new StepId("join/lin1")).orElseThrow().attempt())
                    .isEqualTo(2);
        }
    }

    @Nested
    class The_line {

        @ParameterizedTest
        @ValueSource(longs = {1, 2, 3})
        void may_be_cut_anywhere_and_no_line_is_lost_or_doubled(long seed) throws Exception {
            var random = new Random(seed);
            given.hosts.cut = _ -> random.nextInt(700);

            var end = given.run(QUICK, step("join", "lin1", "count 400", "say last"));

            assertThat(end).isEqualTo(RunEnd.DONE);
            var wanted = Stream.concat(IntStream.rangeClosed(1, 400).mapToObj(i -> "line " + i), Stream.of("last"))
                    .toList();
            assertThat(given.log()).isEqualTo(wanted);
            assertThat(given.timesRan("join", "lin1")).isOne();
        }

        @Test
        void that_stays_away_leaves_the_step_unknown_and_the_lock_kept_and_resume_finds_out() throws Exception {
            var options = QUICK.withPatience(new Patience(Duration.ofMillis(100), Duration.ofMillis(300)));
            var run = given.start(options, step("join", "lin1", "say a", "await go", "say b"));
            await().until(() -> given.log().contains("a"));
            given.hosts.down.add(new HostName("lin1"));

            assertThat(run.await()).isEqualTo(RunEnd.LOST);
            assertThat(given.state("join/lin1")).isEqualTo(StepState.UNKNOWN);
            assertThat(given.isLocked("lin1")).isTrue();

            given.hosts.down.clear();
            given.touch("lin1", "go");
            assertThat(given.resume(QUICK).await()).isEqualTo(RunEnd.DONE);
            assertThat(given.log()).containsExactly("a", "b");
            assertThat(given.timesRan("join", "lin1")).isOne();
            assertThat(given.isLocked("lin1")).isFalse();
        }

        @Test
        void that_never_was_there_fails_the_step_and_nothing_was_begun() throws Exception {
            given.hosts.down.add(new HostName("lin1"));

            assertThat(given.run(QUICK, step("join", "lin1", "say a"))).isEqualTo(RunEnd.FAILED);
            assertThat(given.timesRan("join", "lin1")).isZero();
            assertThat(given.last().step(new StepId("join/lin1")).orElseThrow().attempt())
                    .isZero();
        }

        @Test
        void to_a_host_with_an_unknown_key_is_not_taken_and_nothing_runs_anywhere() throws Exception {
            given.hosts.strangers.add(new HostName("lin2"));

            var end = given.run(QUICK, step("join", "lin1", "say a"), step("join", "lin2", "say b"));

            assertThat(end).isEqualTo(RunEnd.TRUST);
            assertThat(given.timesRan("join", "lin1")).isZero();
            assertThat(given.isLocked("lin1")).isFalse();
        }
    }

    @Nested
    class Ending_it {

        @Test
        void cancel_kills_the_whole_process_group() throws Exception {
            var run = given.start(QUICK, step("join", "lin1", "child", "say a", "await never"), step("b", "lin2"));
            await().until(() -> given.log().contains("a"));
            var child = Long.parseLong(
                    Files.readString(given.hosts.root("lin1").resolve("child")).strip());

            run.cancel();

            assertThat(run.await()).isEqualTo(RunEnd.CANCELLED);
            assertThat(given.state("join/lin1")).isEqualTo(StepState.CANCELLED);
            await().until(() ->
                    ProcessHandle.of(child).map(handle -> !handle.isAlive()).orElse(true));
            assertThat(given.isLocked("lin1")).isFalse();
        }

        @Test
        void finish_and_stop_lets_what_runs_end() throws Exception {
            var run = given.start(
                    QUICK, step("join", "lin1", "say a", "await go"), after("join/lin1", "join", "lin2", "say b"));
            await().until(() -> given.log().contains("a"));

            run.finishAndStop();
            given.touch("lin1", "go");

            assertThat(run.await()).isEqualTo(RunEnd.CANCELLED);
            assertThat(given.state("join/lin1")).isEqualTo(StepState.DONE);
            assertThat(given.state("join/lin2")).isEqualTo(StepState.WAITING);
            assertThat(given.resume(QUICK).await()).isEqualTo(RunEnd.DONE);
        }

        @Test
        void a_step_that_takes_too_long_is_ended_and_failed() throws Exception {
            var end = given.run(
                    QUICK, step("join", "lin1", false, Duration.ofMillis(300), List.of(), "say a", "await never"));

            assertThat(end).isEqualTo(RunEnd.FAILED);
            assertThat(given.last()
                            .step(new StepId("join/lin1"))
                            .orElseThrow()
                            .problem()
                            .what()
                            .key()
                            .id())
                    .isEqualTo("step-too-long");
        }

        @Test
        void a_job_that_vanishes_is_looked_after_once_more_and_then_fails() throws Exception {
            var run = given.start(QUICK, step("join", "lin1", "say a", "await never"));
            for (var time = 1; time <= 2; time++) {
                var ran = time;
                await().until(() ->
                        given.timesRan("join", "lin1") == ran && given.log().size() == ran);
                killJob(ran);
            }

            assertThat(run.await()).as("%s", given.events).isEqualTo(RunEnd.FAILED);
            assertThat(given.statesOf("join/lin1"))
                    .containsExactly(StepState.RUNNING, StepState.WAITING, StepState.RUNNING, StepState.FAILED);
        }

        private void killJob(int attempt) throws IOException, InterruptedException {
            var pid = Files.readString(given.hosts
                            .root("lin1")
                            .resolve("jobs/" + given.last().id() + "/join.lin1." + attempt + "/pid"))
                    .strip();
            new ProcessBuilder("sh", "-c", "kill -9 -" + pid).start().waitFor();
        }
    }

    @Nested
    class A_lock {

        @Test
        void of_another_run_stops_this_one_and_names_the_holder_and_can_be_taken_over() throws Exception {
            var options = QUICK.withPatience(new Patience(Duration.ofMillis(100), Duration.ofMillis(100)));
            var lost = given.start(options, step("join", "lin1", "say a", "await go"));
            await().until(() -> given.log().contains("a"));
            given.hosts.down.add(new HostName("lin1"));
            lost.await();
            given.hosts.down.clear();

            assertThat(given.run(QUICK, step("join", "lin1", "say b"))).isEqualTo(RunEnd.LOCKED);
            var ended = (RunEvent.Ended) given.events.getLast();
            assertThat(ended.problems().getFirst().what().arguments().toString())
                    .contains(lost.id().value(), "ann", "desk");

            var over = QUICK.withTakeOver(Set.of(new HostName("lin1")));
            assertThat(given.run(over, step("join", "lin1", "say c"))).isEqualTo(RunEnd.DONE);
            assertThat(given.last().takenOver())
                    .singleElement()
                    .asString()
                    .contains(lost.id().value());
            assertThat(Files.readString(given.runs.resolve(lost.id().value()).resolve("journal.jsonl")))
                    .contains("taken-away");
            given.touch("lin1", "go");
        }

        @Test
        void on_the_runs_folder_keeps_a_second_Muster_off() throws Exception {
            var run = given.start(QUICK, step("join", "lin1", "say a", "await go"));

            assertThatThrownBy(() -> given.resume(QUICK)).isInstanceOfSatisfying(ProblemException.class, e -> {
                assertThat(e.problems().getFirst().kind()).isEqualTo(Problem.Kind.LOCKED);
                assertThat(e.problems().getFirst().what().arguments().toString())
                        .contains(ProcessHandle.current().pid() + " ", "ann@desk");
            });

            assertThat(given.last().underWay()).isTrue();
            given.touch("lin1", "go");
            assertThat(run.await()).isEqualTo(RunEnd.DONE);
            await().until(() -> !given.last().underWay());
        }
    }

    @Nested
    class Options {

        @Test
        void skip_and_from_leave_steps_out() throws Exception {
            var options = QUICK.withFrom(new StepId("join/lin1")).withSkip(Set.of(new StepId("join/lin2")));

            given.run(
                    options,
                    step("prepare", "lin1", "exit 1"),
                    after("prepare/lin1", "join", "lin1", "say a"),
                    step("join", "lin2", "exit 1"));

            assertThat(given.state("prepare/lin1")).isEqualTo(StepState.SKIPPED);
            assertThat(given.state("join/lin1")).isEqualTo(StepState.DONE);
            assertThat(given.state("join/lin2")).isEqualTo(StepState.SKIPPED);
        }

        @Test
        void a_step_that_is_not_planned_is_an_error_before_anything_is_made() {
            var options = QUICK.withSkip(Set.of(new StepId("join/lin9")));

            assertThatThrownBy(() -> given.start(options, step("join", "lin1", "say a")))
                    .isInstanceOf(ProblemException.class);
            assertThat(given.runs).doesNotExist();
        }

        @Test
        void resume_tries_only_those_failed_steps_again_that_are_named() throws Exception {
            given.run(QUICK.with(OnFailure.GO_ON), step("a", "lin1", "exit 1"), step("b", "lin2", "exit 1"));

            given.resume(QUICK.with(OnFailure.GO_ON).withRetry(Set.of(new StepId("a/lin1"))))
                    .await();
            assertThat(given.timesRan("a", "lin1")).isEqualTo(2);
            assertThat(given.timesRan("b", "lin2")).isOne();

            given.resume(QUICK.with(OnFailure.GO_ON)).await();
            assertThat(given.timesRan("b", "lin2")).isEqualTo(2);
        }
    }

    @Nested
    class A_disk {

        @Test
        void that_cannot_take_the_run_changes_nothing_and_names_the_path() throws Exception {
            Files.writeString(scratch.resolve("runs"), "a file stands in the way");

            assertThatThrownBy(() -> given.start(QUICK, step("join", "lin1", "say a")))
                    .isInstanceOfSatisfying(ProblemException.class, e -> {
                        assertThat(e.problems().getFirst().kind()).isEqualTo(Problem.Kind.INPUT);
                        assertThat(e.problems().getFirst().place().file()).contains("runs");
                    });
            assertThat(given.timesRan("join", "lin1")).isZero();
        }

        @Test
        void that_fills_up_stops_the_run_where_it_is_and_resume_goes_on() throws Exception {
            var written = new int[1];
            given.disk = (channel, bytes) -> {
                if (++written[0] > 5) {
                    throw new IOException("No space left on device");
                }
                Journal.Disk.REAL.write(channel, bytes);
            };

            var end = given.run(QUICK, step("a", "lin1", "say a"), after("a/lin1", "b", "lin1", "say b"));

            assertThat(end).isIn(RunEnd.LOST, RunEnd.FAILED);
            var ended = (RunEvent.Ended) given.events.getLast();
            assertThat(ended.problems().getFirst().what().arguments().toString())
                    .contains("No space left");

            given.disk = Journal.Disk.REAL;
            assertThat(given.resume(QUICK).await()).isEqualTo(RunEnd.DONE);
            assertThat(given.timesRan("a", "lin1")).isOne();
            assertThat(given.timesRan("b", "lin1")).isOne();
            assertThat(given.log()).containsExactly("a", "b");
        }
    }
}
