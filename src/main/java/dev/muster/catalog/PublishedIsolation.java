package dev.muster.catalog;

import java.util.List;
import java.util.Map;

/// Which Windows image runs on which Windows host, as published (`isolation.yaml`); `assess.IsolationMatrix` answers
/// from it.
///
/// @param evidence what a letter stands for
/// @param images   builds, in the order of each row's cells
public record PublishedIsolation(
        Map<String, String> evidence, List<Integer> images, List<Row> hosts, List<Condition> conditions) {

    public PublishedIsolation {
        evidence = Map.copyOf(evidence);
        images = List.copyOf(images);
        hosts = List.copyOf(hosts);
        conditions = List.copyOf(conditions);
    }

    /// @param cells `PH d`: how, and the letters of the evidence
    public record Row(WindowsBuild.Kind kind, int build, List<String> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    /// What holds of one cell besides.
    public record Condition(WindowsBuild.Kind kind, int host, int image, CatalogWords condition) {}
}
