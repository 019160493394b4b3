package dev.muster.base;

import java.util.Arrays;

/// A password, passphrase or token. It prints as dots, has no getter that a library would call by itself, and can be
/// wiped. It never enters a file, a journal, a log, an argument list, an exception or an export.
public final class Secret implements AutoCloseable {

    public static final String DOTS = "••••••••";

    private final char[] characters;

    public Secret(char[] characters) {
        this.characters = characters.clone();
    }

    public static Secret of(String value) {
        return new Secret(value.toCharArray());
    }

    /// A copy of the characters; whoever asks wipes it.
    public char[] reveal() {
        return characters.clone();
    }

    /// For libraries that take nothing but a string.
    public String revealString() {
        return new String(characters);
    }

    public int length() {
        return characters.length;
    }

    @Override
    public void close() {
        Arrays.fill(characters, '\0');
    }

    @Override
    public String toString() {
        return DOTS;
    }
}
