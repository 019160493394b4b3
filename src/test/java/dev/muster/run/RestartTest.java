package dev.muster.run;

import static dev.muster.run.GivenRun.QUICK;
import static dev.muster.run.GivenRun.after;
import static dev.muster.run.GivenRun.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.base.HostName;
import dev.muster.plan.ScriptStep;
import dev.muster.plan.Step;
import dev.muster.plan.StepId;
import dev.muster.run.RunOptions.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Steps that ask for a restart of their host. The hosts are folders; what they restart is the number of their start.
@Timeout(20)
class RestartTest {

    private static final HostName LIN1 = new HostName("lin1");

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

    /// It is as wanted once the file `fresh` is there, which a restart brings.
    private static Step feature(Duration timeout) {
        var step = (ScriptStep)
                GivenRun.step("feature", "lin1", false, timeout, List.of(), "unless fresh 194", "say done");
        return step.withReboots();
    }

    private int timesAsked() {
        return lines(given.hosts.root("lin1").resolve("reboots")).size();
    }

    private void awaitAsked(int times) {
        await().until(() -> timesAsked() >= times);
    }

    /// The line drops, and when the host is back it has another start.
    private void restart(int number) throws IOException {
        given.hosts.down.add(LIN1);
        given.hosts.restart("lin1", "b007-" + (number + 1));
        given.hosts.down.remove(LIN1);
    }

    @Test
    void the_host_restarts_and_the_step_runs_once_more_and_the_next_one_follows() throws Exception {
        var run =
                given.start(QUICK, feature(Duration.ofMinutes(1)), after("feature/lin1", "join", "lin1", "say joined"));
        awaitAsked(1);
        assertThat(given.statesOf("feature/lin1")).containsExactly(StepState.RUNNING);
        given.touch("lin1", "fresh");
        restart(1);

        assertThat(run.await()).isEqualTo(RunEnd.DONE);
        assertThat(given.statesOf("feature/lin1"))
                .containsExactly(StepState.RUNNING, StepState.WAITING, StepState.RUNNING, StepState.DONE);
        assertThat(given.last().step(new StepId("feature/lin1")).orElseThrow().attempt())
                .isEqualTo(2);
        assertThat(timesAsked()).isOne();
        assertThat(given.timesRan("feature", "lin1")).isEqualTo(2);
        assertThat(given.log()).containsExactly("done", "joined");
        assertThat(given.events.stream()
                        .filter(RunEvent.Noted.class::isInstance)
                        .map(event -> ((RunEvent.Noted) event).what().key().id()))
                .containsExactly(RunWords.RESTARTING.id(), RunWords.RESTARTED.id());
        assertThat(given.isLocked("lin1")).isFalse();
    }

    @Test
    void a_step_that_nobody_let_restart_its_host_has_failed() throws Exception {
        var end = given.run(QUICK, GivenRun.step("feature", "lin1", "unless fresh 194"));

        assertThat(end).isEqualTo(RunEnd.FAILED);
        assertThat(timesAsked()).isZero();
        assertThat(given.last().step(new StepId("feature/lin1")).orElseThrow().exit())
                .isEqualTo(194);
    }

    @Test
    void a_host_that_is_asked_and_does_not_restart_is_not_asked_again_at_once_and_the_time_limit_ends_it()
            throws Exception {
        var end = given.run(QUICK, feature(Duration.ofSeconds(2)));

        assertThat(end).isEqualTo(RunEnd.FAILED);
        assertThat(given.last().step(new StepId("feature/lin1")).orElseThrow().problem())
                .satisfies(problem -> assertThat(problem.what().key().id()).isEqualTo(RunWords.STEP_TOO_LONG.id()));
        assertThat(timesAsked()).isOne();
        assertThat(given.isLocked("lin1")).isFalse();
    }

