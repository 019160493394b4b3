package dev.muster.remote;

import static dev.muster.remote.TestServer.openTrusting;
import static dev.muster.remote.TestServer.password;
import static dev.muster.remote.TestServer.reach;
import static dev.muster.remote.TestServer.secrets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.muster.base.ProblemException;
import dev.muster.remote.HostBoot.Change;
import dev.muster.remote.HostBoot.Seen;
import dev.muster.remote.HostBoot.Start;
import dev.muster.remote.Opened.Ready;
import dev.muster.script.Script;
import dev.muster.setup.Os;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whether a host has restarted: of Linux over a real line, of Windows by what its script would say. No Windows took
/// part.
final class HostBootTest {

    private static final JobId JOB = new JobId("run-1", "feature/lin1", 1);

    /// A second is 10,000,000 of Windows' units; 60 seconds are forgiven.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # os     | then               | up  | now                | up  | change
        WINDOWS  | 134400000000000000 | 100 | 134400000000000000 | 200 | NONE
        WINDOWS  | 134400000000000000 | 100 | 134400000600000000 | 200 | NONE
        WINDOWS  | 134400000000000000 | 100 | 134400000600000001 | 200 | PERHAPS
        WINDOWS  | 134400000600000001 | 100 | 134400000000000000 | 200 | PERHAPS
        WINDOWS  | 134400000000000000 | 100 | 134400036000000000 | 100 | PERHAPS
        WINDOWS  | 134400000000000000 | 100 | 134400036000000000 | 99  | RESTARTED
        WINDOWS  | 134400000000000000 | 100 | 134400000000000000 | 99  | RESTARTED
        LINUX    | 8d0f-1             | 0   | 8d0f-1             | 5   | NONE
        LINUX    | 8d0f-1             | 0   | 8d0f-2             | 900 | RESTARTED
        """)
    void two_starts_are_compared_by_their_name_or_by_time_and_uptime(
            Os os, String then, long before, String now, long after, Change change) {
        assertThat(HostBoot.change(os, new Start(then, before), new Start(now, after)))
                .isEqualTo(change);
    }

    @Test
    void Windows_says_when_it_started_and_whether_it_is_done_with_it() throws Exception {
        var host = new TypedWindows()
                .says(
                        "windows/reboot-look.ps1",
                        "then 134400000000000000 900\r\nnow 134400036000000000 45\r\nready yes\r\n")
                .says("windows/reboot-look.ps1", "then 134400000000000000 900\nnow 134400036000000000 12\nready no\n")
                .says("windows/reboot.ps1", "restarting\r\n");
        var boot = new HostBoot(new WindowsConnection(host), "win1");

        assertThat(boot.look(JOB)).isEqualTo(new Seen(new Start("134400036000000000", 45), Change.RESTARTED, true));
        assertThat(boot.look(JOB).ready()).isFalse();
        boot.restart(new Start("134400036000000000", 45));
        assertThat(host.asked.getLast().text()).contains("$BOOT = '134400036000000000'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        then -~now 134400036000000000 45~ready yes
        now 134400036000000000 45~ready yes
        then 134400000000000000 900~ready yes
        then x 900~now 134400036000000000 45
        ''
        """)
    void a_host_that_does_not_know_is_not_taken_for_one_that_restarted(String said) {
        var host = new TypedWindows().says("windows/reboot-look.ps1", said.replace('~', '\n'));

        assertThatThrownBy(() -> new HostBoot(new WindowsConnection(host), "win1").look(JOB))
                .isInstanceOf(ProblemException.class);
    }

    /// The real scripts over a real line, on a host whose `reboot` is a note and whose kernel says what the test
    /// wants.
    @Test
    void a_Linux_host_restarts_once_for_a_job_however_often_it_is_asked(@TempDir Path scratch) throws Exception {
        var proc = Files.createDirectories(scratch.resolve("proc/sys/kernel/random"));
        var id = Files.readString(Path.of("/proc/sys/kernel/random/boot_id"));
        Files.writeString(proc.resolve("boot_id"), id);
        Files.writeString(scratch.resolve("proc/uptime"), "17.42 60.00\n");
        var asked = scratch.resolve("asked");
        try (var server = new TestServer(scratch.resolve("host"))
                        .environment("PROC", scratch.resolve("proc").toString())
                        .environment("DELAY", "0")
                        .command("reboot", "echo asked >>'" + asked + "'")
                        .start();
                var reach = reach(scratch, secrets())) {
            var host = server.host(password());
            var connection = ((Ready) openTrusting(scratch, reach, host)).connection();
            connection.jobs().start(JOB, Script.of("linux/hello.sh"), Map.of());
            var boot = new HostBoot(connection, "lin1");

            var before = boot.look(JOB);
            assertThat(before).isEqualTo(new Seen(new Start(id.strip(), 17), Change.NONE, true));
            boot.restart(before.now());
            await().until(() -> Files.exists(asked));

            Files.writeString(proc.resolve("boot_id"), "11111111-2222-3333-4444-555555555555\n");
            reach.drop(host);
            var again = new HostBoot(((Ready) reach.open(host)).connection(), "lin1");
            assertThat(again.look(JOB).change()).isEqualTo(Change.RESTARTED);
            again.restart(before.now());

            assertThat(Files.readAllLines(asked)).hasSize(1);
            assertThatThrownBy(() -> again.restart(new Start("x; reboot", 0))).isInstanceOf(ProblemException.class);
        }
    }
}
