package dev.muster.probe;

import dev.muster.probe.Answers.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads the lines of `probe.sh` and `probe.ps1`, strictly.
final class AnswersReader {

    private static final Pattern FIRST = Pattern.compile("muster-probe 1 ([0-9.%N]{0,40})");
    private static final String KEY = "([a-zA-Z0-9._:/-]{1,200})";
    private static final Pattern VALUE = Pattern.compile("@" + KEY + " ([A-Za-z0-9._:/+,@=%-]{0,4096})");
    private static final Pattern NOT_HAD =
            Pattern.compile("!" + KEY + " (missing|denied|command|skipped|failed)(?: ([ -~]{1,300}))?");
    private static final Pattern BEGIN = Pattern.compile("<" + KEY + " (base64|hex)");
    private static final Pattern END = Pattern.compile(">([0-9]{0,3})");
    /// How the reason ends why there is no answer, for those who make an answer of that.
    static final String TOO_LATE = ": no answer in time";

    static final String NOT_THERE = ": not there";

    private static final int KILLED = 137;
    private static final int TERMINATED = 143;

    private final List<String> lines;
    private final Map<String, Answer> found = new HashMap<>();
    private int next;

    AnswersReader(String printed) {
        this.lines = printed.lines().toList();
    }

    Answers read() {
        var first = lines.isEmpty() ? null : FIRST.matcher(lines.getFirst());
        if (first == null || !first.matches()) {
            return new Answers("", Map.of(), "the host's answer isn't that of its probe script");
        }
        next = 1;
        while (next < lines.size() && !lines.get(next).equals(".")) {
            if (!entry(lines.get(next))) {
                return new Answers(first.group(1), found, "line " + (next + 1) + " of the host's answer can't be read");
            }
            next++;
        }
        var ended = next < lines.size() ? "the host wasn't asked for it" : "the host's answer was cut off";
        return new Answers(first.group(1), found, ended);
    }

    private boolean entry(String line) {
        var value = VALUE.matcher(line);
        if (value.matches()) {
            return put(value.group(1), new Answer.Said(0, value.group(2)));
        }
        var notHad = NOT_HAD.matcher(line);
        if (notHad.matches()) {
            var about = notHad.group(3);
            return put(notHad.group(1), new Answer.NotHad(why(notHad.group(2), about == null ? "" : about)));
        }
        var begin = BEGIN.matcher(line);
        return begin.matches() && block(begin.group(1), begin.group(2).equals("hex"));
    }

    private boolean block(String key, boolean hex) {
        var encoded = new StringBuilder();
        for (next++; next < lines.size(); next++) {
            var end = END.matcher(lines.get(next));
            if (end.matches()) {
                return put(key, said(key, end.group(1), encoded.toString(), hex));
            }
            encoded.append(hex ? lines.get(next).replace(" ", "") : lines.get(next));
        }
        return put(key, new Answer.NotHad("the host's answer was cut off"));
    }

    private static Answer said(String key, String status, String encoded, boolean hex) {
        var code = status.isEmpty() ? KILLED : Integer.parseInt(status);
        if (code == KILLED || code == TERMINATED) {
            return new Answer.NotHad(key + TOO_LATE);
        }
        try {
            var bytes =
                    hex ? HexFormat.of().parseHex(encoded) : Base64.getDecoder().decode(encoded);
            return new Answer.Said(code, new String(bytes, StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException _) {
            return new Answer.NotHad(key + ": the host's answer can't be decoded");
        }
    }

    /// The first answer counts: the script says nothing twice.
    private boolean put(String key, Answer answer) {
        return found.putIfAbsent(key, answer) == null;
    }

    private static String why(String word, String about) {
        return switch (word) {
            case "missing" -> about + NOT_THERE;
            case "denied" -> about + ": permission denied";
            case "command" -> about + ": command not found";
            case "failed" -> about;
            default -> "not asked, because what was asked before didn't answer in time";
        };
    }
}
