package dev.muster.practice.windows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/// What a script says, in the frame that the loader puts around it: ASCII lines, each with the mark.
public final class Voice {

    private static final int PIECE = 24_000;

    private final Console console;
    private final String mark;

    Voice(Console console, String mark) {
        this.console = console;
        this.mark = mark;
    }

    /// A line of output.
    public void say(String line) throws InterruptedException {
        out((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    public void out(byte[] bytes) throws InterruptedException {
        framed("o", bytes);
    }

    /// A line of what went wrong.
    public void complain(String line) throws InterruptedException {
        framed("e", (line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /// What isn't the script's: banners, profiles, whatever else writes to the same console.
    public Console noise() {
        return console;
    }

    void begin() throws InterruptedException {
        console.line(mark + " begin");
    }

    void end(int status) throws InterruptedException {
        console.line(mark + " end " + status);
    }

    private void framed(String kind, byte[] bytes) throws InterruptedException {
        for (var at = 0; at < bytes.length; at += PIECE) {
            var piece = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + PIECE));
            console.line(mark + " " + kind + " " + Base64.getEncoder().encodeToString(piece));
        }
    }
}
