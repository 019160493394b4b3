package dev.muster.practice.windows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Optional;
import java.util.regex.Pattern;

/// A script as Muster sends it: a fixed file, whose first comment names it, with assignments in PowerShell's quoting
/// below that comment.
final class Prologue {

    private static final Pattern NAME = Pattern.compile("(?m)^# ([a-z0-9-]+\\.ps1): ");
    private static final String QUOTES = "'\u2018\u2019\u201A\u201B";
    private static final Pattern VARIABLE = Pattern.compile("\\$([A-Za-z][A-Za-z0-9_]*) *= *");

    private Prologue() {}

    /// @return empty when no line names a script
    static Optional<Sent> read(String text, byte[] input) {
        var values = new HashMap<String, String>();
        var at = behindComment(text);
        var variable = VARIABLE.matcher(text);
        while (variable.find(at) && variable.start() == at) {
            var value = new Value(text, variable.end());
            values.put(variable.group(1), value.text());
            at = value.end;
            while (at < text.length() && (text.charAt(at) == '\r' || text.charAt(at) == '\n')) {
                at++;
            }
        }
        var name = NAME.matcher(text);
        return name.find() ? Optional.of(new Sent(name.group(1), values, text, input)) : Optional.empty();
    }

    private static int behindComment(String text) {
        var end = 0;
        while (text.startsWith("#", end)) {
            var next = text.indexOf('\n', end);
            end = next < 0 ? text.length() : next + 1;
        }
        return end;
    }

    /// One value: a quoted word, or `@(…)` with words between commas. In a word two quotes are one; to
    /// PowerShell four curly ones are quotes, too.
    private static final class Value {
        private final String text;
        private final ArrayList<String> words = new ArrayList<>();
        private int end;

        Value(String text, int from) {
            this.text = text;
            this.end = from;
            var list = text.startsWith("@(", end);
            end += list ? 2 : 0;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != ')') {
                if (text.charAt(end) == '\'') {
                    words.add(word());
                } else {
                    end++;
                }
            }
            end += list ? 1 : 0;
            while (end < text.length() && text.charAt(end) != '\n') {
                end++;
            }
        }

        private String word() {
            var word = new StringBuilder();
            for (end++; end < text.length(); end++) {
                var next = text.charAt(end);
                if (QUOTES.indexOf(next) >= 0) {
                    end++;
                    if (end == text.length() || QUOTES.indexOf(text.charAt(end)) < 0) {
                        return word.toString();
                    }
                }
                word.append(next);
            }
            return word.toString();
        }

        String text() {
            return String.join("\n", words);
        }
    }
}
