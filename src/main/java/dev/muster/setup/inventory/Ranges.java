package dev.muster.setup.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Ranges as cluster tools write them: `node[01-20]`, `rack[1-2]n[1,3,5-7]`, and a shell's `node{1..3}`.
final class Ranges {

    private static final Pattern GROUP = Pattern.compile("\\[([^\\[\\]:]*)]|\\{([0-9]+)\\.\\.([0-9]+)}");
    private static final Pattern PART = Pattern.compile("([0-9]{1,9})(?:-([0-9]{1,9}))?");

    private Ranges() {}

    static boolean in(String word) {
        return GROUP.matcher(word).find();
    }

    /// All that the word stands for; empty when a range can't be read or makes more than the limit.
    static Optional<List<String>> expanded(String word, int limit) {
        List<String> done = List.of("");
        var group = GROUP.matcher(word);
        var from = 0;
        while (group.find()) {
            var parts = group.group(1) == null ? group.group(2) + "-" + group.group(3) : group.group(1);
            var numbers = numbers(parts, limit);
            if (numbers.isEmpty() || (long) done.size() * numbers.get().size() > limit) {
                return Optional.empty();
            }
            var before = word.substring(from, group.start());
            var next = new ArrayList<String>();
            for (var start : done) {
                numbers.get().forEach(number -> next.add(start + before + number));
            }
            done = next;
            from = group.end();
        }
        var rest = word.substring(from);
        return Optional.of(done.stream().map(start -> start + rest).toList());
    }

    private static Optional<List<String>> numbers(String written, int limit) {
        var numbers = new ArrayList<String>();
        for (var part : written.split(",", -1)) {
            var match = PART.matcher(part.strip());
            if (!match.matches()) {
                return Optional.empty();
            }
            var first = match.group(1);
            var last = match.group(2) == null ? first : match.group(2);
            var width = first.startsWith("0") ? first.length() : 1;
            long end = Long.parseLong(last);
            if (end < Long.parseLong(first) || end - Long.parseLong(first) >= limit) {
                return Optional.empty();
            }
            for (var number = Long.parseLong(first); number <= end; number++) {
                var digits = String.valueOf(number);
                numbers.add("0".repeat(Math.max(0, width - digits.length())) + digits);
            }
        }
        return numbers.size() > limit ? Optional.empty() : Optional.of(numbers);
    }
}
