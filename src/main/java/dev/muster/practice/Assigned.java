package dev.muster.practice;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A script as it comes over the line: a fixed file, whose first comment names it, with assignments in sh's quoting
/// below its first line.
///
/// @param name   `probe.sh`
/// @param values of the assignments; of a secret's file only the secret's name
record Assigned(String name, Map<String, String> values) {

    private static final String FIRST = "#!/bin/sh\n";
    private static final Pattern NAME = Pattern.compile("(?m)^# ([a-z0-9-]+\\.sh): ");
    private static final Pattern VARIABLE = Pattern.compile("([A-Z][A-Z0-9_]*)=");
    private static final String SECRETS = "\"${MUSTER_SECRETS:?}\"/";

    Assigned {
        values = Map.copyOf(values);
    }

    String value(String variable) {
        return values.getOrDefault(variable, "");
    }

    /// @return empty when it isn't whole yet, or isn't of this kind
    static Optional<Assigned> read(String text) {
        if (!text.startsWith(FIRST)) {
            return Optional.empty();
        }
        var values = new HashMap<String, String>();
        var at = FIRST.length();
        var variable = VARIABLE.matcher(text);
        while (variable.find(at) && variable.start() == at) {
            var start = text.startsWith(SECRETS, variable.end()) ? variable.end() + SECRETS.length() : variable.end();
            var value = new StringBuilder();
            var end = unquote(text, start, value);
            if (end < 0) {
                return Optional.empty();
            }
            values.put(variable.group(1), value.toString());
            at = end;
        }
        var name = NAME.matcher(text);
        return name.find(at) ? Optional.of(new Assigned(name.group(1), values)) : Optional.empty();
    }

    /// One word in single quotes, in which `'\''` is a quote, up to the end of its line.
    ///
    /// @return where the next line begins; -1 when the word doesn't end
    private static int unquote(String text, int from, StringBuilder value) {
        if (!text.startsWith("'", from)) {
            return -1;
        }
        var at = from + 1;
        while (true) {
            var quote = text.indexOf('\'', at);
            if (quote < 0) {
                return -1;
            }
            value.append(text, at, quote);
            if (text.startsWith("'\\''", quote)) {
                value.append('\'');
                at = quote + 4;
            } else {
                return text.startsWith("\n", quote + 1) ? quote + 2 : -1;
            }
        }
    }
}
