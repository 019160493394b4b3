package dev.muster.remote;

import static dev.muster.remote.TestServer.openTrusting;
import static dev.muster.remote.TestServer.password;
import static dev.muster.remote.TestServer.reach;
import static dev.muster.remote.TestServer.secrets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.base.ProblemException;
import dev.muster.remote.HostLock.Held;
import dev.muster.remote.HostLock.Holder;
import dev.muster.remote.HostLock.Taken;
import dev.muster.remote.Opened.Ready;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HostLockTest {

    private static final Instant SINCE = Instant.parse("2026-11-23T14:02:03Z");
    private static final Holder US = new Holder("run-1", "Ana", "laptop", SINCE);
    private static final Holder THEM = new Holder("run-2", "Bo $(x) 'q'", "tower", SINCE);

    @TempDir
    private Path scratch;

    private TestServer server;
    private SshReach reach;
    private HostLock lock;

    @BeforeEach
    void reach_a_host() throws Exception {
        server = new TestServer(scratch.resolve("host")).start();
        reach = reach(scratch, secrets());
        lock = new HostLock(((Ready) openTrusting(scratch, reach, server.host(password()))).connection(), "lin1");
    }

    @AfterEach
    void leave() throws Exception {
        reach.close();
        server.close();
    }

    @Test
    void it_is_taken_shown_and_freed() throws Exception {
        assertThat(lock.look()).isEmpty();
        assertThat(lock.take(THEM)).isEqualTo(new Taken());
        assertThat(lock.look()).contains(THEM);
        lock.free(THEM);
        assertThat(lock.look()).isEmpty();
        lock.free(THEM);
    }

    @Test
    void the_same_run_owns_it_again_and_another_one_is_told_who_does() throws Exception {
        lock.take(US);

        assertThat(lock.take(new Holder("run-1", "Ana", "another laptop", SINCE)))
                .isEqualTo(new Taken());
        assertThat(lock.take(THEM)).isEqualTo(new Held(US));
        lock.free(THEM);
        assertThat(lock.look()).contains(US);
    }

    @Test
    void it_is_taken_over_from_the_one_who_was_seen_and_from_nobody_else() throws Exception {
        lock.take(US);

        assertThat(lock.takeOver(THEM, "run-9")).isEqualTo(new Held(US));
        assertThat(lock.takeOver(THEM, "run-1")).isEqualTo(new Taken());
        assertThat(lock.look()).contains(THEM);
        assertThat(lock.take(US)).isEqualTo(new Held(THEM));
    }

    @Test
    void one_whose_taker_died_in_the_act_names_nobody_and_can_be_taken_over() throws Exception {
        Files.createDirectories(server.scratch.resolve("muster/lock"));

        assertThat(lock.take(US))
                .isInstanceOfSatisfying(
                        Held.class, held -> assertThat(held.by().run()).isEmpty());
        assertThat(lock.takeOver(US, "")).isEqualTo(new Taken());
    }

    @Test
    void of_many_who_take_it_at_once_one_does() throws Exception {
        var tasks = new ArrayList<Callable<HostLock.Answer>>();
        for (var run = 0; run < 8; run++) {
            var holder = new Holder("run-" + run, "Ana", "laptop", SINCE);
            tasks.add(() -> lock.take(holder));
        }
        var taken = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(tasks)) {
                taken += done.get() instanceof Taken ? 1 : 0;
            }
        }
        assertThat(taken).isOne();
    }

    @Test
    void a_host_that_can_not_keep_it_says_why() throws Exception {
        Files.writeString(server.scratch.resolve("muster"), "a file where a folder should be");

        assertThatThrownBy(() -> lock.take(US)).isInstanceOf(ProblemException.class);
    }
}
