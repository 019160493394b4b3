package dev.muster.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.base.HostName;
import dev.muster.plan.Plan;
import dev.muster.plan.Step;
import dev.muster.remote.Opened;
import dev.muster.remote.SshReach;
import dev.muster.remote.TestServer;
import dev.muster.run.FaultyLine.Fault;
import dev.muster.run.FaultyLine.Kind;
import dev.muster.run.RunOptions.Patience;
import dev.muster.setup.Host;
import dev.muster.setup.Role;
import dev.muster.setup.Setup;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The whole way of a step, from the runner to a job on a host, on a line that breaks somewhere: no step runs twice,
/// no line is lost or doubled, and the journal says what is true. Which way that is says who fills the table.
///
/// Where the line breaks is chance; the seed stands in the name of the test. `-Dmuster.seed=N` repeats it.
@Timeout(180)
abstract class FaultTable {

    static final int LINES = 1500;
    static final long SEED = Long.getLong("muster.seed", System.nanoTime() % 1_000_000);

    /// Where the line breaks, of all that a calm run gets from the server.
    enum Where {
        BEFORE_THE_BANNER(0, 0),
        IN_THE_KEY_EXCHANGE(0.001, 0.02),
        BEFORE_THE_STEP_BEGINS(0.02, 0.15),
        IN_MID_OUTPUT(0.3, 0.9),
        JUST_BEFORE_THE_EXIT_STATUS(0.97, 0.995);

        private final double from;
        private final double to;

        Where(double from, double to) {
            this.from = from;
            this.to = to;
        }

        long pick(Random random, long all) {
            return Math.round(all * (from + (to - from) * random.nextDouble()));
        }
    }

    @TempDir
    Path scratch;

    FaultyLine line;
    SshReach reach;
    private Plan plan;

    /// Starts what is at the far end of the line.
    ///
    /// @return its port
    abstract int serve() throws Exception;

    /// The host, as the setup has it.
    abstract Host host();

    abstract Step step();

    /// How often the step's work was really begun.
    abstract int timesRan();

    abstract void stop() throws Exception;

    /// A line that breaks there for good may have had the step's last word before.
    boolean mayHaveEnded(Where where) {
        return where == Where.JUST_BEFORE_THE_EXIT_STATUS;
    }

    @BeforeEach
    void a_host_behind_a_line() throws Exception {
        line = new FaultyLine(serve());
        reach = TestServer.reach(scratch, TestServer.secrets());
        assertThat(TestServer.openTrusting(scratch, reach, host())).isInstanceOf(Opened.Ready.class);
        reach.drop(host());
        plan = GivenRun.plan(step());
    }

    @AfterEach
    void all_is_closed() throws Exception {
        reach.close();
        line.close();
        stop();
    }

    static Stream<Arguments> quick() {
        return Stream.of(Where.values())
                .flatMap(where -> Stream.of(Kind.CUT, Kind.RESET).map(kind -> Arguments.of(where, kind, seed(where))));
    }

    /// Those that nobody is told of: each costs the silence after which a line counts as lost.
    static Stream<Arguments> slow() {
        return Stream.of(Where.values())
                .flatMap(
                        where -> Stream.of(Kind.SILENT, Kind.DRIP).map(kind -> Arguments.of(where, kind, seed(where))));
    }

    private static long seed(Where where) {
        return SEED + where.ordinal();
    }

    @ParameterizedTest(name = "{1} {0}, seed {2}")
    @MethodSource("dev.muster.run.FaultTable#quick")
    void a_line_that_breaks_and_comes_back_costs_nothing_but_time(Where where, Kind kind, long seed) throws Exception {
        breaks_and_comes_back(where, kind, seed);
    }

    @ParameterizedTest(name = "{1} {0}, seed {2}")
    @MethodSource("dev.muster.run.FaultTable#slow")
    @Tag("slow")
    void a_line_that_goes_silent_and_comes_back_costs_nothing_but_time(Where where, Kind kind, long seed)
            throws Exception {
        breaks_and_comes_back(where, kind, seed);
    }

    private void breaks_and_comes_back(Where where, Kind kind, long seed) throws Exception {
        var random = new Random(seed);
        // a host that hangs up in a sign-in is asked once more, not for ever: it may count the passwords
        var times =
                where == Where.IN_MID_OUTPUT || where == Where.JUST_BEFORE_THE_EXIT_STATUS ? 1 + random.nextInt(3) : 1;
        var all = calm();
        line.breakAs(connection ->
                connection > times ? Fault.NONE : new Fault(kind, where.pick(random, connection == 1 ? all : all / 2)));

        var end = start(Duration.ofSeconds(60)).await();

        assertThat(end).as(() -> last().toString()).isEqualTo(RunEnd.DONE);
        whole(2);
    }

