package dev.muster.run;

import java.util.regex.Pattern;

/// Makes what a program printed safe to show: no line may move the cursor, change the title or hide what follows.
final class Lines {

    /// CSI, OSC (to BEL or ST), and other escapes; ECMA-48
    private static final Pattern ESCAPES =
            Pattern.compile("\\x1b\\[[0-?]*[ -/]*[@-~]|\\x1b\\][^\\x07\\x1b]*(?:\\x07|\\x1b\\\\)?|\\x1b[ -/]*[0-~]?");

    private Lines() {}

    /// What a terminal would show in the end: after the last carriage return, without escapes; other control
    /// characters, and those that turn the direction of writing, as `�`.
    static String clean(String line) {
        if (line.chars().allMatch(Lines::isPlain)) {
            return line;
        }
        var shown = ESCAPES.matcher(line).replaceAll("");
        var end = shown.length();
        while (end > 0 && shown.charAt(end - 1) == '\r') {
            end--;
        }
        shown = shown.substring(shown.lastIndexOf('\r', end - 1) + 1, end);
        var out = new StringBuilder(shown.length());
        shown.chars().forEach(character -> out.append(isPlain(character) ? (char) character : '\ufffd'));
        return out.toString();
    }

    private static boolean isPlain(int character) {
        var isControl = character < ' ' || (character >= 0x7f && character < 0xa0);
        var turnsDirection = (character >= 0x200e && character <= 0x200f)
                || (character >= 0x2028 && character <= 0x202e)
                || (character >= 0x2066 && character <= 0x2069);
        return character == '\t' || !(isControl || turnsDirection);
    }
}
