package dev.muster.setup.file;

import static dev.muster.setup.SetupWords.*;

import dev.muster.base.Key;
import dev.muster.setup.file.Tree.Kind;

/// What people call the kinds of values.
final class Kinds {

    private Kinds() {}

    static Key word(Kind kind) {
        return switch (kind) {
            case TEXT -> KIND_TEXT;
            case WHOLE -> KIND_WHOLE;
            case NUMBER -> KIND_NUMBER;
            case TRUTH -> KIND_TRUTH;
            case NOTHING -> KIND_NOTHING;
        };
    }

    /// By the schema's word for it.
    static Key word(String type) {
        return switch (type) {
            case "object" -> KIND_MAPPING;
            case "array" -> KIND_LIST;
            case "integer" -> KIND_WHOLE;
            case "boolean" -> KIND_TRUTH;
            case "string" -> KIND_TEXT;
            default -> throw new IllegalStateException("a type that the schema doesn't use: " + type);
        };
    }
}
