package dev.muster.practice;

import java.io.IOException;
import java.io.UncheckedIOException;

/// Real certificates for tests of other rooms.
public final class PracticePem {

    private PracticePem() {}

    public static String of(String name) {
        try {
            return Certificate.forName(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
