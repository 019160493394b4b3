package dev.muster.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.base.HostName;
import dev.muster.base.Text;
import dev.muster.plan.Phase;
import dev.muster.plan.Plan;
import dev.muster.plan.PlanWords;
import dev.muster.plan.Proof;
import dev.muster.plan.ScriptStep;
import dev.muster.plan.StepId;
import dev.muster.script.Script;
import dev.muster.setup.Goal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A cleaning that was cut off goes on with exactly the items that were ticked.
class CleanPlanCodecTest {

    @Test
    void what_goes_and_what_stays_is_read_as_it_was_written() {
        var host = new HostName("lin1");
        var script = Script.of("linux/clean.sh")
                .with("PATHS", List.of("/etc/kubernetes", "/var/lib/a b"))
                .with("KEEP", List.of("/opt/rke/etcd-snapshots"));
        var step = new ScriptStep(
                StepId.of("clean-paths", host),
                host,
                Text.of(PlanWords.STEP_PATHS, 2),
                script,
                List.of(),
                Duration.ofMinutes(30),
                Text.of(PlanWords.UNDO_NONE),
                false);
        var proof = new Proof(
                StepId.of("proof", host),
                host,
                List.of("path:/etc/kubernetes"),
                List.of("container:db"),
                List.of(step.id()),
                Duration.ofMinutes(5));
        var plan = new Plan(
                Goal.CLEAN,
                "retire",
                List.of(
                        new Phase("files", Text.of(PlanWords.PHASE_FILES), List.of(step)),
                        new Phase("proof", Text.of(PlanWords.PHASE_PROOF), List.of(proof))));

        var read = PlanCodec.read(PlanCodec.write(plan));

        assertThat(PlanCodec.write(read)).isEqualTo(PlanCodec.write(plan));
        assertThat(((ScriptStep) read.steps().getFirst()).script()).isEqualTo(script);
        assertThat(read.steps().getLast()).isEqualTo(proof);
        assertThat(read.destroysOn()).containsExactly(host);
        assertThat(read.destroys(proof)).isFalse();
    }
}