    @Test
    void waiting_for_a_host_that_is_away_can_be_cancelled() throws Exception {
        var run = given.start(QUICK, feature(Duration.ofMinutes(1)));
        awaitAsked(1);
        given.hosts.down.add(LIN1);
        run.cancel();

        assertThat(run.await()).isEqualTo(RunEnd.CANCELLED);
        assertThat(given.state("feature/lin1")).isEqualTo(StepState.CANCELLED);
    }

    @Test
    void a_step_that_is_never_content_stops_after_four_restarts() throws Exception {
        var run = given.start(QUICK, feature(Duration.ofMinutes(1)));
        for (var number = 1; number <= 4; number++) {
            awaitAsked(number);
            restart(number);
        }

        assertThat(run.await()).isEqualTo(RunEnd.FAILED);
        assertThat(given.last().step(new StepId("feature/lin1")).orElseThrow().problem())
                .satisfies(
                        problem -> assertThat(problem.what().key().id()).isEqualTo(RunWords.RESTARTED_TOO_OFTEN.id()));
        assertThat(timesAsked()).isEqualTo(4);
    }

    /// Muster's disk fills up while the host is away: whoever goes on finds the host restarted, and doesn't do it
    /// again.
    @Test
    void a_Muster_that_comes_later_finds_out_by_itself_that_the_host_has_restarted() throws Exception {
        var full = new AtomicBoolean();
        given.disk = (channel, bytes) -> {
            if (full.get()) {
                throw new IOException("No space left on device");
            }
            Journal.Disk.REAL.write(channel, bytes);
        };
        var run = given.start(QUICK, feature(Duration.ofMinutes(1)));
        awaitAsked(1);
        full.set(true);
        given.touch("lin1", "fresh");
        restart(1);
        assertThat(run.await()).isEqualTo(RunEnd.LOST);
        assertThat(given.isLocked("lin1")).isTrue();

        given.disk = Journal.Disk.REAL;
        assertThat(given.resume(QUICK).await()).isEqualTo(RunEnd.DONE);
        assertThat(timesAsked()).isOne();
        assertThat(given.timesRan("feature", "lin1")).isEqualTo(2);
        assertThat(given.log()).containsExactly("done");
    }

    /// Longer than a lost line is waited for otherwise: the step's own limit counts.
    @Test
    void a_host_may_be_away_longer_than_a_line_may_be_lost() throws Exception {
        var impatient = QUICK.withPatience(new Patience(Duration.ofMillis(300), Duration.ofMillis(50)));
        var run = given.start(impatient, feature(Duration.ofMinutes(1)));
        awaitAsked(1);
        given.hosts.down.add(LIN1);
        await().during(Duration.ofMillis(500))
                .until(() -> given.statesOf("feature/lin1").size() == 1);
        given.touch("lin1", "fresh");
        restart(1);

        assertThat(run.await()).isEqualTo(RunEnd.DONE);
    }

    @Test
    void a_plan_keeps_which_steps_may_restart_their_host() {
        var plan = GivenRun.plan(feature(Duration.ofMinutes(1)), GivenRun.step("join", "lin1"));

        assertThat(PlanCodec.read(PlanCodec.write(plan)).steps().stream().map(Step::reboots))
                .containsExactly(true, false);
        assertThat(
                        PlanCodec.read(PlanCodec.write(plan).replaceAll("\\s*,\\s*\"reboots\" : (true|false)", ""))
                                .steps()
                                .stream()
                                .map(Step::reboots))
                .containsExactly(false, false);
    }

    @Test
    void the_hosts_folder_is_empty_afterwards() throws Exception {
        var run = given.start(QUICK, feature(Duration.ofMinutes(1)));
        awaitAsked(1);
        given.touch("lin1", "fresh");
        restart(1);
        run.await();

        assertThat(Files.exists(
                        given.hosts.root("lin1").resolve("jobs/" + given.last().id() + "/feature.lin1.1")))
                .isFalse();
    }
}
