package dev.muster.setup.file;

import static dev.muster.setup.SetupWords.*;

import dev.muster.setup.shape.Trouble;
import java.util.Locale;
import java.util.regex.Pattern;

/// A secret that stands in the file itself: refused, with the way to refer to it instead. The secret isn't repeated.
final class SecretInClear {

    private static final Pattern NOT_A_LETTER = Pattern.compile("[^A-Za-z0-9]+");

    private SecretInClear() {}

    /// A private key or a registration command, wherever it was put.
    static boolean looksLikeOne(String value) {
        return value.contains("PRIVATE KEY-----")
                || value.contains("--token ")
                || value.contains("--token=")
                || value.contains(" -token ");
    }

    static Trouble trouble(String field, String value) {
        if (value.contains("PRIVATE KEY-----")) {
            return Trouble.of(KEY_IN_CLEAR, field);
        }
        return field.startsWith("rancher.registration")
                ? Trouble.of(REGISTRATION_IN_CLEAR, field)
                : Trouble.of(SECRET_IN_CLEAR, field, variable(field));
    }

    /// A name to suggest for the variable: `logins.ops.password` makes `OPS_PASSWORD`.
    private static String variable(String field) {
        var last = field.substring(field.indexOf('.') + 1);
        return NOT_A_LETTER.matcher(last).replaceAll("_").toUpperCase(Locale.ROOT);
    }
}
