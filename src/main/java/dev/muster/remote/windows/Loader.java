package dev.muster.remote.windows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// The one command that is ever given to a Windows host.
public final class Loader {

    /// What cmd.exe takes in one line.
    static final int LONGEST_LINE = 8191;

    /// The script came damaged and nothing ran.
    public static final int DAMAGED = 97;

    /// Goes unchanged through cmd.exe, through PowerShell as a login shell, and over SSH.
    public static final String COMMAND =
            "powershell.exe -NoLogo -NoProfile -NonInteractive -ExecutionPolicy Bypass -EncodedCommand "
                    + Base64.getEncoder().encodeToString(text().getBytes(StandardCharsets.UTF_16LE));

    private Loader() {}

    static String text() {
        try (var stream = Loader.class.getResourceAsStream("/scripts/windows/loader.ps1")) {
            if (stream == null) {
                throw new IllegalStateException("no loader");
            }
            return new String(stream.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException("the loader can't be read", e);
        }
    }
}
