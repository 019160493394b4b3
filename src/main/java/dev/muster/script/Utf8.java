package dev.muster.script;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// What a script can carry: text that comes out of UTF-8 as it went in.
final class Utf8 {

    private Utf8() {}

    /// @throws IllegalArgumentException for NUL, which ends a word in too many places, and for half a character
    static String carried(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a script's word can't hold NUL");
        }
        try {
            StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            return text;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("a script's word holds half a character", e);
        }
    }
}
