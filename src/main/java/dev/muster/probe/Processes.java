package dev.muster.probe;

import dev.muster.base.Reading;
import java.util.LinkedHashMap;
import java.util.Map;

/// The names of what runs, as the kernel has them: 15 characters at most.
///
/// @param byId   empty when the host didn't say
/// @param asked  whether it did
record Processes(Map<String, String> byId, Reading<Integer> asked) {

    Processes {
        byId = Map.copyOf(byId);
    }

    static Processes of(Answers answers) {
        var byId = new LinkedHashMap<String, String>();
        var asked = answers.lines("processes").map(lines -> {
            for (var line : lines) {
                var blank = line.indexOf(' ');
                if (blank > 0 && line.substring(0, blank).matches("\\d{1,9}")) {
                    byId.put(line.substring(0, blank), Clean.text(line.substring(blank + 1)));
                }
            }
            return lines.size();
        });
        return new Processes(byId, asked);
    }
}
