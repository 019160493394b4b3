package dev.muster.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.base.HostName;
import dev.muster.base.Text;
import dev.muster.remote.Connection;
import dev.muster.remote.HostKey;
import dev.muster.remote.JobId;
import dev.muster.remote.Jobs;
import dev.muster.remote.LostException;
import dev.muster.remote.Opened;
import dev.muster.remote.Output;
import dev.muster.remote.Reach;
import dev.muster.script.Script;
import dev.muster.setup.Host;
import dev.muster.setup.Login;
import dev.muster.setup.Os;
import dev.muster.setup.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What is made of a Windows host's start, whose time moves with its clock. The host is what the test writes down: no
/// Windows took part.
@Timeout(10)
final class RestartOfWindowsTest {

    private static final String SAME = "then 134400000000000000 900\nnow 134400000000000000 950\nready yes\n";
    private static final String MOVED = "then 134400000000000000 900\nnow 134400001200000000 950\nready yes\n";
    private static final String YOUNG = "then 134400000000000000 900\nnow 134400002000000000 12\nready no\n";
    private static final String BACK = "then 134400000000000000 900\nnow 134400002000000000 40\nready yes\n";
    private static final String LOST = "lost";
    private static final String AWAY = "away";

    private final Played host = new Played();

    private Restart restart(boolean lineWasGone) {
        var connector = new Connector(host, new Random(), Duration.ofMillis(1));
        return new Restart(connector, host.host, new JobId("run-1", "containers/win1", 1), () -> false, lineWasGone);
    }

    @Test
    void it_is_asked_once_and_back_when_it_has_run_for_less_time_than_before_and_is_done_with_its_start()
            throws Exception {
        host.says(SAME, "asked", SAME, SAME, LOST, AWAY, AWAY, YOUNG, YOUNG, BACK);

        assertThat(restart(false).perform()).isEmpty();
        assertThat(host.asked).hasValue(1);
        assertThat(host.says).isEmpty();
    }

    @Test
    void a_clock_that_was_put_right_is_no_restart_while_the_line_stood() throws Exception {
        host.says(MOVED, "asked", MOVED, MOVED, BACK);

        assertThat(restart(false).perform()).isEmpty();
        assertThat(host.asked).hasValue(1);
    }

    @Test
    void a_start_that_moved_while_nobody_looked_is_one() throws Exception {
        host.says(MOVED);

        assertThat(restart(true).perform()).isEmpty();
        assertThat(host.asked).hasValue(0);
    }

    /// The line broke before the answer came: whether the host was asked isn't known, so it is asked again.
    @Test
    void a_question_whose_answer_was_lost_is_asked_again() throws Exception {
        host.says(SAME, LOST, SAME, "asked", AWAY, BACK);

        assertThat(restart(false).perform()).isEmpty();
        assertThat(host.asked).hasValue(2);
    }

    @Test
    void a_host_that_may_not_be_restarted_says_so() throws Exception {
        host.says(SAME, "refused");

        assertThat(restart(false).perform()).isPresent();
    }

    @Test
    void nobody_waits_on_once_it_is_enough() {
        var connector = new Connector(host, new Random(), Duration.ofMillis(1));
        var restart = new Restart(connector, host.host, new JobId("run-1", "x/win1", 1), () -> true, false);

        assertThatThrownBy(restart::perform).isInstanceOf(InterruptedException.class);
    }

    /// One host, one answer after the other.
    private static final class Played implements Reach, Connection {

        final Host host = Host.linux(
                        new HostName("win1"),
                        "192.0.2.7",
                        Set.of(Role.WORKER),
                        Login.withKey("", "Administrator", Path.of("key")))
                .withOs(Os.WINDOWS);
        final Deque<String> says = new ArrayDeque<>();
        final AtomicInteger asked = new AtomicInteger();

        void says(String... answers) {
            says.addAll(List.of(answers));
        }

        @Override
        public Opened open(Host any) {
            var why = Text.of(RunWords.STEP_NOT_BEGUN);
            if (AWAY.equals(says.peek())) {
                says.poll();
                return new Opened.Refused(Opened.Stage.SIGN_IN, "192.0.2.7", why, why, why);
            }
            return new Opened.Ready(this, "192.0.2.7", new HostKey("192.0.2.7", 22, "x", "SHA256:y", ""), why);
        }

        @Override
        public int read(Script script, Duration silence, Consumer<String> lines) {
            throw new AssertionError("nobody reads while it runs: " + script.file());
        }

        @Override
        public Output run(Script script, Duration limit) throws LostException {
            var answer = says.remove();
            if (script.file().equals("windows/reboot.ps1")) {
                asked.incrementAndGet();
            }
            if (answer.equals(LOST)) {
                throw new LostException(Text.of(RunWords.STEP_NOT_BEGUN));
            }
            var refused = answer.equals("refused");
            return new Output(refused ? 20 : 0, answer, refused ? "error: no" : "", Instant.EPOCH, Duration.ZERO);
        }

        @Override
        public Os os() {
            return Os.WINDOWS;
        }

        @Override
        public Jobs jobs() {
            throw new AssertionError("nobody asks for a job");
        }

        @Override
        public void drop(Host any) {}

        @Override
        public void close() {}
    }
}
