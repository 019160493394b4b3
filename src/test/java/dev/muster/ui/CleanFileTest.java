package dev.muster.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.flow.Home;
import dev.muster.setup.file.Drafts;
import dev.muster.ui.kit.PageId;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.start.Earlier;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A setup that cleans, opened in the window, which can't do that yet.
final class CleanFileTest {

    @Test
    void it_says_so_and_what_would_do(@TempDir Path home) throws Exception {
        new Drafts(new Home(home).drafts()).keep("retire", "retire.muster.yaml", """
            muster: 1
            name: retire
            goal: clean
            hosts:
              - {name: lin1, address: 10.0.0.11, roles: [worker]}
            """);
        var stage = new Stagehand(home);
        try {
            var earlier = new Earlier("retire", "retire", Sign.WAITS, UiWords.text(UiWords.NOTHING), false, "");
            stage.ask(() -> {
                stage.pages().start().open(earlier);
                return true;
            });

            stage.until("it is said", () -> stage.shown().contains("This setup cleans hosts"));

            new PageLook().at(stage, "clean-file");
            assertThat(stage.page()).isEqualTo(PageId.START);
            assertThat(stage.shown()).contains("muster run FILE");
        } finally {
            stage.close();
        }
    }
}
