package dev.muster.setup.file;

import dev.muster.setup.file.Tree.Kind;
import java.util.regex.Pattern;

/// What a plain scalar is, by the core schema of YAML 1.2: `yes` and `1:30` are texts.
final class Scalars {

    private static final Pattern NOTHING = Pattern.compile("null|Null|NULL|~|");
    private static final Pattern TRUTH = Pattern.compile("true|True|TRUE|false|False|FALSE");
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?");

    private Scalars() {}

    static Kind kind(String plain) {
        if (NOTHING.matcher(plain).matches()) {
            return Kind.NOTHING;
        }
        if (TRUTH.matcher(plain).matches()) {
            return Kind.TRUTH;
        }
        if (WHOLE.matcher(plain).matches()) {
            return Kind.WHOLE;
        }
        return NUMBER.matcher(plain).matches() ? Kind.NUMBER : Kind.TEXT;
    }
}
