package dev.muster.ui.work;

import dev.muster.setup.file.Wanted;
import dev.muster.setup.file.Wanted.Parts;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Where a secret is to be had, as it was chosen; never the secret.
///
/// @param name of the variable, the file, the entry of the key chain; empty with the others
public record SecretForm(From from, String name) {

    public static final SecretForm NONE = new SecretForm(From.NONE, "");
    public static final SecretForm ASKED = new SecretForm(From.ASKED, "");

    /// Where from.
    public enum From {
        /// there is no such secret, or nothing is said of it
        NONE(""),
        /// asked for when it is needed, kept in memory only
        ASKED("prompt"),
        ENV("env"),
        FILE("file"),
        KEYCHAIN("keychain"),
        /// the file says what no window can; it is left as it is
        ELSEWHERE("");

        private final String key;

        From(String key) {
            this.key = key;
        }

        /// Whether there is a name to it.
        public boolean named() {
            return this == ENV || this == FILE || this == KEYCHAIN;
        }
    }

    public SecretForm with(From newFrom) {
        return new SecretForm(newFrom, newFrom.named() ? name : "");
    }

    public SecretForm withName(String newName) {
        return new SecretForm(from, newName);
    }

    /// As a setup file has it.
    static SecretForm read(JsonNode node) {
        if (node.isMissingNode()) {
            return NONE;
        }
        if (!node.isObject() || node.size() != 1) {
            return new SecretForm(From.ELSEWHERE, "");
        }
        var entry = node.properties().iterator().next();
        for (var from : From.values()) {
            if (!from.key.isEmpty() && from.key.equals(entry.getKey())) {
                return new SecretForm(from, from.named() ? entry.getValue().asString("") : "");
            }
        }
        return new SecretForm(From.ELSEWHERE, "");
    }

    /// As a setup file shall have it; empty: as it has it.
    Optional<Wanted> wanted() {
        return switch (from) {
            case NONE -> Optional.of(Wanted.GONE);
            case ASKED -> Optional.of(Wanted.prompt());
            case ENV, FILE, KEYCHAIN -> Optional.of(new Parts(Map.of(from.key, new Wanted.Word(name)), true));
            case ELSEWHERE -> Optional.empty();
        };
    }
}
