package dev.muster.ui.work;

import dev.muster.base.PrivateFiles;
import dev.muster.text.Language;
import dev.muster.ui.work.Preferences.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// `settings.yaml` in Muster's home: `language`, `theme`. A file that can't be read counts as none: it holds taste
/// only.
public final class PreferencesFile {

    private static final YAMLMapper YAML = new YAMLMapper();

    private final Path file;

    public PreferencesFile(Path file) {
        this.file = file;
    }

    /// @param system the language of the workstation, used until another was chosen
    public Preferences read(Language system) {
        if (!Files.isReadable(file)) {
            return new Preferences(system, Theme.LIGHT);
        }
        try {
            var tree = YAML.readTree(Files.readString(file));
            var language = text(tree, "language");
            return new Preferences(
                    language.isEmpty() ? system : Language.of(Locale.forLanguageTag(language)),
                    text(tree, "theme").equals("dark") ? Theme.DARK : Theme.LIGHT);
        } catch (IOException | JacksonException e) {
            return new Preferences(system, Theme.LIGHT);
        }
    }

    private static String text(JsonNode tree, String key) {
        return tree.path(key).asString("");
    }

    public void write(Preferences preferences) throws IOException {
        var lines = new LinkedHashMap<String, Object>(Map.of());
        lines.put("language", preferences.language().name().toLowerCase(Locale.ROOT));
        lines.put("theme", preferences.theme().name().toLowerCase(Locale.ROOT));
        PrivateFiles.write(file, YAML.writeValueAsString(lines));
    }
}
