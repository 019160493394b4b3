package dev.muster.remote;

import static dev.muster.remote.TestServer.openTrusting;
import static dev.muster.remote.TestServer.password;
import static dev.muster.remote.TestServer.reach;
import static dev.muster.remote.TestServer.secrets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.base.ProblemException;
import dev.muster.base.Secret;
import dev.muster.remote.JobState.Absent;
import dev.muster.remote.JobState.Ended;
import dev.muster.remote.JobState.Running;
import dev.muster.remote.JobState.Vanished;
import dev.muster.remote.Opened.Ready;
import dev.muster.script.Script;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Jobs on a host, over the real protocol, run by this machine's sh.
final class JobsTest {

    private static final JobId ID = new JobId("2026-11-23-1402-factory-k3f9", "join/lin1", 1);

    @TempDir
    private Path scratch;

    private TestServer server;
    private SshReach reach;
    private Jobs jobs;

    @BeforeEach
    void reach_a_host() throws Exception {
        server = new TestServer(scratch.resolve("host")).start();
        reach = reach(scratch, secrets());
        jobs = jobs();
    }

    @AfterEach
    void leave() throws Exception {
        try {
            jobs().cancel(ID);
        } finally {
            reach.close();
            server.close();
        }
    }

    private Jobs jobs() throws InterruptedException {
        return ((Ready) openTrusting(scratch, reach, server.host(password())))
                .connection()
                .jobs();
    }

    private Path folder() {
        return server.scratch.resolve("muster").resolve(ID.run()).resolve(ID.folder());
    }

    private Script waiting() {
        return Script.of("try/wait.sh").with("FILE", scratch.resolve("go").toString());
    }

    private static final class Kept implements Jobs.Sink {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public void take(long offset, byte[] more) {
            assertThat(offset).isEqualTo(bytes.size());
            bytes.writeBytes(more);
        }
    }

    @Test
    void a_job_is_started_followed_to_its_end_and_cleared() throws Exception {
        var kept = new Kept();

        assertThat(jobs.look(ID)).isEqualTo(new Absent());
        jobs.start(ID, Script.of("try/print.sh").with("TEXT", "eins\nzwei").with("EXIT", "7"), Map.of());

        assertThat(jobs.follow(ID, 0, kept)).isEqualTo(new Ended(7, 9));
        assertThat(kept.bytes.toString(StandardCharsets.UTF_8)).isEqualTo("eins\nzwei");
        assertThat(jobs.look(ID)).isEqualTo(new Ended(7, 9));
        jobs.clear(ID);
        assertThat(jobs.look(ID)).isEqualTo(new Absent());
        assertThat(server.scratch.resolve("muster")).isEmptyDirectory();
        jobs.clear(ID);
    }

    @Test
    void a_second_start_finds_the_first_ones_job() throws Exception {
        assertThat(jobs.start(ID, waiting(), Map.of())).isInstanceOf(Running.class);
        Waiting.until(scratch.resolve("go.begun"));
        Files.delete(scratch.resolve("go.begun"));

        assertThat(jobs.start(ID, waiting(), Map.of())).isInstanceOf(Running.class);
        Files.createFile(scratch.resolve("go"));

        assertThat(jobs.follow(ID, 0, new Kept())).isEqualTo(new Ended(0, 8));
        assertThat(jobs.start(ID, waiting(), Map.of())).isEqualTo(new Ended(0, 8));
        assertThat(scratch.resolve("go.begun")).doesNotExist();
    }

