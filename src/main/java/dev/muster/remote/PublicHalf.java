package dev.muster.remote;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/// The public half of a key as ssh-keygen leaves it beside the private one: `TYPE BASE64 COMMENT`.
final class PublicHalf {

    private PublicHalf() {}

    /// Empty when there is none that can be read: it is a convenience only.
    static Optional<Blob> of(Path file) {
        try {
            var words =
                    Files.readString(file, StandardCharsets.ISO_8859_1).strip().split("\\s+", 3);
            return words.length < 2
                    ? Optional.empty()
                    : Optional.of(new Blob(Base64.getDecoder().decode(words[1])));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
