package dev.muster.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which Windows image runs on which Windows host, as published (`isolation.yaml`); `assess.IsolationMatrix` answers
/// from it.
///
/// @param evidence what a letter stands for
/// @param images   builds, in the order of each row's cells
public record PublishedIsolation(
        Map<String, String> evidence, @KnownBuild List<Integer> images, List<Row> hosts, List<Condition> conditions) {

    public PublishedIsolation {
        evidence = Map.copyOf(evidence);
        images = List.copyOf(images);
        hosts = List.copyOf(hosts);
        conditions = List.copyOf(conditions);
        for (var row : hosts) {
            if (row.cells().size() != images.size()) {
                throw new IllegalArgumentException(
                        row.build() + " has " + row.cells().size() + " cells for " + images.size() + " images");
            }
            for (var cell : row.cells()) {
                for (var letter : cell.substring(cell.indexOf(' ') + 1).split("", -1)) {
                    if (!letter.isEmpty() && !evidence.containsKey(letter)) {
                        throw new IllegalArgumentException(
                                "no evidence " + letter + ", which " + row.build() + " names");
                    }
                }
            }
        }
    }

    /// How an image runs on a host, as published; empty where the tables don't have the pair.
    public Optional<Cell> cell(WindowsBuild.Kind kind, int host, int image) {
        var column = images.indexOf(image);
        return hosts.stream()
                .filter(row -> row.kind() == kind && row.build() == host && column >= 0)
                .map(row -> row.cells().get(column).split(" ", 2))
                .map(cell -> new Cell(cell[0], source(cell[1])))
                .findFirst();
    }

    /// The documents behind letters of the evidence.
    public String source(String letters) {
        return letters.chars()
                .mapToObj(letter -> evidence.getOrDefault(Character.toString(letter), ""))
                .collect(Collectors.joining("; "));
    }

    /// @param how PH process and Hyper-V, P process, H Hyper-V, N neither, U Hyper-V and process unknown
    public record Cell(String how, String source) {}

    /// @param cells `PH d`: how, and the letters of the evidence
    public record Row(WindowsBuild.Kind kind, @KnownBuild int build, List<String> cells) {

        private static final Pattern SHAPE = Pattern.compile("(PH|P|H|N|U) [a-z]+");

        public Row {
            cells = List.copyOf(cells);
            for (var cell : cells) {
                if (!SHAPE.matcher(cell).matches()) {
                    throw new IllegalArgumentException("a cell is PH, P, H, N or U and letters, not " + cell);
                }
            }
        }
    }

    /// What holds of one cell besides.
    public record Condition(
            WindowsBuild.Kind kind,
            @KnownBuild int host,
            @KnownBuild int image,
            CatalogWords condition) {}
}
