package dev.muster.script;

import dev.muster.script.Parameter.SecretFile;
import dev.muster.script.Parameter.Word;
import dev.muster.script.Parameter.Words;

/// Quoting for POSIX sh: single quotes around everything; a single quote becomes `'\''`.
final class Posix {

    private Posix() {}

    static String assignment(Parameter parameter) {
        return switch (parameter) {
            case Word(var name, var value) -> name + "=" + quote(value) + "\n";
            case Words words -> words.name() + "=" + quote(words.lines()) + "\n";
            case SecretFile(var name, var secret) -> name + "=\"${MUSTER_SECRETS:?}\"/" + quote(secret) + "\n";
        };
    }

    static String quote(String value) {
        return "'" + Utf8.carried(value).replace("'", "'\\''") + "'";
    }
}
