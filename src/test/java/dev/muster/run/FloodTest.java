package dev.muster.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.practice.windows.Account;
import dev.muster.practice.windows.WsmanServer;
import dev.muster.practice.windows.WsmanSettings;
import dev.muster.remote.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// One step that prints a gigabyte, whose first line is hostile: every line arrives once, in order, shown harmlessly,
/// at a Muster that has no memory to keep it in. `-Dmuster.flood=MB` makes it less.
@Tag("slow")
@Timeout(value = 2, unit = TimeUnit.HOURS)
final class FloodTest {

    private static final long LINES = Long.getLong("muster.flood", 1024) * 1024 * 1024 / 128;
    private static final String HEAP = "-Xmx64m";

    @TempDir
    private Path scratch;

    @Test
    void over_ssh() throws Exception {
        Files.createDirectories(scratch.resolve("host/muster"));
        try (var server = new TestServer(scratch.resolve("host")).start()) {
            run("ssh", server.port());
        }
    }

    @Test
    void over_WinRM_no_windows_took_part() throws Exception {
        var account = new Account(TestServer.password().user(), TestServer.PASSWORD);
        try (var server = WsmanServer.start(WsmanSettings.https(JobbingWindows.flooding(LINES), account))) {
            run("winrm", server.port());
        }
    }

    private void run(String way, int port) throws Exception {
        var words = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                FloodedMuster.class.getName(),
                scratch.toString(),
                way,
                String.valueOf(port),
                String.valueOf(LINES));
        var start = System.nanoTime();
        var muster = new ProcessBuilder(words).inheritIO().start();
        assertThat(muster.waitFor()).isZero();
        System.out.println(way + ": " + LINES / 8192 + " MB in " + (System.nanoTime() - start) / 1_000_000_000 + " s");
        assertThat(lines()).isEqualTo(LINES);
    }

    /// Reads what is on the disk, line by line.
    private long lines() throws IOException {
        Path log;
        try (var files = Files.walk(scratch.resolve("runs"))) {
            log = files.filter(Files::isRegularFile)
                    .max((one, other) -> Long.compare(size(one), size(other)))
                    .orElseThrow();
        }
        // strict: what isn't UTF-8 throws
        try (var reader = Files.newBufferedReader(log, StandardCharsets.UTF_8)) {
            assertThat(reader.readLine())
                    .doesNotContain("\u001b")
                    .contains("red")
                    .contains("\ufffd");
            var number = 0L;
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.equals(line(number))) {
                    throw new AssertionError("line " + number + " is " + line);
                }
            }
            return number;
        }
    }

    static String line(long number) {
        return String.format(Locale.ROOT, "%0127d", number);
    }

    private static long size(Path file) {
        return file.toFile().length();
    }
}
