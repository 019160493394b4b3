package dev.muster.remote.windows;

import dev.muster.base.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/// A script and its input, packed for the loader (see the door sign).
///
/// @param variables names and values, in the order in which they are sent; no value is empty or longer than 30,000
///     characters, all are ASCII
public record Envelope(String mark, Map<String, String> variables) {

    /// Windows takes 32,767 characters a variable.
    static final int LONGEST_PART = 30_000;

    private static final String NAME = "MUSTER_";

    public Envelope {
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }

    /// @param mark  a word that the script can't know
    /// @param text  the script's whole text, prologue included
    /// @param input what the script may read; empty: nothing
    public static Envelope of(String mark, String text, byte[] input) {
        var packed = gzip(text.getBytes(StandardCharsets.UTF_8));
        var variables = new LinkedHashMap<String, String>();
        variables.put(NAME + "MARK", mark);
        variables.put(NAME + "HASH", Sha256.hex(packed));
        addParts(variables, NAME, packed);
        addParts(variables, NAME + "INPUT_", input);
        return new Envelope(mark, variables);
    }

    /// As it goes over standard input.
    public byte[] lines() {
        var lines = new StringBuilder();
        variables.forEach(
                (name, value) -> lines.append(name).append('=').append(value).append('\n'));
        return lines.append(".\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    /// Its values may hold secrets.
    @Override
    public String toString() {
        return "Envelope[" + mark + "]";
    }

    private static void addParts(Map<String, String> variables, String name, byte[] bytes) {
        var text = Base64.getEncoder().encodeToString(bytes);
        var parts = (text.length() + LONGEST_PART - 1) / LONGEST_PART;
        variables.put(name + "PARTS", Integer.toString(parts));
        for (var part = 1; part <= parts; part++) {
            var from = (part - 1) * LONGEST_PART;
            variables.put(name + part, text.substring(from, Math.min(text.length(), from + LONGEST_PART)));
        }
    }

    private static byte[] gzip(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(packed)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can't be written", e);
        }
        return packed.toByteArray();
    }
}
