package dev.muster.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.ui.kit.Ids;
import dev.muster.ui.kit.PageId;
import dev.muster.ui.teach.Topic;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pages beside the stages, by keys: looked at in both languages and both themes, with pictures in
/// `target/screens`.
final class AsideTest {

    private final PageLook look = new PageLook();

    @Test
    void the_matrix_and_the_page_that_teaches_are_read_by_keys(@TempDir Path home) throws Exception {
        try (var stage = new Stagehand(home)) {
            stage.press(Ids.MATRIX);
            stage.untilPage("matrix");
            look.at(stage, "m-matrix-empty");
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
            look.at(stage, "m-matrix");
            stage.type(Ids.MATRIX_KIND + "client", KeyCode.SPACE);
            look.at(stage, "m-matrix-clients");

            stage.press(Ids.MATRIX_IMAGES);
            look.at(stage, "m-images-empty");
            stage.paste(
                    Ids.MATRIX_IMAGES_TEXT,
                    "registry.example.org/app:1809\nregistry.example.org/team-of-many/with-a-long-name:7 20348\n"
                            + "dark\nthree words here\n");
            assertThat(stage.shown()).contains("\"three words here\" isn't an image");
            look.at(stage, "m-images-typed");
            stage.press(Ids.MATRIX_IMAGES_TAKE);
            stage.until(
                    "they are in the setup",
                    () -> stage.pages().work().form().images().size() == 3);
            assertThat(stage.shown()).contains("Build 17763. As pods on 2019.", "Its name tells no build.");
            look.at(stage, "m-images");
            stage.press(Ids.MATRIX_IMAGES_CLOSE);

            stage.press(Ids.MATRIX_TEACH);
            stage.untilPage("teach");
            for (var topic : Topic.values()) {
                look.at(stage, "t-teach-" + topic.name().toLowerCase(Locale.ROOT));
                stage.type(Ids.TEACH_TOPICS, KeyCode.DOWN);
            }
            stage.press(Ids.BACK);
            assertThat(stage.page()).isEqualTo(PageId.MATRIX);
            stage.press(Ids.BACK);
            assertThat(stage.page()).isEqualTo(PageId.SETTINGS);
        }
        assertThat(look.wrong()).isEmpty();
    }
}
