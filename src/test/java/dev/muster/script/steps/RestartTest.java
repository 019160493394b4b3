package dev.muster.script.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.script.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// That the host is restarted once, however often it is asked.
class RestartTest {

    @TempDir
    private Path scratch;

    private Shell.Ended run(Shell shell) {
        return shell.run(
                Script.of("linux/restart.sh")
                        .with("MARK", scratch.resolve("lib/restart").toString())
                        .with("BOOT", scratch.resolve("boot_id").toString()),
                Map.of("SCRATCH", scratch.toString()));
    }

    @ParameterizedTest
    @MethodSource("dev.muster.script.steps.Shell#all")
    void it_asks_until_the_host_has_started_anew_and_then_forgets(Shell shell) throws IOException {
        Files.writeString(scratch.resolve("boot_id"), "a\n");
        assertThat(run(shell).exit()).isEqualTo(194);
        assertThat(run(shell).exit()).isEqualTo(194);

        Files.writeString(scratch.resolve("boot_id"), "b\n");
        var back = run(shell);

        assertThat(back.exit()).as("%s", back).isZero();
        assertThat(scratch.resolve("lib/restart")).doesNotExist();
        assertThat(run(shell).exit()).as("another run's").isEqualTo(194);
    }
}
