package dev.muster.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Reads one YAML file of the catalogue into records.
///
/// Decided: the parser that Jackson brings, and [Rows] for the records. Because Jackson's own binding doesn't follow
/// `*aliases` to a text, with which rows share their source, and its start costs every command two thirds of a second
/// of processor time; instead of Jackson's YAML mapper; costs one class.
final class CatalogFile {

    private CatalogFile() {}

    static <T extends Record> T read(String name, Class<T> type) {
        var path = "/catalog/" + name;
        try (var stream = CatalogFile.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("this build lacks " + path);
            }
            var settings = LoadSettings.builder().setLabel(path).build();
            return Rows.read(new Load(settings).loadFromInputStream(stream), type, path);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
