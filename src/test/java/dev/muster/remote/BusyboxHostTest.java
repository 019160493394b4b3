package dev.muster.remote;

import static dev.muster.remote.TestServer.openTrusting;
import static dev.muster.remote.TestServer.password;
import static dev.muster.remote.TestServer.reach;
import static dev.muster.remote.TestServer.secrets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.muster.base.Secret;
import dev.muster.remote.HostLock.Holder;
import dev.muster.remote.JobState.Ended;
import dev.muster.remote.JobState.Running;
import dev.muster.remote.Opened.Ready;
import dev.muster.script.Script;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A host that has nothing but busybox: its sh, its dd, its ls.
final class BusyboxHostTest {

    private static final JobId ID = new JobId("run", "join/lin1", 1);

    @TempDir
    private Path scratch;

    private static Optional<Path> busybox() {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, "busybox"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private TestServer host() throws Exception {
        assumeTrue(busybox().isPresent(), "busybox isn't on this machine");
        var server = new TestServer(scratch.resolve("host"));
        var applets = Files.createDirectories(server.scratch.resolve("applets"));
        var install = new ProcessBuilder(busybox().orElseThrow().toString(), "--install", "-s", applets.toString())
                .inheritIO()
                .start();
        assertThat(install.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return server.environment("PATH", server.scratch.resolve("bin") + ":" + applets)
                .loginShell(applets.resolve("sh"))
                .start();
    }

    @Test
    void jobs_and_locks_work_there_as_elsewhere() throws Exception {
        var random = new byte[300_001];
        new Random(7).nextBytes(random);
        var file = Files.write(scratch.resolve("random"), random);
        try (var server = host();
                var reach = reach(scratch, secrets())) {
            var connection = ((Ready) openTrusting(scratch, reach, server.host(password()))).connection();
            var jobs = connection.jobs();
            var out = new ByteArrayOutputStream();
            jobs.start(
                    ID,
                    Script.of("try/copy.sh").with("FILE", file.toString()).withSecret("TOKEN", "token"),
                    Map.of("token", Secret.of("geheim")));

            assertThat(jobs.follow(ID, 0, (_, bytes) -> out.writeBytes(bytes))).isEqualTo(new Ended(0, random.length));
            assertThat(out.toByteArray()).isEqualTo(random);
            out.reset();
            jobs.follow(ID, 65_540, (_, bytes) -> out.writeBytes(bytes));
            assertThat(out.size()).isEqualTo(random.length - 65_540);
            jobs.clear(ID);
            assertThat(server.scratch.resolve("muster")).isEmptyDirectory();

            var lock = new HostLock(connection, "lin1");
            var us = new Holder("run", "Ana", "laptop", Instant.EPOCH);
            lock.take(us);
            assertThat(lock.look()).contains(us);
            lock.free(us);
            assertThat(lock.look()).isEmpty();
        }
    }

    @Test
    void a_job_there_is_cancelled() throws Exception {
        try (var server = host();
                var reach = reach(scratch, secrets())) {
            var jobs = ((Ready) openTrusting(scratch, reach, server.host(password())))
                    .connection()
                    .jobs();
            var go = scratch.resolve("go");
            assertThat(jobs.start(ID, Script.of("try/wait.sh").with("FILE", go.toString()), Map.of()))
                    .isInstanceOf(Running.class);
            Waiting.until(scratch.resolve("go.begun"));

            assertThat(jobs.cancel(ID)).isInstanceOf(Ended.class);
        }
    }

    @Test
    void a_sudo_there_is_given_its_password() throws Exception {
        try (var server = host();
                var reach = reach(scratch, secrets())) {
            server.command("sudo", """
                [ "$1" = -n ] && { echo 'sudo: a password is required' >&2; exit 1; }
                printf '%s' "$3" >&2; shift 3
                IFS= read -r given; [ "$given" = "$RIGHT" ] || exit 1
                AS_ROOT=yes; export AS_ROOT; exec "$@"
                """)
                    .command("id", "if [ \"${AS_ROOT:-}\" ]; then echo 0; else echo 1000; fi")
                    .environment("RIGHT", TestServer.PASSWORD);
            var connection = (SshConnection)
                    ((Ready) openTrusting(scratch, reach, server.host(TestServer.sudoPassword()))).connection();

            var output =
                    connection.run(Script.of("try/cat.sh"), "from here".getBytes(StandardCharsets.UTF_8), Shell.ANSWER);

            assertThat(output.out()).isEqualTo("from here");
        }
    }
}
