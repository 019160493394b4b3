package dev.muster.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.run.RunEnd;
import dev.muster.run.StepState;
import dev.muster.ui.kit.Ids;
import dev.muster.ui.run.RunModel;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Stopping a run, and closing the window during one: what is asked, and what each answer does.
final class RunDialogsTest {

    @TempDir
    Path home;

    private OwnHosts hosts;
    private Stagehand stage;

    @BeforeEach
    void run() throws Exception {
        hosts = OwnHosts.start(home, 1);
        hosts.confirmed();
        hosts.draft(hosts.setup("lin1", "lin2").replace("{env: PRACTICE_REGISTRATION}", "{prompt: true}"));
        stage = new Stagehand(home, hosts.environment());
        Walk.runFromDraft(stage, hosts.command());
        stage.until("a step is under way", () -> stage.pages().run().count(StepState.RUNNING) > 0);
    }

    @AfterEach
    void end() {
        if (!stage.isClosed()) {
            stage.close();
        }
        hosts.close();
    }

    private RunModel.Phase phase() {
        return stage.ask(() -> stage.pages().run().phase());
    }

    private long count(StepState... states) {
        return stage.ask(() -> stage.pages().run().count(states));
    }

    private void untilItEnds() {
        stage.until("the run ends", () -> !stage.pages().run().underWay());
        assertThat(stage.ask(() -> stage.pages().run().end())).isPresent();
    }

    @Test
    void whoever_says_no_changes_nothing_and_whoever_leaves_leaves() {
        stage.press(Ids.STOP);
        stage.until("the question", () -> stage.has(Ids.STOP_NOT));
        assertThat(stage.shown()).contains("Stop the run?").containsPattern("[12] steps? (is|are) running");
        stage.press(Ids.STOP_NOT);
        stage.until("the question is gone", () -> !stage.has(Ids.STOP_NOT));
        stage.press(Ids.STOP);
        stage.type(Ids.STOP_AFTER, KeyCode.ESCAPE);
        stage.until("the question is gone", () -> !stage.has(Ids.STOP_NOT));
        assertThat(phase()).isNotEqualTo(RunModel.Phase.STOPPING);

        stage.leave();
        stage.until("the question", () -> stage.has(Ids.LEAVE_NOT));
        assertThat(stage.shown()).contains("A run is under way", "Look and resume");
        stage.press(Ids.LEAVE_NOT);
        stage.until("the question is gone", () -> !stage.has(Ids.LEAVE_NOT));
        assertThat(stage.isClosed()).isFalse();
        assertThat(phase()).isEqualTo(RunModel.Phase.UNDER_WAY);

        stage.leave();
        stage.press(Ids.LEAVE_DO);
        stage.until("it is closed", stage::isClosed);
    }

    @Test
    void letting_steps_finish_starts_no_more() {
        stage.press(Ids.STOP);
        stage.press(Ids.STOP_AFTER);
        stage.until("it stops", () -> stage.pages().run().phase() != RunModel.Phase.UNDER_WAY);
        var left = count(StepState.WAITING);

        untilItEnds();

        assertThat(count(StepState.WAITING)).isEqualTo(left);
        assertThat(count(StepState.CANCELLED, StepState.FAILED)).isZero();
        assertThat(stage.ask(() -> stage.pages().run().end())).contains(left == 0 ? RunEnd.DONE : RunEnd.CANCELLED);
    }

    @Test
    void ending_the_steps_cancels_them_on_their_hosts_and_then_the_window_closes_unasked() {
        stage.press(Ids.STOP);
        stage.press(Ids.STOP_NOW);

        untilItEnds();
        assertThat(stage.ask(() -> stage.pages().run().end())).contains(RunEnd.CANCELLED);
        assertThat(count(StepState.CANCELLED)).isPositive();
        stage.leave();
        stage.until("it closes without a question", stage::isClosed);
    }
}
