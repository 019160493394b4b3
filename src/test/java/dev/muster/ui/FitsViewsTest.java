package dev.muster.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.base.HostName;
import dev.muster.ui.kit.Ids;
import dev.muster.ui.kit.PageId;
import java.nio.file.Path;
import java.time.Instant;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// *What fits* by host and by check, by keys: looked at in both languages and both themes, with pictures in
/// `target/screens`.
final class FitsViewsTest {

    private final PageLook look = new PageLook();

    @Test
    void the_findings_are_read_by_host_and_by_check_and_asked_for_again(@TempDir Path home) throws Exception {
        try (var stage = new Stagehand(home)) {
            stage.type(Ids.START_PRACTISE, KeyCode.ENTER);
            stage.until("practice begins", () -> stage.pages().work().setup().isPresent());
            stage.enter();
            stage.untilPage("hosts");
            assertThat(stage.has(Ids.HOSTS_TEACH)).isTrue();
            stage.enter();
            stage.until("keys are shown", () -> stage.has(Ids.REACH_TRUST_ALL));
            stage.press(Ids.REACH_TRUST_ALL);
            stage.until("hosts are reached", stage::open);
            stage.enter();
            stage.untilPage("fits");
            stage.until("judged", () -> !stage.pages().work().judging());

            stage.type(Ids.FITS_VIEW + "by-host", KeyCode.SPACE);
            assertThat(stage.text(Ids.FITS_ASK)).startsWith("Ask ");
            look.at(stage, "f-by-host");
            stage.type(Ids.FITS_SECTIONS, KeyCode.DOWN);
            look.at(stage, "f-by-host-next");
            var host = stage.text(Ids.FITS_ASK).replace("Ask ", "").replace(" again", "");
            var before = answered(stage, host);
            stage.press(Ids.FITS_ASK);
            stage.until("asked again", () -> answered(stage, host).isAfter(before));
            stage.until("judged anew", () -> !stage.pages().work().judging());

            stage.type(Ids.FITS_VIEW + "by-check", KeyCode.SPACE);
            assertThat(stage.shown()).contains("A check can't be asked alone");
            look.at(stage, "f-by-check");
            stage.write(Ids.FITS_FILTER, "windows.isolation");
            look.at(stage, "f-by-check-filtered");
            var teach = stage.first("teach-windows-isolation");
            assertThat(teach).isPresent();
            stage.press(teach.orElseThrow());
            stage.untilPage("teach");
            assertThat(stage.shown()).contains("Two kinds of isolation");
            stage.press(Ids.TEACH_MATRIX);
            look.at(stage, "f-matrix-with-hosts");
            stage.press(Ids.BACK);
            stage.press(Ids.BACK);
            assertThat(stage.page()).isEqualTo(PageId.FITS);
        }
        assertThat(look.wrong()).isEmpty();
    }

    private static Instant answered(Stagehand stage, String host) {
        return stage.ask(() -> stage.pages().work().answered(new HostName(host)).orElse(Instant.MIN));
    }
}
