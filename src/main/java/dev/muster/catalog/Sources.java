package dev.muster.catalog;

import java.time.LocalDate;
import java.util.Map;

/// `sources.yaml`.
record Sources(LocalDate date, Map<String, String> legend) {

    Sources {
        legend = Map.copyOf(legend);
    }
}
