package dev.muster.setup.file;

import static dev.muster.setup.file.FileWords.*;

import dev.muster.base.Place;
import dev.muster.base.ProblemException;
import dev.muster.setup.shape.Trouble;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// The text of a setup file: UTF-8, with or without a byte order mark, bounded.
final class FileText {

    static final int LARGEST = 8 * 1024 * 1024;

    private FileText() {}

    static String read(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw refused(file, 0, FILE_FOLDER);
            }
            byte[] bytes;
            try (var stream = Files.newInputStream(file)) {
                bytes = stream.readNBytes(LARGEST + 1);
            }
            if (bytes.length > LARGEST) {
                throw refused(file, 0, FILE_TOO_LARGE, "8 MB");
            }
            return decoded(file, bytes);
        } catch (NoSuchFileException e) {
            throw refused(file, 0, FILE_MISSING, file.toString());
        } catch (AccessDeniedException e) {
            throw refused(file, 0, FILE_DENIED, file.toString());
        } catch (IOException e) {
            throw refused(file, 0, FILE_UNREADABLE, String.valueOf(e.getMessage()));
        }
    }

    /// Without the byte order mark that some editors put in front.
    static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String decoded(Path file, byte[] bytes) {
        if (bytes.length > 1 && ((bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0xFF + 0xFE) && (bytes[0] & 0xFF) >= 0xFE) {
            throw refused(file, 1, FILE_UTF16);
        }
        var buffer = ByteBuffer.wrap(bytes);
        try {
            return withoutMark(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(buffer)
                    .toString());
        } catch (CharacterCodingException e) {
            var line = 1;
            for (var i = 0; i < Math.min(buffer.position(), bytes.length); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw refused(file, line, FILE_NOT_UTF8);
        }
    }

    private static ProblemException refused(Path file, int line, FileWords words, Object... arguments) {
        return new ProblemException(
                Trouble.of(words, arguments).at(new Place(file.toString(), line, line == 0 ? 0 : 1, "", "")));
    }
}
