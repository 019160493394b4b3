package dev.muster.report;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;

/// The faces that pictures are written in: ours, and the system's for what ours lack (Chinese).
record Faces(Font plain, Font strong) {

    static Faces load() {
        return new Faces(face("Inter-Regular.otf"), face("Inter-SemiBold.otf"));
    }

    private static Font face(String name) {
        try (var stream = Faces.class.getResourceAsStream("/fonts/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("this build lacks the face " + name);
            }
            return Font.createFont(Font.TRUETYPE_FONT, stream);
        } catch (FontFormatException e) {
            return new Font(Font.SANS_SERIF, Font.PLAIN, 12);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    Font of(String text, float size, boolean wantsStrong) {
        var face = wantsStrong ? strong : plain;
        return face.canDisplayUpTo(text) < 0
                ? face.deriveFont(size)
                : new Font(Font.SANS_SERIF, wantsStrong ? Font.BOLD : Font.PLAIN, 12).deriveFont(size);
    }
}
