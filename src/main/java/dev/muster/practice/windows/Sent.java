package dev.muster.practice.windows;

import java.util.Map;
import java.util.Optional;

/// A script as the loader unpacked it.
public final class Sent {

    private final String name;
    private final Map<String, String> values;
    private final String text;
    private final byte[] input;

    Sent(String name, Map<String, String> values, String text, byte[] input) {
        this.name = name;
        this.values = Map.copyOf(values);
        this.text = text;
        this.input = input.clone();
    }

    /// A script within a script: what a job is to run.
    ///
    /// @return empty when no line names it
    public static Optional<Sent> of(String text) {
        return Prologue.read(text, new byte[0]);
    }

    /// `hello.ps1`, by its first comment
    public String name() {
        return name;
    }

    /// Of its prologue's assignments; a list is one item a line.
    public Map<String, String> values() {
        return values;
    }

    public String value(String variable) {
        return values.getOrDefault(variable, "");
    }

    /// All of it, prologue and file.
    public String text() {
        return text;
    }

    /// The bytes that came along for it to read.
    public byte[] input() {
        return input.clone();
    }
}
