package dev.muster.setup.secrets;

import static dev.muster.setup.SecretWords.*;

import dev.muster.base.Key;
import dev.muster.base.Place;
import dev.muster.base.Problem;
import dev.muster.setup.shape.Trouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// Looks at a private key's file before anybody signs in with it. Whether its passphrase fits shows at sign-in.
public final class KeyFile {

    /// No private key is longer; a larger file is something else.
    private static final int LARGEST = 64 * 1024;

    private KeyFile() {}

    /// @param place where the key is named; its value is the path as written
    public static Optional<Problem> problem(Path key, Place place) {
        return trouble(key).map(trouble -> trouble.at(place));
    }

    /// Looks at an OpenSSH certificate's file; anybody may read that.
    public static Optional<Problem> certificateProblem(Path certificate, Place place) {
        try {
            var words =
                    Files.isRegularFile(certificate) ? Files.readString(certificate, StandardCharsets.ISO_8859_1) : "";
            return Pattern.compile("^(?:ssh|ecdsa|sk)-[a-z0-9@.-]+-cert-v01@openssh\\.com ")
                            .matcher(words)
                            .find()
                    ? Optional.empty()
                    : said(CERTIFICATE_NOT_ONE, certificate).map(trouble -> trouble.at(place));
        } catch (IOException e) {
            return said(KEY_DENIED, certificate).map(trouble -> trouble.at(place));
        }
    }

    private static Optional<Trouble> trouble(Path key) {
        if (!Files.exists(key)) {
            return said(KEY_MISSING, key);
        }
        if (Files.isDirectory(key)) {
            return said(KEY_FOLDER, key);
        }
        if (!Files.isReadable(key)) {
            return said(KEY_DENIED, key);
        }
        try {
            if (OwnerOnly.readableByOthers(key)) {
                return said(KEY_OPEN, key);
            }
            byte[] bytes;
            try (var stream = Files.newInputStream(key)) {
                bytes = stream.readNBytes(LARGEST + 1);
            }
            var words = new String(bytes, StandardCharsets.ISO_8859_1);
            return content(words, bytes.length).flatMap(problem -> said(problem, key));
        } catch (IOException e) {
            return said(KEY_DENIED, key);
        }
    }

    private static Optional<Key> content(String words, int length) {
        if (words.isBlank()) {
            return Optional.of(KEY_EMPTY);
        }
        if (words.contains("PRIVATE KEY-----") || words.startsWith("PuTTY-User-Key-File-")) {
            return length > LARGEST ? Optional.of(KEY_NOT_ONE) : Optional.empty();
        }
        var start = words.stripLeading();
        var isPublic = start.startsWith("ssh-")
                || start.startsWith("ecdsa-sha2-")
                || start.startsWith("sk-")
                || start.contains("PUBLIC KEY-----")
                || start.startsWith("---- BEGIN SSH2 PUBLIC KEY");
        return Optional.of(isPublic ? KEY_PUBLIC : KEY_NOT_ONE);
    }

    private static Optional<Trouble> said(Key key, Path path) {
        return Optional.of(Trouble.of(key, path.toString()));
    }
}
