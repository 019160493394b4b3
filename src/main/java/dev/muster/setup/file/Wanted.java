package dev.muster.setup.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a part of a setup file shall say once it is saved. Keys that aren't named are left as they are.
public sealed interface Wanted {

    /// A text; it is put in quotes where YAML would take it for something else.
    record Word(String text) implements Wanted {}

    /// A number as somebody typed it; what isn't one is written as a text, so that the reader can name it.
    record Figure(String text) implements Wanted {}

    /// A text that is the default: where the key isn't there, it isn't added.
    record Usual(String text) implements Wanted {}

    record Truth(boolean value) implements Wanted {}

    /// A truth that is the default: where the key isn't there, it isn't added.
    record UsualTruth(boolean value) implements Wanted {}

    /// Words in brackets: `[etcd, worker]`. Their order doesn't count as a difference.
    record Words(List<String> words) implements Wanted {

        public Words {
            words = List.copyOf(words);
        }
    }

    /// Keys with values.
    ///
    /// @param whole true: keys that aren't named here go (`labels`, `logins`); false: they stay
    record Parts(Map<String, Wanted> parts, boolean whole) implements Wanted {

        public Parts {
            parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
        }
    }

    /// All rows of a list of mappings. A row is known by what stands at its key; one that changed its name is
    /// known by its place. Rows that aren't named go.
    ///
    /// @param key `name` of hosts, `check` of acceptances
    record Rows(String key, List<Parts> rows) implements Wanted {

        public Rows {
            rows = List.copyOf(rows);
        }
    }

    /// The key goes.
    record Gone() implements Wanted {}

    Gone GONE = new Gone();

    /// `{prompt: true}`: a secret that is asked for.
    static Wanted prompt() {
        return new Parts(Map.of("prompt", new Truth(true)), true);
    }

    /// A word, or nothing when it is empty.
    static Wanted word(String text) {
        return text.isEmpty() ? GONE : new Word(text);
    }

    static Wanted figure(String text) {
        return text.isEmpty() ? GONE : new Figure(text);
    }
}
