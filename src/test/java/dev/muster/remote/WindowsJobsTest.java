package dev.muster.remote;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.base.ProblemException;
import dev.muster.base.Secret;
import dev.muster.script.Parameter;
import dev.muster.script.Script;
import dev.muster.setup.Os;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Jobs and the lock by the scripts for Windows, over a line that plays the host. No Windows took part.
final class WindowsJobsTest {

    private static final JobId JOB = new JobId("2026-11-23-1402-factory-k3f9", "containers/win1", 2);

    private final TypedWindows host = new TypedWindows();
    private final WindowsConnection connection = new WindowsConnection(host);

    private static String word(Script script, String name) {
        return script.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(parameter -> switch (parameter) {
                    case Parameter.Word(var _, var value) -> value;
                    case Parameter.Words(var _, var values) -> String.join("\n", values);
                    case Parameter.SecretFile(var _, var secret) -> secret;
                })
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_start_carries_the_three_texts_and_the_secrets_bytes_apart_from_them() throws LostException {
        host.says("windows/job-start.ps1", "running 0\r\n");
        var script = Script.of("windows/hello.ps1")
                .withSecret("TOKEN_FILE", "registration.token")
                .withSecret("PASSWORD_FILE", "registry.password");

        var state = connection
                .jobs()
                .start(
                        JOB,
                        script,
                        Map.of(
                                "registration.token", Secret.of("tök'en"),
                                "registry.password", Secret.of("line\nbreak")));

        assertThat(state).isEqualTo(new JobState.Running(0));
        var start = host.asked.getFirst();
        assertThat(word(start, "RUN")).isEqualTo("2026-11-23-1402-factory-k3f9");
        assertThat(word(start, "JOB")).isEqualTo("containers.win1.2");
        assertThat(word(start, "SCRIPT")).isEqualTo(script.text());
        assertThat(word(start, "RUNNER")).startsWith("# job-run.ps1: ").contains("$JOB = 'containers.win1.2'");
        assertThat(word(start, "LOOK")).startsWith("# job-look.ps1: ").contains("$RUN = '2026-11-23-");
        assertThat(word(start, "SECRETS")).isEqualTo("registration.token 7\nregistry.password 10");
        assertThat(new String(host.inputs.getFirst(), UTF_8)).isEqualTo("tök'enline\nbreak");
        assertThat(start.text()).doesNotContain("tök").doesNotContain("line\nbreak");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        absent                 | Absent[]
        running 12             | Running[printed=12]
        ended 0 5              | Ended[exit=0, printed=5]
        ended 3010 5           | Ended[exit=3010, printed=5]
        ended -1073741819 5    | Ended[exit=-1073741819, printed=5]
        ended 3221225477 5     | Ended[exit=-1073741819, printed=5]
        vanished 7             | Vanished[printed=7]
        """)
    void a_look_reads_the_state_line(String printed, String state) throws LostException {
        host.says("windows/job-look.ps1", printed + "\r\n");

        assertThat(connection.jobs().look(JOB)).hasToString(state);
    }

    @ParameterizedTest
    @CsvSource({"ended 0", "ended 99999999999 1", "running -1", "gone 1", "''", "ended x 1"})
    void what_is_no_state_is_not_guessed_at(String printed) {
        host.says("windows/job-look.ps1", printed);

        assertThatThrownBy(() -> connection.jobs().look(JOB)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void following_goes_on_from_where_the_last_command_stopped_until_the_job_ends() throws Exception {
        host.says("windows/job-follow.ps1", "beat\ndata 3\nabc\nbeat\nmore\n")
                .says("windows/job-follow.ps1", "beat\nmore\n")
                .says("windows/job-follow.ps1", "beat\ndata 2\nde\nstate ended 3010 15\n");
        var seen = new ByteArrayOutputStream();
        var offsets = new ArrayList<Long>();

        var state = connection.jobs().follow(JOB, 10, (offset, bytes) -> {
            offsets.add(offset);
            seen.writeBytes(bytes);
        });

        assertThat(state).isEqualTo(new JobState.Ended(3010, 15));
        assertThat(seen.toString(UTF_8)).isEqualTo("abcde");
        assertThat(offsets).containsExactly(10L, 13L);
        assertThat(host.asked.stream().map(script -> word(script, "OFFSET"))).containsExactly("10", "13", "13");
        assertThat(host.isSpent()).isTrue();
    }

    /// Whatever a job prints, and wherever the line cuts it: nothing is lost, doubled, or taken for a frame.
    @Test
    void any_bytes_in_any_pieces_come_out_as_they_went_in() throws Exception {
        for (var seed = 0L; seed < 50; seed++) {
            var random = new Random(seed);
            var sent = new ByteArrayOutputStream();
            var wire = new ByteArrayOutputStream();
            wire.writeBytes("beat\n".getBytes(ISO_8859_1));
            for (var chunk = 0; chunk < 5; chunk++) {
                var bytes = new byte[1 + random.nextInt(300)];
                random.nextBytes(bytes);
                if (random.nextBoolean()) {
                    bytes = "data 5\nstate ended 0 0\nmore\nbeat\n".getBytes(ISO_8859_1);
                }
                sent.writeBytes(bytes);
                wire.writeBytes(("data " + bytes.length + "\n").getBytes(ISO_8859_1));
                wire.writeBytes(bytes);
                wire.writeBytes("\nbeat\n".getBytes(ISO_8859_1));
            }
            wire.writeBytes(("state ended 0 " + sent.size() + "\n").getBytes(ISO_8859_1));
            host.says("windows/job-follow.ps1", pieces(wire.toByteArray(), random));
            var seen = new ByteArrayOutputStream();

            var state = connection.jobs().follow(JOB, 0, (_, bytes) -> seen.writeBytes(bytes));

            assertThat(state).as("seed %s", seed).isEqualTo(new JobState.Ended(0, sent.size()));
            assertThat(seen.toByteArray()).as("seed %s", seed).isEqualTo(sent.toByteArray());
        }
    }

    private static List<byte[]> pieces(byte[] wire, Random random) {
        var pieces = new ArrayList<byte[]>();
        for (var at = 0; at < wire.length; ) {
            var end = Math.min(wire.length, at + 1 + random.nextInt(40));
            pieces.add(Arrays.copyOfRange(wire, at, end));
            at = end;
        }
        return pieces;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        beat~data 3~ab
        beat~data 3~abcX~more
        beat~data 0~~more
        beat
        data 99999999999~a
        hello
        """)
    void frames_that_are_no_frames_are_a_lost_line(String printed) {
        host.says("windows/job-follow.ps1", printed.replace('~', '\n') + "\n");

        assertThatThrownBy(() -> connection.jobs().follow(JOB, 0, (_, _) -> {})).isInstanceOf(LostException.class);
    }

    @Test
    void what_the_host_refuses_is_told_in_its_words() {
        host.ends("windows/job-cancel.ps1", 30, "", "error: still there: 4711\n");

        assertThatThrownBy(() -> connection.jobs().cancel(JOB))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problems().getFirst().why().arguments())
                                .contains("error: still there: 4711"));
    }

    /// Windows ends a folder's name at 247 characters, with all that stands before it.
    @Test
    void a_jobs_folder_is_short_and_still_its_own() {
        var name = "a".repeat(63) + "." + "b".repeat(63);
        var folder = JobScripts.folder(Os.WINDOWS, new JobId("run", "join/" + name, 1));
        var other = JobScripts.folder(Os.WINDOWS, new JobId("run", "join/" + name + "c", 1));

        assertThat(folder).hasSizeLessThan(65).matches("[A-Za-z0-9._-]+").isNotEqualTo(other);
    }

    @Test
    void the_lock_is_taken_by_the_script_for_windows() throws LostException {
        var since = Instant.parse("2026-11-23T14:02:00Z");
        var us = new HostLock.Holder("run-1", "Änn", "desk", since);
        host.says("windows/lock.ps1", "held\r\nrun-1\r\nÄnn\r\ndesk\r\n2026-11-23T14:02:00Z\r\n")
                .ends("windows/lock.ps1", 11, "held\nrun-2\nbob\ndesk2\n2026-11-23T14:02:00Z\n", "")
                .says("windows/lock.ps1", "free\n");
        var lock = new HostLock(connection, "win1");

        assertThat(lock.take(us)).isEqualTo(new HostLock.Taken());
        assertThat(lock.take(us)).isEqualTo(new HostLock.Held(new HostLock.Holder("run-2", "bob", "desk2", since)));
        assertThat(lock.look()).isEmpty();
        assertThat(word(host.asked.getFirst(), "HOLDER")).isEqualTo("run-1\nÄnn\ndesk\n2026-11-23T14:02:00Z");
    }
}
