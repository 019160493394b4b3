package dev.muster.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/// The YAML files of the catalogue: those that Muster ships with, and newer ones in their place. Each begins with the
/// `date` on which it was last compared with its sources.
///
/// Decided: the parser that Jackson brings, and [Rows] for the records. Because a wrong entry has to be named with
/// its line, which Jackson's own binding doesn't know, nor does it follow `*aliases` to a text, with which rows share
/// their source; instead of Jackson's YAML mapper and a JSON Schema beside the records; costs one class.
final class CatalogFiles {

    static final Set<String> NAMES = Set.of(
            "sources.yaml",
            "windows.yaml",
            "isolation.yaml",
            "rancher.yaml",
            "sizes.yaml",
            "ports.yaml",
            "kernel.yaml",
            "disks.yaml",
            "limits.yaml",
            "guidance.yaml");

    private static final Vocabulary NOTHING = new Vocabulary(Set.of(), Set.of());

    private final Map<String, String> instead;
    private final String place;
    /// Read twice: for the vocabulary, and for itself.
    private final Lazy<Opened> windows = new Lazy<>(() -> opened("windows.yaml"));

    private final Lazy<Map<String, Source>> legend = new Lazy<>(this::readLegend);
    private final Lazy<Vocabulary> vocabulary = new Lazy<>(this::readVocabulary);

    /// @param place   of those that are read instead, for messages
    /// @param instead text by file name
    CatalogFiles(String place, Map<String, String> instead) {
        this.place = place;
        this.instead = Map.copyOf(instead);
    }

    <T extends Record> T read(String name, Class<T> type) {
        var file = open(name);
        return new Rows(file.label(), vocabulary.get()).read(file.body(), type);
    }

    Map<String, Source> legend() {
        return legend.get();
    }

    LocalDate date(String name) {
        return open(name).date();
    }

    /// The date of a file's text.
    ///
    /// @throws RowFault when it has none
    static LocalDate date(String label, String text) {
        return parse(label, text).date();
    }

    private record Opened(String label, LocalDate date, MappingNode body) {}

    private Opened open(String name) {
        return name.equals("windows.yaml") ? windows.get() : opened(name);
    }

    private Opened opened(String name) {
        var text = instead.get(name);
        return text == null ? parse("catalog/" + name, shipped(name)) : parse(place + "/" + name, text);
    }

    private static Opened parse(String label, String text) {
        var rows = new Rows(label, NOTHING);
        var tree = compose(label, text);
        var keys = rows.keys(tree, "catalogue file", "");
        var date = Optional.ofNullable(keys.get("date"))
                .map(node -> rows.date(node, "date"))
                .orElseThrow(() -> rows.fault(tree, "date", "is missing"));
        var mapping = (MappingNode) tree;
        var body = new MappingNode(
                mapping.getTag(),
                true,
                mapping.getValue().stream()
                        .filter(entry -> !entry.getValueNode().equals(keys.get("date")))
                        .toList(),
                mapping.getFlowStyle(),
                mapping.getStartMark(),
                mapping.getEndMark());
        return new Opened(label, date, body);
    }

    private static Node compose(String label, String text) {
        try {
            return new Compose(LoadSettings.builder().setLabel(label).build())
                    .composeString(text)
                    .orElseThrow(() -> new RowFault(label, 1, "", "is empty"));
        } catch (MarkedYamlEngineException e) {
            var line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            throw new RowFault(label, line, "", String.valueOf(e.getProblem()));
        }
    }

    static String shipped(String name) {
        var path = "/catalog/" + name;
        try (var stream = CatalogFiles.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("this build lacks " + path);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    private Map<String, Source> readLegend() {
        var file = open("sources.yaml");
        return new Rows(file.label(), NOTHING).read(file.body(), Sources.class).legend();
    }

    /// The builds are read ahead of `windows.yaml` itself, which refers to them.
    private Vocabulary readVocabulary() {
        var file = open("windows.yaml");
        var rows = new Rows(file.label(), NOTHING);
        var builds = new LinkedHashMap<String, Node>(rows.keys(file.body(), "windows.yaml", "")).get("builds");
        return new Vocabulary(builds == null ? Set.of() : rows.numbers(builds, "build"), legend().keySet());
    }

    /// Every file, read whole: what is wrong anywhere is found.
    void check() {
        Stream.of(
                        Map.entry("windows.yaml", Windows.class),
                        Map.entry("isolation.yaml", PublishedIsolation.class),
                        Map.entry("rancher.yaml", RancherFile.class),
                        Map.entry("sizes.yaml", Sizes.class),
                        Map.entry("ports.yaml", Ports.class),
                        Map.entry("kernel.yaml", Kernels.class),
                        Map.entry("disks.yaml", Disks.class),
                        Map.entry("limits.yaml", Thresholds.class),
                        Map.entry("guidance.yaml", Guidance.File.class))
                .forEach(entry -> read(entry.getKey(), entry.getValue()));
    }

    Set<String> replaced() {
        return instead.keySet().stream().collect(Collectors.toUnmodifiableSet());
    }
}
