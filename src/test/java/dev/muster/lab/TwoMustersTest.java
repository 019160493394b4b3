package dev.muster.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two Musters that want the same hosts, or the same run: the second is told who, where and since when.
@Tag("lab")
class TwoMustersTest {

    @TempDir
    Path folder;

    @Test
    void the_second_ends_with_7_and_names_the_first_while_it_runs_and_after_it_was_killed() {
        var job = Job.of(folder, List.of("STAND_IN_HOLD=yes", "STAND_IN_POD_AFTER=3"), "n1");
        var other = Job.with(
                folder.resolve("other"),
                job.lab(),
                job.hosts(),
                "{user: ops, key: " + job.lab().key() + "}",
                job.lab().registration());
        var first = job.startRun();
        first.says(Duration.ofSeconds(90), out -> out.contains("waiting for node to register"));

        var second = other.run();
        var resumed = job.resume();

        assertThat(second.exit()).as(second::toString).isEqualTo(7);
        assertThat(second.out() + second.err()).contains("n1", Workstation.name());
        assertThat(resumed.exit()).as(resumed::toString).isEqualTo(7);

        first.killHard();
        assertThat(other.run().exit()).as("the lock stays after a crash").isEqualTo(7);
        job.hosts().getFirst().says("touch /run/stand-in-agent.go");
        assertThat(job.resume().exit()).as("resume of the same run owns it").isZero();
        assertThat(job.hosts().getFirst().agentStarts()).isEqualTo(1);
        assertThat(other.run().exit()).as("the lock is free after the end").isZero();
    }
}
