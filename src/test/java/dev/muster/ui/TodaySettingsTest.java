package dev.muster.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.ui.kit.Ids;
import dev.muster.ui.kit.PageId;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The settings of a join to a Rancher of today, whose command doesn't say its version.
final class TodaySettingsTest {

    private static final String COMMAND = "curl -fL https://rancher.example.org/system-agent-install.sh | sudo  sh -s -"
            + " --server https://rancher.example.org --label 'cattle.io/os=linux' --token "
            + "x7k2mqv9w4zt8hc5d3bnlr6pgj1sf0ya8e2u7i4o9x5c3v6b1n8m2q --ca-checksum " + "0123456789abcdef".repeat(4);

    @Test
    void the_version_is_asked_for_where_the_command_is_one_of_today(@TempDir Path home) throws Exception {
        var stage = new Stagehand(home);
        try {
            stage.type(Ids.START_JOIN, KeyCode.ENTER);
            stage.until("settings", () -> stage.page() == PageId.SETTINGS);
            assertThat(stage.ask(() -> stage.scene()
                            .lookup("#" + Ids.SETTINGS_VERSION)
                            .getParent()
                            .isVisible()))
                    .as("before a command is there")
                    .isFalse();
            stage.paste(Ids.COMMAND, COMMAND);
            stage.until(
                    "the command is read", () -> !stage.text(Ids.COMMAND_SHOWN).isEmpty());
            stage.write(Ids.SETTINGS_VERSION, "v2.15.0");
            stage.write(Ids.SETUP_NAME, "factory");

            assertThat(stage.ask(() -> stage.pages().work().form().version())).isEqualTo("v2.15.0");
            var look = new PageLook();
            look.at(stage, "settings-today");
            taints(stage);
            look.at(stage, "hosts-today");
            assertThat(look.clipped()).isEmpty();
            assertThat(look.nameless()).isEmpty();
            assertThat(look.outside()).isEmpty();
        } finally {
            stage.close();
        }
    }

    /// A node's taints, first with a word that Kubernetes doesn't know.
    private static void taints(Stagehand stage) {
        stage.enter();
        stage.untilPage("hosts");
        stage.press(Ids.HOST_ADD);
        stage.write(Ids.HOST_NAME, "lin1");
        stage.write(Ids.HOST_ADDRESS, "10.0.0.11");
        stage.write(Ids.HOST_TAINTS, "disk=old:Never");
        stage.type(Ids.HOST_TAINTS, KeyCode.TAB);
        stage.until("it is no taint", () -> stage.shown().contains("isn't a taint"));
        stage.write(Ids.HOST_TAINTS, "disk=old:NoSchedule, gpu:NoExecute");
        stage.until("it is one", () -> !stage.shown().contains("isn't a taint"));
        assertThat(stage.ask(
                        () -> stage.pages().work().form().hosts().getFirst().taints()))
                .isEqualTo("disk=old:NoSchedule, gpu:NoExecute");
    }
}
