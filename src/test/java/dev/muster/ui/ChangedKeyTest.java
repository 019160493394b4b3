package dev.muster.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.ui.kit.Ids;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A host that shows another key than the confirmed one stops everything, and the window says what to do.
final class ChangedKeyTest {

    @Test
    void a_changed_key_stops_everything_until_it_is_settled(@TempDir Path home) throws Exception {
        try (var hosts = OwnHosts.start(home, 20)) {
            hosts.confirmedAnotherKey("lin1");
            hosts.confirmed("lin2");
            hosts.draft(hosts.setup("lin1", "lin2"));
            try (var stage = new Stagehand(home, hosts.environment())) {
                Walk.reachFromDraft(stage, hosts.command());
                stage.until("it is told", () -> stage.first(Ids.REACH_FORGET).isPresent());

                assertThat(stage.open()).as("the way on").isFalse();
                assertThat(stage.text(Ids.BAR_SENTENCE)).contains("Nothing goes on before that is settled");
                assertThat(stage.shown())
                        .contains("lin1 at", "another key than the one you confirmed", hosts.fingerprint("lin1"))
                        .contains("Somebody may be in between", "known_hosts");

                stage.press(stage.first(Ids.REACH_FORGET).orElseThrow());
                stage.until("the new key is asked about", () -> stage.has(Ids.REACH_TRUST_ALL));
                assertThat(stage.open()).as("the way on").isFalse();
                assertThat(stage.shown()).contains(hosts.fingerprint("lin1"));
                stage.press(Ids.REACH_TRUST_ALL);

                stage.until("both are reached", () -> stage.text(Ids.PAGE_TITLE).equals("2 of 2 hosts reached"));
                assertThat(stage.open()).isTrue();
            }
        }
    }
}
