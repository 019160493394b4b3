package dev.muster.ui.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.text.Language;
import dev.muster.ui.work.Preferences.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PreferencesFileTest {

    @TempDir
    Path home;

    @Test
    void language_and_theme_are_remembered() throws IOException {
        var file = new PreferencesFile(home.resolve("deep/settings.yaml"));
        var chosen = new Preferences(Language.ZH, Theme.DARK);

        file.write(chosen);

        assertThat(file.read(Language.EN)).isEqualTo(chosen);
    }

    @Test
    void the_workstation_chooses_until_somebody_does() {
        assertThat(new PreferencesFile(home.resolve("none")).read(Language.ZH))
                .isEqualTo(new Preferences(Language.ZH, Theme.LIGHT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[1, 2", "language: 7\ntheme: []", "\u0000", "- a\n- b"})
    void a_file_that_cannot_be_read_counts_as_none(String text) throws IOException {
        var file = Files.writeString(home.resolve("settings.yaml"), text);

        assertThat(new PreferencesFile(file).read(Language.EN).theme()).isEqualTo(Theme.LIGHT);
    }
}
