package dev.muster.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever starts the window from a terminal reads nothing there: no warning of a library's.
final class QuietStartTest {

    @Test
    void opening_and_closing_the_window_says_nothing_on_the_terminal(@TempDir Path home) throws Exception {
        var said = home.resolve("said");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OpenAndClose.class.getName(),
                        home.resolve("home").toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("it ends").isTrue();
        } finally {
            process.destroyForcibly();
        }

        assertThat(said).content().isEmpty();
        assertThat(process.exitValue()).isZero();
    }
}