    @ParameterizedTest(name = "{1} {0}, seed {2}")
    @MethodSource("dev.muster.run.FaultTable#quick")
    void a_line_that_stays_broken_is_told_as_it_is_and_resumed(Where where, Kind kind, long seed) throws Exception {
        stays_broken(where, kind, seed);
    }

    @ParameterizedTest(name = "{1} {0}, seed {2}")
    @MethodSource("dev.muster.run.FaultTable#slow")
    @Tag("slow")
    void a_line_that_stays_silent_is_told_as_it_is_and_resumed(Where where, Kind kind, long seed) throws Exception {
        stays_broken(where, kind, seed);
    }

    private void stays_broken(Where where, Kind kind, long seed) throws Exception {
        var random = new Random(seed);
        var all = calm();
        line.breakAs(connection -> new Fault(kind, connection == 1 ? where.pick(random, all) : 0));

        var end = start(Duration.ofSeconds(2)).await();

        if (end == RunEnd.DONE) {
            // broken after the last word, while it tidied up
            assertThat(mayHaveEnded(where)).as(() -> where.toString()).isTrue();
        }
        is_told_as_it_is_and_resumed(end, 2);
    }

    /// @param runs how many there are, with the one that ended so
    final void is_told_as_it_is_and_resumed(RunEnd end, int runs) throws InterruptedException {
        var state = last().step(step().id()).orElseThrow().state();
        switch (end) {
            case LOST -> assertThat(state).isEqualTo(StepState.UNKNOWN);
            case FAILED -> {
                assertThat(state).isEqualTo(StepState.FAILED);
                assertThat(timesRan())
                        .as("it never got there, and nobody says that it did")
                        .isEqualTo(runs - 1);
            }
            case DONE -> {
                whole(runs);
                return;
            }
            case CANCELLED, TRUST, LOCKED -> throw new AssertionError("a broken line isn't " + end);
        }
        assertThat(resumed()).isEqualTo(RunEnd.DONE);
        whole(runs);
    }

    private RunEnd resumed() throws InterruptedException {
        line.breakAs(_ -> Fault.NONE);
        reach.drop(host());
        var id = store().resolve("last");
        return runner().resume(
                        id, setup(), GivenRun.secrets(), RancherSide.none(), options(Duration.ofSeconds(60)), _ -> {})
                .await();
    }

    /// @return how many bytes the server sends when nothing breaks
    long calm() throws InterruptedException {
        line.breakAs(_ -> Fault.NONE);
        assertThat(start(Duration.ofSeconds(60)).await()).isEqualTo(RunEnd.DONE);
        whole(1);
        // a bastion's connection outlives its hosts'
        reach.close();
        reach = TestServer.reach(scratch, TestServer.secrets());
        return line.carried();
    }

    void whole(int runs) throws InterruptedException {
        assertThat(timesRan()).as("a step runs once a run").isEqualTo(runs);
        var log = store().log(last().id(), null, null).read(0, Integer.MAX_VALUE).stream()
                .map(LogLine::text)
                .toList();
        assertThat(log).containsExactlyElementsOf(printed());
        assertThat(last().step(step().id()).orElseThrow().state()).isEqualTo(StepState.DONE);
    }

    static Host linux() {
        return Host.linux(new HostName("lin1"), "127.0.0.1", Set.of(Role.WORKER), TestServer.password());
    }

    /// Prints [#printed], on a [TestServer] in the folder `host`.
    static Step shellStep() {
        return GivenRun.step("join", "lin1", "count " + LINES / 2, "slowly 20", "count " + LINES / 2);
    }

    int begunByShell() {
        return GivenRun.lines(scratch.resolve("host/muster/ran.join")).size();
    }

    static List<String> printed() {
        return Stream.of(LINES / 2, 20, LINES / 2)
                .flatMap(count -> IntStream.rangeClosed(1, count).mapToObj(number -> "line " + number))
                .toList();
    }

    private RunStore store() {
        return new RunStore(scratch.resolve("runs"));
    }

    RunRecord last() {
        return store().open(store().resolve("last"));
    }

    Running start(Duration patience) {
        var order = new RunOrder(setup(), "muster: 1\n", scratch, plan, GivenRun.secrets());
        return runner().start(order, options(patience), _ -> {});
    }

    private static RunOptions options(Duration patience) {
        return RunOptions.DEFAULT.withPatience(new Patience(patience, patience));
    }

    private Setup setup() {
        return GivenRun.setup(plan, _ -> host());
    }

    private Runner runner() {
        return GivenRun.runner(scratch.resolve("runs"), reach, Journal.Disk.REAL);
    }
}
