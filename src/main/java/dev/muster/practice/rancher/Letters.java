package dev.muster.practice.rancher;

import java.security.SecureRandom;

/// Names and secrets as Rancher makes them up.
final class Letters {

    /// rancher-2.1 §2.5
    private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    private Letters() {}

    static String word(int length) {
        return RANDOM.ints(length, 0, LETTERS.length())
                .collect(StringBuilder::new, (word, at) -> word.append(LETTERS.charAt(at)), StringBuilder::append)
                .toString();
    }
}
