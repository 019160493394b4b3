package dev.muster.practice;

import dev.muster.practice.rancher.PracticeRancher;
import java.security.SecureRandom;
import java.util.Map;

/// The secrets of one practice, made anew for each: nothing here is worth stealing, and nothing is a default.
///
/// @param password   of the login `ops` on every Linux host
/// @param windows    of the login `Administrator` on every Windows host
/// @param sudo       what sudo wants where it asks
/// @param wrongSudo  what the setup has for one host instead
/// @param server     practice Rancher's address
/// @param api        a token for its API
/// @param command    by which Linux hosts register with a custom cluster, its token in it
/// @param caChecksum SHA-256 of the CA that the practice Rancher has
record Credentials(
        String password,
        String windows,
        String sudo,
        String wrongSudo,
        String server,
        String api,
        String command,
        String caChecksum) {

    private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";

    static Credentials fresh(SecureRandom random, PracticeRancher rancher, String cluster) {
        return new Credentials(
                word(random, 26),
                word(random, 26),
                word(random, 26),
                word(random, 26),
                rancher.url(),
                rancher.token(),
                rancher.command(cluster),
                rancher.caChecksum());
    }

    private static String word(SecureRandom random, int length) {
        return random.ints(length, 0, LETTERS.length())
                .collect(StringBuilder::new, (word, at) -> word.append(LETTERS.charAt(at)), StringBuilder::append)
                .toString();
    }

    /// By the names that the setup file refers to.
    Map<String, String> environment() {
        return Map.of(
                "PRACTICE_REGISTRATION", command,
                "PRACTICE_API", api,
                "PRACTICE_PASSWORD", password,
                "PRACTICE_WINDOWS", windows,
                "PRACTICE_SUDO", sudo,
                "PRACTICE_SUDO_TYPO", wrongSudo);
    }

    @Override
    public String toString() {
        return "credentials of a practice";
    }
}
