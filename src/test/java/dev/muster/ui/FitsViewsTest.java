package dev.muster.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.base.HostName;
import dev.muster.text.Language;
import dev.muster.ui.kit.Ids;
import dev.muster.ui.kit.PageId;
import dev.muster.ui.kit.Words;
import dev.muster.ui.work.Preferences.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// *What fits* by host and by check, by keys: looked at in both languages and both themes, with pictures in
/// `target/screens`.
final class FitsViewsTest {

    private static final Path SCREENS = Path.of("target", "screens");

    private final List<String> wrong = new ArrayList<>();

    @Test
    void the_findings_are_read_by_host_and_by_check_and_asked_for_again(@TempDir Path home) throws Exception {
        Files.createDirectories(SCREENS);
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
            look(stage, "f-by-host");
            stage.type(Ids.FITS_SECTIONS, KeyCode.DOWN);
            look(stage, "f-by-host-next");
            var host = stage.text(Ids.FITS_ASK).replace("Ask ", "").replace(" again", "");
            var before = answered(stage, host);
            stage.press(Ids.FITS_ASK);
            stage.until("asked again", () -> answered(stage, host).isAfter(before));
            stage.until("judged anew", () -> !stage.pages().work().judging());

            stage.type(Ids.FITS_VIEW + "by-check", KeyCode.SPACE);
            assertThat(stage.shown()).contains("A check can't be asked alone");
            look(stage, "f-by-check");
            stage.write(Ids.FITS_FILTER, "windows.isolation");
            look(stage, "f-by-check-filtered");
            var teach = stage.first("teach-windows-isolation");
            assertThat(teach).isPresent();
            stage.press(teach.orElseThrow());
            stage.untilPage("teach");
            assertThat(stage.shown()).contains("Two kinds of isolation");
            stage.press(Ids.TEACH_MATRIX);
            look(stage, "f-matrix-with-hosts");
            stage.press(Ids.BACK);
            stage.press(Ids.BACK);
            assertThat(stage.page()).isEqualTo(PageId.FITS);
        }
        assertThat(wrong).isEmpty();
    }

    private static Instant answered(Stagehand stage, String host) {
        return stage.ask(() -> stage.pages().work().answered(new HostName(host)).orElse(Instant.MIN));
    }

    private void look(Stagehand stage, String page) throws IOException {
        for (var language : Language.values()) {
            for (var theme : Theme.values()) {
                stage.dress(Words.in(language), theme);
                var name = String.join("-", page, language.name(), theme.name()).toLowerCase(Locale.ROOT);
                var image = stage.ask(() -> stage.scene().snapshot(null));
                ImageIO.write(
                        SwingFXUtils.fromFXImage(image, null),
                        "png",
                        SCREENS.resolve(name + ".png").toFile());
                stage.ask(() -> {
                    Inspection.nameless(stage.scene()).forEach(it -> wrong.add(name + " nameless: " + it));
                    Inspection.doubled(stage.scene()).forEach(it -> wrong.add(name + " doubled: " + it));
                    Inspection.clipped(stage.scene()).forEach(it -> wrong.add(name + " clipped: " + it));
                    return true;
                });
            }
        }
        stage.dress(Inspection.bracketed(), Theme.LIGHT);
        stage.ask(() -> Inspection.outside(stage.scene())).forEach(it -> wrong.add(page + " outside: " + it));
        stage.dress(Words.in(Language.EN), Theme.LIGHT);
    }
}
