package dev.muster.cli;

import dev.muster.text.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/// The words of `--help`, which the library takes by its own names: `muster.check.usage.description`, `json`.
final class HelpTexts {

    private HelpTexts() {}

    static ResourceBundle of(Language language) {
        var file = "/texts/help_" + language.name().toLowerCase(Locale.ROOT) + ".properties";
        try (var stream = HelpTexts.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("no such file of words: " + file);
            }
            return new PropertyResourceBundle(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
