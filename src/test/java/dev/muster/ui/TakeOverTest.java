package dev.muster.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.flow.Home;
import dev.muster.remote.HostLock;
import dev.muster.run.RunEnd;
import dev.muster.run.RunStore;
import dev.muster.ui.kit.Ids;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A host that another run keeps locked: the window says whose lock it is, and takes it once its name was typed.
final class TakeOverTest {

    private static final String OTHER = "2026-11-20-0900-other-x1y2";

    @Test
    void a_lock_is_taken_over_with_the_hosts_name_typed(@TempDir Path home) throws Exception {
        try (var hosts = OwnHosts.start(home, 20)) {
            hosts.confirmed();
            var setup = hosts.setup("lin1", "lin2");
            var since = Instant.parse("2026-11-20T09:00:00Z");
            hosts.lock(setup, "lin1", new HostLock.Holder(OTHER, "bob", "desk7", since));
            hosts.draft(setup);
            try (var stage = new Stagehand(home, hosts.environment())) {
                Walk.runFromDraft(stage, hosts.command());
                stage.until("the run stops at the lock", () -> stage.has(Ids.RUN_TAKE_OVER));

                assertThat(stage.ask(() -> stage.pages().run().end())).contains(RunEnd.LOCKED);
                assertThat(stage.<Long>ask(() -> stage.pages().run().done())).isZero();
                assertThat(stage.shown())
                        .contains("lin1", OTHER, "bob", "desk7")
                        .doesNotContain("--take-over");
                assertThat(shut(stage)).as("before the name was typed").isTrue();
                stage.write(Ids.RUN_TAKE_OVER_NAME + "lin1", "lin2");
                assertThat(shut(stage)).as("with another host's name").isTrue();

                stage.write(Ids.RUN_TAKE_OVER_NAME + "lin1", "lin1");
                stage.press(Ids.RUN_TAKE_OVER);

                stage.until("it runs", () -> stage.pages().run().done() > 0);
                assertThat(stage.has(Ids.RUN_TAKE_OVER)).isFalse();
                stage.until("the run ends", () -> !stage.pages().run().underWay());
                assertThat(stage.ask(() -> stage.pages().run().end())).contains(RunEnd.DONE);
            }
            var runs = new RunStore(new Home(home).runs()).list().runs();
            assertThat(runs).hasSize(1);
            assertThat(runs.getFirst().takenOver()).containsExactly("lin1: " + OTHER + " bob@desk7");
        }
    }

    private static boolean shut(Stagehand stage) {
        return stage.find(Ids.RUN_TAKE_OVER).orElseThrow().isDisabled();
    }
}
