package dev.muster.remote.windows;

import java.util.regex.Pattern;

/// What PowerShell writes to standard error when it was started with an encoded command: records as XML, errors and
/// progress mixed, and what native programs said between them.
public final class Clixml {

    private static final String OPEN = "<Objs ";
    private static final String CLOSE = "</Objs>";
    private static final Pattern HEADER = Pattern.compile("#< CLIXML\\r?\\n?");
    private static final Pattern SPOKEN = Pattern.compile("<S S=\"(?:[Ee]rror|[Ww]arning)\">([^<]*)</S>");
    private static final Pattern UNIT = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final Pattern ENTITY = Pattern.compile("&(lt|gt|amp|quot|apos|#x[0-9A-Fa-f]{1,6}|#[0-9]{1,7});");

    private Clixml() {}

    /// The words of errors and warnings, and whatever isn't XML; progress is gone.
    public static String text(String said) {
        var text = new StringBuilder();
        var at = 0;
        var open = said.indexOf(OPEN);
        var close = said.indexOf(CLOSE, Math.max(0, open));
        // looked for by hand: a pattern for both would go through a hostile text once for each opening
        while (open >= 0 && close >= 0) {
            text.append(plain(said.substring(at, open)));
            var spoken = SPOKEN.matcher(said).region(open, close);
            while (spoken.find()) {
                text.append(units(entities(spoken.group(1))));
            }
            at = close + CLOSE.length();
            open = said.indexOf(OPEN, at);
            close = open < 0 ? -1 : said.indexOf(CLOSE, open);
        }
        return text.append(plain(said.substring(at))).toString();
    }

    private static String plain(String between) {
        var rest = HEADER.matcher(between).replaceAll("");
        return rest.isBlank() ? "" : rest;
    }

    /// `_x000D_` is one unit of UTF-16; two of them may make one character, `_x005F_` is the underscore itself.
    private static String units(String text) {
        var matcher = UNIT.matcher(text);
        var plain = new StringBuilder();
        var at = 0;
        while (matcher.find()) {
            plain.append(text, at, matcher.start()).append((char) Integer.parseInt(matcher.group(1), 16));
            at = matcher.end();
        }
        return plain.append(text, at, text.length()).toString();
    }

    private static String entities(String text) {
        var matcher = ENTITY.matcher(text);
        var plain = new StringBuilder();
        var at = 0;
        while (matcher.find()) {
            plain.append(text, at, matcher.start()).append(entity(matcher.group(1)));
            at = matcher.end();
        }
        return plain.append(text, at, text.length()).toString();
    }

    private static String entity(String name) {
        return switch (name) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "amp" -> "&";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> {
                var code = name.startsWith("#x")
                        ? Integer.parseInt(name.substring(2), 16)
                        : Integer.parseInt(name.substring(1));
                yield Character.isValidCodePoint(code) ? Character.toString(code) : "\uFFFD";
            }
        };
    }
}
