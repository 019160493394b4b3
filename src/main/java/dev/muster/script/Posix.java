package dev.muster.script;

import dev.muster.script.Parameter.SecretFile;
import dev.muster.script.Parameter.Word;
import dev.muster.script.Parameter.Words;
import java.util.List;

/// Quoting for POSIX sh: single quotes around everything; a single quote becomes `'\''`.
final class Posix {

    private Posix() {}

    static String assignment(Parameter parameter) {
        return switch (parameter) {
            case Word(var name, var value) -> name + "=" + quote(value) + "\n";
            case Words(var name, var values) -> name + "=" + quote(lines(name, values)) + "\n";
            case SecretFile(var name, var secret) -> name + "=\"${MUSTER_SECRETS:?}\"/" + quote(secret) + "\n";
        };
    }

    static String quote(String value) {
        if (value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a word of sh can't hold NUL");
        }
        return "'" + value.replace("'", "'\\''") + "'";
    }

    private static String lines(String name, List<String> values) {
        for (var value : values) {
            if (value.indexOf('\n') >= 0) {
                throw new IllegalArgumentException("a line break in an item of " + name);
            }
        }
        return String.join("\n", values);
    }
}
