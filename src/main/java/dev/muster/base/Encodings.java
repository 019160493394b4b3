package dev.muster.base;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/// The forms in which a secret turns up in what programs print: as it is, quoted for a shell, in JSON, in an URL, in
/// base64 at any alignment (also of UTF-16, as PowerShell's `-EncodedCommand` has it), in hexadecimal.
///
/// Each form is a byte sequence, kept as a string of Latin-1 characters.
final class Encodings {

    /// Shorter ones are looked for as they are only: four characters of base64 stand in every text.
    private static final int ENCODED_FROM = 4;

    private static final int LINE_FROM = 8;

    private final Set<String> forms = new LinkedHashSet<>();

    private Encodings() {}

    static Set<String> of(String secret) {
        var encodings = new Encodings();
        // a line break at the end isn't a part of what is secret: taking it out would join two lines of a log
        var stripped = secret.isBlank() ? secret : secret.strip();
        encodings.all(stripped);
        if (stripped.lines().count() > 1) {
            stripped.lines()
                    .map(String::strip)
                    .filter(line -> line.length() >= LINE_FROM)
                    .forEach(encodings::all);
        }
        return encodings.forms;
    }

    private void all(String secret) {
        if (secret.isEmpty()) {
            return;
        }
        text(secret);
        quoted(secret);
        var bytes = secret.getBytes(UTF_8);
        if (bytes.length >= ENCODED_FROM) {
            json(secret);
            url(secret);
            text(xml(secret));
            hex(bytes);
            base64(bytes);
            base64(secret.getBytes(UTF_16LE));
            raw(secret.getBytes(UTF_16LE));
        }
    }

    private void text(String form) {
        raw(form.getBytes(UTF_8));
    }

    private void raw(byte[] form) {
        forms.add(new String(form, ISO_8859_1));
    }

    private void quoted(String secret) {
        text(secret.replace("'", "'\\''"));
        text(secret.replace("'", "'\"'\"'"));
        text(secret.replace("'", "''"));
        text(secret.replace("\\", "\\\\").replace("'", "\\'"));
        text(escaped(secret, '\\', "\\\"$`"));
        text(escaped(secret, '`', "`\"$"));
        text(secret.replaceAll("[^A-Za-z0-9_./:=@%+,\\-\\u0080-\\uffff]", "\\\\$0"));
    }

    private static String escaped(String secret, char escape, String special) {
        var out = new StringBuilder();
        for (var character : secret.toCharArray()) {
            if (special.indexOf(character) >= 0) {
                out.append(escape);
            }
            out.append(character);
        }
        return out.toString();
    }

    private void json(String secret) {
        text(json(secret, "", 127));
        text(json(secret, "/", Character.MAX_VALUE).replace("\\u002f", "\\/"));
        text(json(secret, "<>&", Character.MAX_VALUE));
        text(json(secret, "<>&'", Character.MAX_VALUE));
        text(json(secret, "", Character.MAX_VALUE));
        var ascii = json(secret, "", 127);
        text(upperEscapes(ascii));
        text(json(json(secret, "", Character.MAX_VALUE), "", Character.MAX_VALUE));
    }

    /// @param also characters written by their number besides those that have to be
    /// @param last the last character that is written as it is
    private static String json(String secret, String also, int last) {
        var out = new StringBuilder();
        for (var character : secret.toCharArray()) {
            switch (character) {
                case '"', '\\' -> out.append('\\').append(character);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> {
                    if (character < ' ' || character > last || also.indexOf(character) >= 0) {
                        out.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
                    } else {
                        out.append(character);
                    }
                }
            }
        }
        return out.toString();
    }

    private static String upperEscapes(String ascii) {
        var out = new StringBuilder(ascii);
        for (var at = out.indexOf("\\u"); at >= 0; at = out.indexOf("\\u", at + 6)) {
            if (at + 6 <= out.length()) {
                out.replace(at + 2, at + 6, out.substring(at + 2, at + 6).toUpperCase(Locale.ROOT));
            }
        }
        return out.toString();
    }

    private void url(String secret) {
        var form = URLEncoder.encode(secret, UTF_8);
        var strict = form.replace("+", "%20").replace("*", "%2A");
        for (var upper :
                new String[] {form, form.replace("+", "%20"), strict, strict.replace("%7E", "~"), loose(strict)}) {
            text(upper);
            text(lowerEscapes(upper));
        }
    }

    /// What is commonly left alone: sub-delimiters, and those of a path.
    private static String loose(String strict) {
        var out = strict;
        for (var kept : "!$'()*,;:@/?&=+~".toCharArray()) {
            out = out.replace(String.format(Locale.ROOT, "%%%02X", (int) kept), String.valueOf(kept));
        }
        return out;
    }

    private static String lowerEscapes(String upper) {
        var out = new StringBuilder(upper);
        for (var at = out.indexOf("%"); at >= 0 && at + 3 <= out.length(); at = out.indexOf("%", at + 3)) {
            out.replace(at, at + 3, out.substring(at, at + 3).toLowerCase(Locale.ROOT));
        }
        return out.toString();
    }

    private static String xml(String secret) {
        return secret.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private void hex(byte[] bytes) {
        text(HexFormat.of().formatHex(bytes));
        text(HexFormat.of().withUpperCase().formatHex(bytes));
        text(HexFormat.ofDelimiter(" ").formatHex(bytes));
    }

    /// Three stems: what stands before the secret shifts it by 0, 1 or 2 bytes against base64's groups of three.
    private void base64(byte[] bytes) {
        for (var shift = 0; shift < 3; shift++) {
            var shifted = new byte[shift + bytes.length];
            System.arraycopy(bytes, 0, shifted, shift, bytes.length);
            var whole = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            var stem = whole.substring((shift * 8 + 5) / 6, shifted.length * 8 / 6);
            for (var form : Arrays.asList(
                    stem,
                    stem.replace('+', '-').replace('/', '_'),
                    stem.replace("/", "\\/"),
                    stem.replace("+", "%2B").replace("/", "%2F"),
                    stem.replace("+", "%2b").replace("/", "%2f"))) {
                text(form);
            }
        }
    }
}
