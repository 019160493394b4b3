package dev.muster.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.muster.ui.work.Preferences.Theme;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// Faces, theme and style sheet.
final class Look {

    private static final List<String> FACES =
            List.of("Inter-Regular.otf", "Inter-SemiBold.otf", "JetBrainsMono-Regular.ttf");
    private static final double ANY_SIZE = 12;

    private Look() {}

    /// Loads the faces that are shipped; where one can't be had, the system's stands in.
    static void loadFaces() {
        for (var face : FACES) {
            var stream = Look.class.getResourceAsStream("/fonts/" + face);
            if (stream != null) {
                Font.loadFont(stream, ANY_SIZE);
            }
        }
    }

    static void dress(Scene scene) {
        scene.getStylesheets().setAll(sheet());
    }

    static String sheet() {
        return Objects.requireNonNull(Look.class.getResource("/ui/muster.css"), "muster.css is missing")
                .toExternalForm();
    }

    static void theme(Theme theme) {
        Application.setUserAgentStylesheet(
                switch (theme) {
                    case LIGHT -> new PrimerLight().getUserAgentStylesheet();
                    case DARK -> new PrimerDark().getUserAgentStylesheet();
                });
    }
}
