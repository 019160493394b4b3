package dev.muster.remote;

import dev.muster.base.Secret;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A secret as it goes over the line, in UTF-8, without copies left behind; whoever asks wipes what it gets.
final class SecretBytes {

    private static final int MOST_BYTES_A_CHARACTER = 3;

    private SecretBytes() {}

    static byte[] of(Secret secret) {
        var characters = secret.reveal();
        var room = ByteBuffer.allocate(characters.length * MOST_BYTES_A_CHARACTER);
        try {
            StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(characters), room, true);
            return Arrays.copyOf(room.array(), room.position());
        } finally {
            Arrays.fill(characters, '\0');
            Arrays.fill(room.array(), (byte) 0);
        }
    }
}
