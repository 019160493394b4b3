package dev.muster.setup.registration;

import java.util.ArrayList;
import java.util.List;

/// A command split into words as a shell would, with nothing expanded.
///
/// @param words   without their quotes
/// @param closed  false: a quote was opened and never closed
/// @param several true: something outside quotes ends this command and starts another (`;`, `&&`, `|`, `>`)
record ShellWords(List<String> words, boolean closed, boolean several) {

    ShellWords {
        words = List.copyOf(words);
    }

    static ShellWords of(String command) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        var inWord = false;
        var several = false;
        var quote = '\0';
        for (var i = 0; i < command.length(); i++) {
            var c = command.charAt(i);
            if (quote != '\0') {
                if (c == quote) {
                    quote = '\0';
                } else if (c == '\\' && quote == '"' && i + 1 < command.length() && escapable(command.charAt(i + 1))) {
                    word.append(command.charAt(++i));
                } else {
                    word.append(c);
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
                inWord = true;
            } else if (c == '\\' && i + 1 < command.length() && command.charAt(i + 1) != ' ') {
                word.append(command.charAt(++i));
                inWord = true;
            } else if (c == ' ' || c == '\\') {
                if (inWord) {
                    words.add(word.toString());
                    word.setLength(0);
                    inWord = false;
                }
            } else if (";&|<>(){}".indexOf(c) >= 0) {
                several = true;
            } else {
                word.append(c);
                inWord = true;
            }
        }
        if (inWord) {
            words.add(word.toString());
        }
        return new ShellWords(words, quote == '\0', several);
    }

    private static boolean escapable(char c) {
        return c == '"' || c == '\\' || c == '$' || c == '`';
    }
}
