package dev.muster.catalog;

import dev.muster.base.Text;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Known messages of the agent and of Docker, and what would do. Looks at one line of a log; safe for many threads.
public final class Guidance {

    private static final int LONGEST_LINE = 4096;

    private final List<Known> known;

    Guidance(File file) {
        known = file.messages().stream().map(Known::of).toList();
    }

    /// What is known of a line; the first entry that fits counts, so narrow ones stand before wide ones.
    public Optional<Advice> about(String line) {
        var looked = line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line;
        return known.stream()
                .filter(entry -> entry.pattern().matcher(looked).find())
                .findFirst()
                .map(Known::advice);
    }

    public List<Advice> all() {
        return known.stream().map(Known::advice).toList();
    }

    private record Known(Pattern pattern, Advice advice) {

        static Known of(Message message) {
            return new Known(
                    Pattern.compile(message.pattern()),
                    new Advice(message.id(), Text.of(message.what()), Text.of(message.fix()), message.source()));
        }
    }

    /// `guidance.yaml`.
    record File(List<Message> messages) {}

    /// @param pattern regular expression, found anywhere in a line
    /// @param example a line that it fits, for the tests and for whoever reads the file
    record Message(String id, String pattern, String example, CatalogWords what, CatalogWords fix, String source) {}
}
