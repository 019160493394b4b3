package dev.muster.script;

import java.util.List;

/// What varies in a script.
public sealed interface Parameter {

    /// The name of the variable in the script: upper-case letters, digits and underscores.
    String name();

    /// One value, any text without NUL.
    record Word(String name, String value) implements Parameter {}

    /// Several values, handed over one a line; none of them has a line break in it.
    record Words(String name, List<String> values) implements Parameter {

        public Words {
            values = List.copyOf(values);
        }

        /// As one word, an item a line.
        String lines() {
            for (var value : values) {
                if (value.indexOf('\n') >= 0) {
                    throw new IllegalArgumentException("a line break in an item of " + name);
                }
            }
            return String.join("\n", values);
        }
    }

    /// The path of a file with a secret in it, in the job's private folder, removed as soon as it was read.
    ///
    /// @param secret the secret's name: `registration.token`
    record SecretFile(String name, String secret) implements Parameter {}
}