    @Test
    void of_many_who_start_it_at_once_one_does() throws Exception {
        var diary = scratch.resolve("diary");
        var script = Script.of("try/count.sh").with("DIARY", diary.toString());
        var tasks = new ArrayList<Callable<JobState>>();
        for (var task = 0; task < 8; task++) {
            tasks.add(() -> jobs.start(ID, script, Map.of()));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(tasks)) {
                assertThat(done.get()).isNotInstanceOf(Absent.class);
            }
        }
        assertThat(jobs.follow(ID, 0, new Kept())).isInstanceOf(Ended.class);
        assertThat(Files.readAllLines(diary)).hasSize(1);
    }

    @Test
    void secrets_are_private_files_that_go_when_the_job_ends() throws Exception {
        var secret = "Überraschung\nzweite Zeile ' \" $(x)";
        var kept = new Kept();
        var script = Script.of("try/secret.sh").withSecret("TOKEN", "registration.token");

        jobs.start(ID, script, Map.of("registration.token", Secret.of(secret)));

        assertThat(jobs.follow(ID, 0, kept)).isInstanceOf(Ended.class);
        assertThat(kept.bytes.toString(StandardCharsets.UTF_8)).isEqualTo("-rw------- drwx------ " + secret);
        assertThat(folder().resolve("secrets")).isEmptyDirectory();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                .isEqualTo("rwx------");
        assertThat(server.commands).noneMatch(words -> words.contains("Zeile"));
        try (var files = Files.walk(folder())) {
            assertThat(files.filter(Files::isRegularFile).filter(file -> !file.endsWith("output")))
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain("zweite Zeile"));
        }
    }

    @Test
    void output_of_any_bytes_comes_whole_and_in_order() throws Exception {
        var random = new byte[5_000_003];
        new Random(42).nextBytes(random);
        var file = Files.write(scratch.resolve("random"), random);
        var kept = new Kept();

        jobs.start(ID, Script.of("try/copy.sh").with("FILE", file.toString()), Map.of());

        assertThat(jobs.follow(ID, 0, kept)).isEqualTo(new Ended(0, random.length));
        assertThat(kept.bytes.toByteArray()).isEqualTo(random);
        for (var offset : List.of(1L, 65_535L, 65_536L, 65_537L, 4_999_999L, (long) random.length)) {
            var rest = new ByteArrayOutputStream();
            jobs.follow(ID, offset, (_, bytes) -> rest.writeBytes(bytes));
            assertThat(rest.size()).as("from %s", offset).isEqualTo((int) (random.length - offset));
        }
        assertThatThrownBy(() -> jobs.follow(ID, random.length + 1L, new Kept()))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void a_line_that_breaks_loses_and_repeats_nothing() throws Exception {
        var kept = new Kept();
        jobs.start(ID, Script.of("try/tick.sh").with("TIMES", "40"), Map.of());
        var breaks = 0;
        JobState state = new Absent();
        while (!(state instanceof Ended)) {
            var limit = kept.bytes.size() + 30;
            try {
                state = jobs().follow(ID, kept.bytes.size(), (offset, bytes) -> {
                    kept.take(offset, bytes);
                    if (kept.bytes.size() > limit) {
                        server.server.getActiveSessions().forEach(session -> session.close(true));
                    }
                });
            } catch (LostException e) {
                breaks++;
            }
        }
        assertThat(breaks).isGreaterThan(2);
        assertThat(kept.bytes.toString(StandardCharsets.US_ASCII).lines())
                .hasSize(40)
                .containsExactlyElementsOf(IntStream.range(0, 40)
                        .mapToObj(number -> "tick " + number)
                        .toList());
    }

    @Test
    void a_line_is_seen_soon_after_it_was_printed() throws Exception {
        jobs.start(ID, Script.of("try/clock.sh"), Map.of());
        var delays = new ArrayList<Long>();
        jobs.follow(ID, 0, (_, bytes) -> {
            var now = System.currentTimeMillis();
            var last = new String(bytes, StandardCharsets.US_ASCII).strip();
            if (!last.isEmpty() && !last.contains("\n")) {
                delays.add(now - Long.parseLong(last));
            }
        });

        delays.sort(Long::compare);
        assertThat(delays).isNotEmpty();
        assertThat(delays.get(delays.size() / 2)).as("median of %s ms", delays).isLessThan(1000);
    }

    @Test
    void cancel_ends_the_whole_group_even_what_will_not_hear() throws Exception {
        jobs.start(
                ID,
                Script.of("try/stubborn.sh")
                        .with("PIDS", scratch.resolve("pids").toString()),
                Map.of());
        Waiting.until(scratch.resolve("pids.done"));
        var processes = Files.readAllLines(scratch.resolve("pids"));
        assertThat(processes).hasSize(3).allMatch(JobsTest::runs);
        server.environment("GRACE", "1");

        assertThat(jobs.cancel(ID)).isInstanceOf(Ended.class);

        assertThat(processes).noneMatch(JobsTest::runs);
        assertThat(jobs.cancel(ID)).isInstanceOf(Ended.class);
    }

    /// One that has ended and that nobody has asked for yet doesn't run.
    private static boolean runs(String pid) {
        try {
            return !Files.readString(Path.of("/proc", pid, "stat")).matches("(?s).*\\) Z .*");
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void cancel_of_a_willing_script_keeps_its_own_exit_status() throws Exception {
        jobs.start(
                ID,
                Script.of("try/willing.sh").with("FILE", scratch.resolve("go").toString()),
                Map.of());
        Waiting.until(scratch.resolve("go.begun"));

        // the shell may print "Terminated" for the sleep that the group's signal ends, so its length isn't asked for
        assertThat(jobs.cancel(ID))
                .isInstanceOfSatisfying(
                        Ended.class, ended -> assertThat(ended.exit()).isEqualTo(44));
    }

    @Test
    void a_job_whose_processes_were_killed_from_outside_has_vanished() throws Exception {
        jobs.start(ID, waiting(), Map.of());
        Waiting.until(scratch.resolve("go.begun"));
        var leader = Long.parseLong(Files.readString(folder().resolve("group")).split(" ")[0]);
        var group = ProcessHandle.of(leader).orElseThrow();
        var members = group.descendants().toList();
        // the leader first: it would note how its own script ended
        group.destroyForcibly();
        members.forEach(ProcessHandle::destroyForcibly);
        ProcessHandle.of(leader)
                .ifPresent(process ->
                        process.onExit().orTimeout(10, TimeUnit.SECONDS).join());

        assertThat(jobs.follow(ID, 0, new Kept())).isInstanceOf(Vanished.class);
        assertThat(jobs.look(ID)).isInstanceOf(Vanished.class);
        assertThat(jobs.start(ID, waiting(), Map.of()))
                .as("never a second time")
                .isInstanceOf(Vanished.class);
    }

    @Test
    void a_number_that_another_process_has_now_is_not_the_job() throws Exception {
        var script = Script.of("try/print.sh").with("TEXT", "x").with("EXIT", "0");
        jobs.start(ID, script, Map.of());
        jobs.follow(ID, 0, new Kept());
        Files.delete(folder().resolve("status"));
        var self = ProcessHandle.current().pid();
        var boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
        Files.writeString(folder().resolve("group"), self + " 12345 " + self + " " + boot + "\n");

        assertThat(jobs.look(ID)).isEqualTo(new Vanished(1));
        assertThat(jobs.cancel(ID)).isEqualTo(new Vanished(1));
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void a_restart_of_the_host_ends_a_job() throws Exception {
        jobs.start(ID, waiting(), Map.of());
        Waiting.until(scratch.resolve("go.begun"));
        var group = folder().resolve("group");
        var real = Files.readString(group);
        Files.writeString(group, real.replaceAll("[0-9a-f-]{36}", "00000000-0000-0000-0000-000000000000"));

        assertThat(jobs.look(ID)).isInstanceOf(Vanished.class);
        Files.writeString(group, real);
    }

    @Test
    void a_start_that_was_cut_off_before_its_mark_is_begun_anew() throws Exception {
        Files.createDirectories(folder().resolve("new.1/secrets"));

        assertThat(jobs.look(ID)).isEqualTo(new Absent());
        jobs.start(ID, Script.of("try/print.sh").with("TEXT", "x").with("EXIT", "0"), Map.of());
        assertThat(jobs.follow(ID, 0, new Kept())).isEqualTo(new Ended(0, 1));
    }

    @Test
    void a_start_that_was_cut_off_behind_its_mark_never_runs_later() throws Exception {
        Files.createDirectories(folder().resolve("started"));

        assertThat(jobs.look(ID)).isEqualTo(new Vanished(0));
        assertThat(folder().resolve("claim")).isDirectory();
    }

    @Test
    void clear_leaves_alone_what_still_runs_and_what_is_not_its_own() throws Exception {
        jobs.start(ID, waiting(), Map.of());
        var other = Files.createDirectories(folder().resolveSibling("modules.lin1.1"));
        Files.createSymbolicLink(folder().resolve("link"), Files.createDirectory(scratch.resolve("precious")));
        Files.createFile(scratch.resolve("precious/thing"));

        assertThatThrownBy(() -> jobs.clear(ID)).isInstanceOf(ProblemException.class);
        assertThat(folder()).isDirectory();
        Files.createFile(scratch.resolve("go"));
        jobs.follow(ID, 0, new Kept());
        jobs.clear(ID);

        assertThat(folder()).doesNotExist();
        assertThat(other).isDirectory();
        assertThat(scratch.resolve("precious/thing")).exists();
    }

    /// Whatever is killed on the host while the job is being started: in the end it has run once, or it never
    /// will.
    @ParameterizedTest
    @ValueSource(ints = {5, 15, 25, 35, 50, 70, 90, 120, 160})
    void a_start_that_is_killed_at_any_moment_runs_at_most_once(int moment) throws Exception {
        var diary = scratch.resolve("diary");
        var script = Script.of("try/count.sh").with("DIARY", diary.toString()).withSecret("TOKEN", "token");
        var secrets = Map.of("token", Secret.of("Himbeergeist-12"));
        jobs.look(ID);
        var killed = new CopyOnWriteArrayList<ProcessHandle>();
        var killer = Thread.startVirtualThread(() -> {
            try {
                TimeUnit.MILLISECONDS.sleep(moment);
                ProcessHandle.current()
                        .descendants()
                        .filter(ProcessHandle::destroyForcibly)
                        .forEach(killed::add);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            jobs.start(ID, script, secrets);
        } catch (LostException | ProblemException | IllegalStateException e) {
            // as it happens to an admin; what counts is what the next ones find
        }
        killer.join();
        for (var each : killed) {
            each.onExit().get(10, TimeUnit.SECONDS);
        }

        jobs().start(ID, script, secrets);
        var state = jobs().follow(ID, 0, new Kept());

        var ran = Files.exists(diary) ? Files.readAllLines(diary).size() : 0;
        assertThat(ran).as("%s", state).isLessThanOrEqualTo(1);
        assertThat(state).isInstanceOfAny(Ended.class, Vanished.class);
        assertThat(state instanceof Vanished || ran == 1).as("%s", state).isTrue();
        try (var files = Files.walk(folder())) {
            assertThat(files.filter(Files::isRegularFile))
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain("Himbeergeist-12"));
        }
    }

    @Test
    void a_killed_start_that_nobody_asked_after_yet_does_not_keep_its_secret() throws Exception {
        // sh never asks after its child, since sleep has taken its place
        var parent = new ProcessBuilder("sh", "-c", "sh -c 'exit 0' & echo $!; exec sleep 60").start();
        try {
            var pid = parent.inputReader().readLine();
            Waiting.until(
                    () -> Files.readString(Path.of("/proc", pid, "status")).contains("State:\tZ"));
            var left = Files.createDirectories(folder().resolve("new." + pid + "/secrets"));
            Files.writeString(left.resolve("token"), "Himbeergeist-12");

            jobs.start(ID, waiting(), Map.of());

            assertThat(left.getParent()).doesNotExist();
            jobs.cancel(ID);
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void the_next_start_takes_away_what_a_killed_one_left_and_nothing_of_one_that_lives() throws Exception {
        var killed = new ProcessBuilder("true").start();
        killed.waitFor();
        var left = Files.createDirectories(folder().resolve("new." + killed.pid() + "/secrets"));
        Files.writeString(left.resolve("token"), "Himbeergeist-12");
        var living = Files.createDirectories(
                folder().resolve("new." + ProcessHandle.current().pid()));

        jobs.start(ID, waiting(), Map.of());

        assertThat(left.getParent()).doesNotExist();
        assertThat(living).exists();
        jobs.cancel(ID);
    }

    @Test
    void a_folder_that_can_not_be_made_is_told_in_the_hosts_words() throws IOException {
        Files.createDirectories(server.scratch);
        Files.writeString(server.scratch.resolve("muster"), "a file where a folder should be");

        assertThatThrownBy(() -> jobs.start(ID, waiting(), Map.of()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problems()
                                        .getFirst()
                                        .what()
                                        .arguments()
                                        .toString())
                                .contains("can't be made"));
        assertThat(server.scratch.resolve("muster").toFile().delete()).isTrue();
    }

    @Test
    void the_next_step_of_the_same_host_has_a_folder_of_its_own() {
        var long253 = "a".repeat(63) + "." + "b".repeat(63) + "." + "c".repeat(63) + "." + "d".repeat(61);

        assertThat(new JobId("r", "join/" + long253, 1).folder().length()).isLessThanOrEqualTo(200);
        assertThat(new JobId("r", "join/" + long253, 1).folder())
                .isNotEqualTo(new JobId("r", "join/" + long253, 2).folder());
        assertThat(new JobId("r", "join/lin1", 2).folder()).isEqualTo("join.lin1.2");
    }

    @Test
    void follow_ends_when_its_thread_is_interrupted() throws Exception {
        jobs.start(ID, waiting(), Map.of());
        var follower = Thread.ofVirtual().unstarted(() -> {
            try {
                jobs.follow(ID, 0, new Kept());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (LostException e) {
                throw new IllegalStateException(e);
            }
        });
        follower.start();
        Waiting.until(scratch.resolve("go.begun"));
        follower.interrupt();

        assertThat(follower.join(Duration.ofSeconds(10))).isTrue();
        assertThat(jobs.look(ID)).isInstanceOf(Running.class);
    }
}
