package dev.muster.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A step goes on at its host whatever becomes of the line, of the login session and of Muster; and what it said is
/// there afterwards, every line once.
@Tag("lab")
class CutOffTest {

    private static final int LINES = 1_500;
    private static final List<String> CHATTY =
            List.of("STAND_IN_POD_AFTER=3", "STAND_IN_LINES=" + LINES, "STAND_IN_PACE=0.01");
    private static final Predicate<String> IN_THE_MIDDLE =
            Pattern.compile("stand-in line 3\\d\\d of").asPredicate();
    private static final Pattern NUMBERED = Pattern.compile("stand-in line (\\d+) of");

    @TempDir
    Path folder;

    @Test
    void after_kill_9_in_the_middle_resume_goes_on_and_the_agent_was_started_once() {
        var job = Job.of(folder, CHATTY, "n1");
        var run = job.startRun();
        run.says(Duration.ofSeconds(90), IN_THE_MIDDLE);

        run.killHard();
        var resumed = job.resume();

        assertThat(resumed.exit()).as(resumed::toString).isZero();
        assertThat(job.hosts().getFirst().agentStarts()).isEqualTo(1);
        assertEveryLineOnce(job);
    }

    @Test
    void a_line_cut_for_30_seconds_loses_and_doubles_nothing() {
        var job = Job.of(folder, CHATTY, "n1");
        var run = job.startRun();
        run.says(Duration.ofSeconds(90), IN_THE_MIDDLE);

        Lab.call("cut", "n1", "30");
        var ended = run.ended(Duration.ofMinutes(3));

        assertThat(ended.exit()).as(ended::toString).isZero();
        assertThat(job.hosts().getFirst().agentStarts()).isEqualTo(1);
        assertEveryLineOnce(job);
    }

    @Test
    void the_step_outlives_sshds_restart_and_the_end_of_its_login_session() {
        var job = Job.of(folder, CHATTY, "n1");
        var host = job.hosts().getFirst();
        Lab.call("kill-at-logout", "n1");
        var run = job.startRun();
        run.says(Duration.ofSeconds(90), IN_THE_MIDDLE);
        assertThat(host.says("loginctl list-sessions --no-legend"))
                .as("a real login session")
                .contains("ops");

        host.says("systemctl restart ssh; loginctl terminate-user ops");
        var ended = run.ended(Duration.ofMinutes(3));

        assertThat(ended.exit()).as(ended::toString).isZero();
        assertThat(host.agentStarts()).isEqualTo(1);
        assertEveryLineOnce(job);
    }

    private static void assertEveryLineOnce(Job job) {
        var numbers = job.logOf(job.hosts().getFirst()).stream()
                .map(NUMBERED::matcher)
                .filter(java.util.regex.Matcher::find)
                .map(found -> Integer.parseInt(found.group(1)))
                .toList();
        assertThat(numbers).isEqualTo(IntStream.rangeClosed(1, LINES).boxed().toList());
    }
}
