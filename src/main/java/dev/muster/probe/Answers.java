package dev.muster.probe;

import dev.muster.base.Reading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What `probe.sh` or `probe.ps1` printed, by key; the header of the script says what its lines look like.
///
/// A line that can't be one of the script's ends the reading: what stood before it is believed, the rest is unknown.
final class Answers {

    /// As much as the script takes of one answer (`LONGEST` there). An answer of that size was cut.
    private static final int LONGEST = 262_144;

    private final String clock;
    private final String ended;
    private final Map<String, Answer> byKey;

    Answers(String clock, Map<String, Answer> byKey, String ended) {
        this.clock = clock;
        this.byKey = Map.copyOf(byKey);
        this.ended = ended;
    }

    static Answers read(String printed) {
        return new AnswersReader(printed).read();
    }

    /// Seconds since 1970 by the host's clock, as its `date` wrote it.
    String clock() {
        return clock;
    }

    /// The keys that begin so, without that beginning, in their order.
    Set<String> startingWith(String prefix) {
        var found = new TreeSet<String>();
        for (var key : byKey.keySet()) {
            if (key.startsWith(prefix)) {
                found.add(key.substring(prefix.length()));
            }
        }
        return found;
    }

    boolean has(String key) {
        return byKey.containsKey(key);
    }

    /// The answer as it came, whatever its exit status.
    Answer answer(String key) {
        var found = byKey.get(key);
        return found == null ? new Answer.NotHad(ended) : found;
    }

    /// Text of an answer that came whole, from a command that ended with 0.
    Reading<String> text(String key) {
        return text(key, Set.of(0));
    }

    Reading<String> text(String key, Set<Integer> statuses) {
        return switch (answer(key)) {
            case Answer.NotHad(var why) -> Reading.unknown(why);
            case Answer.Said(var status, var _)
            when !statuses.contains(status) -> Reading.unknown(key + ": exit status " + status);
            case Answer.Said(var _, var raw)
            when raw.length() >= LONGEST -> Reading.unknown(key + ": more than " + LONGEST / 1024 + " KiB");
            case Answer.Said said -> Reading.of(said.text());
        };
    }

    Reading<List<String>> lines(String key) {
        return text(key).map(Answers::split);
    }

    static List<String> split(String text) {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }

    static List<String> words(String text) {
        var trimmed = text.strip();
        return trimmed.isEmpty() ? List.of() : List.of(trimmed.split("\\s+"));
    }

    /// One answer of the host.
    sealed interface Answer {

        /// @param status the exit status of the command; 0 for a file or a value
        /// @param raw    one character (0 to 255) a byte
        record Said(int status, String raw) implements Answer {

            String text() {
                return new String(bytes(), StandardCharsets.UTF_8);
            }

            byte[] bytes() {
                return raw.getBytes(StandardCharsets.ISO_8859_1);
            }
        }

        record NotHad(String why) implements Answer {}
    }
}
