package dev.muster.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CrashTest {

    private static final int KILLED = 137;

    @TempDir
    private Path scratch;

    @AfterEach
    void no_process_stays() {
        new LocalHosts(scratch.resolve("hosts")).close();
    }

    /// A run of [DyingMuster] writes 13 entries; one more shows that there are no more.
    static IntStream writes() {
        return IntStream.rangeClosed(1, 14);
    }

    @ParameterizedTest
    @MethodSource("writes")
    @Timeout(120)
    void killed_at_any_write_resume_ends_the_run_and_each_script_has_run_once(int write) throws Exception {
        var exit = die(write);
        var given = new GivenRun(scratch);

        var end = given.store().ids().isEmpty()
                ? given.run(GivenRun.QUICK, DyingMuster.steps())
                : given.resume(GivenRun.QUICK).await();

        assertThat(exit).isEqualTo(write <= 13 ? KILLED : 0);
        assertThat(end).isEqualTo(RunEnd.DONE);
        assertThat(List.of(
                        given.timesRan("prepare", "lin1"),
                        given.timesRan("join", "lin1"),
                        given.timesRan("join", "lin2")))
                .containsExactly(1, 1, 1);
        var wanted = new ArrayList<>(List.of("prepared lin1"));
        IntStream.rangeClosed(1, 10).forEach(i -> wanted.add("line " + i));
        wanted.addAll(List.of("joined lin1", "joined lin2"));
        assertThat(given.log()).isEqualTo(wanted);
        assertThat(given.last().steps()).extracting(StepRecord::attempt).containsOnly(1);
        assertThat(given.isLocked("lin1") || given.isLocked("lin2")).isFalse();
    }

    private int die(int write) throws Exception {
        var words = Stream.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DyingMuster.class.getName(),
                        scratch.toString(),
                        String.valueOf(write))
                .toList();
        var process = new ProcessBuilder(words).inheritIO().start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
