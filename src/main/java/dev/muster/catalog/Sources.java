package dev.muster.catalog;

import java.util.Map;

/// `sources.yaml`.
record Sources(Map<String, Source> legend) {

    Sources {
        legend = Map.copyOf(legend);
    }
}
