package dev.muster.ui;

import dev.muster.text.Language;
import dev.muster.ui.kit.Words;
import dev.muster.ui.work.Preferences.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.embed.swing.SwingFXUtils;
import javax.imageio.ImageIO;

/// Looks at pages in both languages and both themes: takes their pictures in `target/screens` and keeps what is wrong
/// with them.
final class PageLook {

    private static final Path SCREENS = Path.of("target", "screens");

    private final List<String> nameless = new ArrayList<>();
    private final List<String> doubled = new ArrayList<>();
    private final List<String> clipped = new ArrayList<>();
    private final List<String> outside = new ArrayList<>();

    /// @param page what the pictures are called
    void at(Stagehand stage, String page) throws IOException {
        at(stage, page, _ -> {});
    }

    /// Leaves the page as it was: in English and light.
    ///
    /// @param more looks at the page in each language, too
    void at(Stagehand stage, String page, Consumer<Language> more) throws IOException {
        for (var language : Language.values()) {
            for (var theme : Theme.values()) {
                stage.dress(Words.in(language), theme);
                var name = String.join("-", page, language.name(), theme.name()).toLowerCase(Locale.ROOT);
                take(stage, name);
                stage.ask(() -> {
                    Inspection.nameless(stage.scene()).forEach(it -> nameless.add(name + ": " + it));
                    Inspection.doubled(stage.scene()).forEach(it -> doubled.add(name + ": " + it));
                    Inspection.clipped(stage.scene()).forEach(it -> clipped.add(name + ": " + it));
                    return true;
                });
            }
            more.accept(language);
        }
        stage.dress(Inspection.bracketed(), Theme.LIGHT);
        stage.ask(() -> Inspection.outside(stage.scene())).forEach(it -> outside.add(page + ": " + it));
        stage.dress(Words.in(Language.EN), Theme.LIGHT);
    }

    private static void take(Stagehand stage, String name) throws IOException {
        var image = stage.ask(() -> stage.scene().snapshot(null));
        Files.createDirectories(SCREENS);
        ImageIO.write(
                SwingFXUtils.fromFXImage(image, null),
                "png",
                SCREENS.resolve(name + ".png").toFile());
    }

    /// Controls without a name for a screen reader.
    List<String> nameless() {
        return nameless;
    }

    /// Ids that are there twice.
    List<String> doubled() {
        return doubled;
    }

    /// Words that are cut.
    List<String> clipped() {
        return clipped;
    }

    /// Texts that aren't in the words.
    List<String> outside() {
        return outside;
    }

    /// All of it.
    List<String> wrong() {
        return Stream.of(
                        told("nameless", nameless),
                        told("doubled", doubled),
                        told("clipped", clipped),
                        told("outside", outside))
                .flatMap(it -> it)
                .toList();
    }

    private static Stream<String> told(String kind, List<String> found) {
        return found.stream().map(it -> kind + " " + it);
    }
}
