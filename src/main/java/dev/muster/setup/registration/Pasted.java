package dev.muster.setup.registration;

import java.util.regex.Pattern;

/// Undoes what mail programs, terminals and word processors do to a command on its way.
final class Pasted {

    private static final Pattern BLANK = Pattern.compile("[\\p{Zs}\\t\\u000B\\f]");
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cf}\\uFFFE\\uFFFF\\x00-\\x08\\x0E-\\x1F\\x7F]");
    private static final Pattern LINE_END = Pattern.compile("\\r\\n?|[\\u0085\\u2028\\u2029]");
    /// A shell's, PowerShell's and CMD's way to go on in the next line.
    private static final Pattern GOES_ON = Pattern.compile("[\\\\`^] *\\n\\s*(?:> )?");
    private static final Pattern PROMPT = Pattern.compile(
            "\\A\\s*(?:\\S{0,80} ?){0,4}[$#%>] *(?=(?:sudo|docker|/usr/bin/docker|powershell|kubectl|curl)\\b)",
            Pattern.CASE_INSENSITIVE);
    /// A long dash that was two: `—server`.
    private static final Pattern DASH = Pattern.compile("(?<![^\\s])[\u2013\u2014\u2015](?=[A-Za-z])");
    private static final Pattern FENCE = Pattern.compile("\\A\\s*`{1,3}(?:sh|bash|shell)?\\s|\\s*`{1,3}\\s*\\z");

    private Pasted() {}

    /// The command on one line, in plain quotes and blanks.
    static String mended(String pasted) {
        var text = LINE_END.matcher(pasted).replaceAll("\n");
        text = BLANK.matcher(text).replaceAll(" ");
        text = HIDDEN.matcher(text).replaceAll("");
        text = text.replaceAll("[\u201C\u201D\u201E\u201F\u00AB\u00BB\uFF02]", "\"")
                .replaceAll("[\u2018\u2019\u201A\u201B\uFF07]", "'")
                .replaceAll("[\u2010\u2011\u2012\u2212\uFE63\uFF0D]", "-");
        text = DASH.matcher(text).replaceAll("--");
        text = GOES_ON.matcher(text).replaceAll(" ");
        text = FENCE.matcher(text).replaceAll("");
        text = PROMPT.matcher(text).replaceFirst("");
        return text.replace('\n', ' ').strip();
    }
}
