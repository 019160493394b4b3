package dev.muster.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.ui.kit.Ids;
import dev.muster.ui.kit.PageId;
import dev.muster.ui.work.Desks;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A setup of one's own, from the first page to the first host, by keys.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class NewSetupTest {

    private Stagehand stage;

    @BeforeAll
    void begin(@TempDir Path home) throws Exception {
        stage = new Stagehand(home);
        stage.type(Ids.START_JOIN, KeyCode.ENTER);
        stage.until("settings", () -> stage.page() == PageId.SETTINGS);
        stage.paste(Ids.COMMAND, Desks.COMMAND);
        stage.until("the command is read", () -> !stage.text(Ids.COMMAND_SHOWN).isEmpty());
        stage.write(Ids.SETUP_NAME, "factory");
        stage.enter();
        stage.until("hosts", () -> stage.page() == PageId.HOSTS);
        stage.type("host-add-first", KeyCode.ENTER);
        stage.write(Ids.HOST_ADDRESS, "10.0.0.11");
    }

    @AfterAll
    void end() {
        stage.close();
    }

    @Test
    void a_host_with_name_and_address_opens_the_button() {
        stage.until("the button opens", stage::open);

        assertThat(stage.text(Ids.BIG_BUTTON)).isEqualTo("Reach 1 host");
    }

    @Test
    void F1_explains_the_field() {
        stage.type(Ids.HOST_ADDRESS, KeyCode.F1);

        assertThat(stage.text(Ids.EXPLANATION)).startsWith("A DNS name, an IPv4 or an IPv6 address");
    }

    @Test
    void Escape_goes_to_the_first_control_and_loses_no_input() {
        stage.type(Ids.HOST_ADDRESS, KeyCode.ESCAPE);

        assertThat(stage.ask(() -> stage.scene().getFocusOwner().getId())).isEqualTo(Ids.HOST_ADD);
        assertThat(stage.ask(
                        () -> stage.pages().work().form().hosts().getFirst().address()))
                .isEqualTo("10.0.0.11");
    }

    @Test
    void Ctrl_F_goes_to_the_filter() {
        stage.chord(KeyCode.CONTROL, KeyCode.F);

        assertThat(stage.ask(() -> stage.scene().getFocusOwner().getId())).isEqualTo(Ids.HOSTS_FILTER);
    }

    @Test
    void the_token_is_nowhere_on_the_page() {
        stage.ask(() -> {
            stage.pages().wizard().open(PageId.SETTINGS);
            return true;
        });
        assertThat(stage.text(Ids.COMMAND_SHOWN)).contains("--token ••••••••").doesNotContain("9d8f7c6b");
        stage.ask(() -> {
            stage.pages().wizard().open(PageId.HOSTS);
            return true;
        });
    }
}
