package dev.muster.script;

import dev.muster.script.Parameter.SecretFile;
import dev.muster.script.Parameter.Word;
import dev.muster.script.Parameter.Words;
import java.util.Set;

/// Quoting for Windows PowerShell: single quotes around everything; inside, a quote is written twice.
///
/// To PowerShell five characters are single quotes, four of them curly, and each ends a string that another began
/// (PowerShell's `CharTraits.IsSingleQuote`, github.com/PowerShell/PowerShell, engine/parser, read 2026-11). Nothing
/// else has a meaning between them: neither `$` nor a backtick nor a line break.
final class PowerShell {

    private static final String QUOTES = "'\u2018\u2019\u201A\u201B";

    /// Names that PowerShell gives values to, or keeps from being given any (about_Automatic_Variables, 5.1).
    private static final Set<String> TAKEN = Set.of(
            "ARGS", "ERROR", "EVENT", "FALSE", "FOREACH", "HOME", "HOST", "INPUT", "MATCHES", "NULL", "OFS", "PID",
            "PROFILE", "PWD", "SENDER", "SWITCH", "THIS", "TRUE");

    /// The byte order mark, first in a file.
    static final char MARK = '\uFEFF';

    /// What the loader gives to a script, for one that runs without it. Whoever calls the file from a script of
    /// theirs finds the status in `$LASTEXITCODE`.
    static final String ALONE = """
        if (-not (Get-Command -Name Exit-Muster -ErrorAction SilentlyContinue)) {
            function Exit-Muster([int]$Status = 0) { exit $Status }
        }
        """;

    private PowerShell() {}

    static String assignment(Parameter parameter) {
        var name = parameter.name();
        if (TAKEN.contains(name)) {
            throw new IllegalStateException("PowerShell has a variable of that name already: " + name);
        }
        return "$" + name + " = "
                + switch (parameter) {
                    case Word(var _, var value) -> quote(value);
                    case Words words -> quote(words.lines());
                    case SecretFile(var _, var secret) -> "\"$env:MUSTER_SECRETS\\\" + " + quote(secret);
                }
                + "\n";
    }

    static String quote(String value) {
        var quoted = new StringBuilder(value.length() + 2).append('\'');
        for (var at = 0; at < value.length(); at++) {
            var character = value.charAt(at);
            if (QUOTES.indexOf(character) >= 0) {
                quoted.append(character);
            }
            quoted.append(character);
        }
        return Utf8.carried(quoted.append('\'').toString());
    }
}
