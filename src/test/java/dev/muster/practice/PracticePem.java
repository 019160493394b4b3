package dev.muster.practice;

import java.security.SecureRandom;
import java.time.InstantSource;

/// Real certificates for tests of other rooms.
public final class PracticePem {

    private PracticePem() {}

    public static String of(String name) {
        return Certificate.forName(name, new SecureRandom(), InstantSource.system());
    }
}
