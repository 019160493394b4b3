package dev.muster.setup.file;

import java.util.List;
import java.util.Optional;

/// A YAML value with its place in the text.
sealed interface Tree {

    Spot at();

    /// How many values this one holds, itself included: what an alias to it costs.
    int size();

    /// @param line from 1
    /// @param column from 1, in characters
    record Spot(int line, int column) {}

    /// @param at where the key stands
    record Entry(Spot at, String key, Tree value) {}

    record Mapping(Spot at, List<Entry> entries, int size) implements Tree {

        public Mapping {
            entries = List.copyOf(entries);
        }

        Optional<Tree> get(String key) {
            return entry(key).map(Entry::value);
        }

        Optional<Entry> entry(String key) {
            return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
        }
    }

    record Sequence(Spot at, List<Tree> items, int size) implements Tree {

        public Sequence {
            items = List.copyOf(items);
        }
    }

    /// @param written without quotes
    record Scalar(Spot at, Kind kind, String written) implements Tree {

        @Override
        public int size() {
            return 1;
        }
    }

    enum Kind {
        TEXT,
        WHOLE,
        NUMBER,
        TRUTH,
        NOTHING
    }
}
