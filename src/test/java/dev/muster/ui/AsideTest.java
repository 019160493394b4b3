package dev.muster.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.text.Language;
import dev.muster.ui.kit.Ids;
import dev.muster.ui.kit.PageId;
import dev.muster.ui.kit.Words;
import dev.muster.ui.teach.Topic;
import dev.muster.ui.work.Preferences.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pages beside the stages, by keys: looked at in both languages and both themes, with pictures in
/// `target/screens`.
final class AsideTest {

    private static final Path SCREENS = Path.of("target", "screens");

    private final List<String> wrong = new ArrayList<>();

    @Test
    void the_matrix_and_the_page_that_teaches_are_read_by_keys(@TempDir Path home) throws Exception {
        Files.createDirectories(SCREENS);
        try (var stage = new Stagehand(home)) {
            stage.press(Ids.MATRIX);
            stage.untilPage("matrix");
            look(stage, "m-matrix-empty");
            stage.press(Ids.BACK);
            assertThat(stage.page()).isEqualTo(PageId.START);

            stage.type(Ids.START_PRACTISE, KeyCode.ENTER);
            stage.until("practice begins", () -> stage.pages().work().setup().isPresent());
            stage.press(Ids.MATRIX);
            stage.type(Ids.MATRIX_GRID, KeyCode.END);
            stage.type(Ids.MATRIX_GRID, KeyCode.PAGE_DOWN);
            assertThat(stage.shown()).contains("Image 2025 (26100) on Windows Server 2025 (26100)");
            stage.type(Ids.MATRIX_GRID, KeyCode.LEFT);
            stage.type(Ids.MATRIX_GRID, KeyCode.UP);
            assertThat(stage.shown())
                    .contains("Image 2022 (20348) on Windows Server, version 23H2 (25398)", "23H2 has no images");
            for (var at = 0; at < 6; at++) {
                stage.type(Ids.MATRIX_GRID, KeyCode.UP);
            }
            for (var at = 0; at < 6; at++) {
                stage.type(Ids.MATRIX_GRID, KeyCode.LEFT);
            }
            assertThat(stage.shown()).contains("Rancher v2.1.6").contains("Hyper-V isolation only");
            look(stage, "m-matrix");
            stage.type(Ids.MATRIX_KIND + "client", KeyCode.SPACE);
            look(stage, "m-matrix-clients");

            stage.press(Ids.MATRIX_IMAGES);
            look(stage, "m-images-empty");
            stage.paste(
                    Ids.MATRIX_IMAGES_TEXT,
                    "registry.example.org/app:1809\nregistry.example.org/team-of-many/with-a-long-name:7 20348\n"
                            + "dark\nthree words here\n");
            assertThat(stage.shown()).contains("\"three words here\" isn't an image");
            look(stage, "m-images-typed");
            stage.press(Ids.MATRIX_IMAGES_TAKE);
            stage.until(
                    "they are in the setup",
                    () -> stage.pages().work().form().images().size() == 3);
            assertThat(stage.shown()).contains("Build 17763. As pods on 2019.", "Its name tells no build.");
            look(stage, "m-images");
            stage.press(Ids.MATRIX_IMAGES_CLOSE);

            stage.press(Ids.MATRIX_TEACH);
            stage.untilPage("teach");
            for (var topic : Topic.values()) {
                look(stage, "t-teach-" + topic.name().toLowerCase(Locale.ROOT));
                stage.type(Ids.TEACH_TOPICS, KeyCode.DOWN);
            }
            stage.press(Ids.BACK);
            assertThat(stage.page()).isEqualTo(PageId.MATRIX);
            stage.press(Ids.BACK);
            assertThat(stage.page()).isEqualTo(PageId.SETTINGS);
        }
        assertThat(wrong).isEmpty();
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
