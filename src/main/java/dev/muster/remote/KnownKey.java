package dev.muster.remote;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// One line of a `known_hosts` file, in the format of sshd(8) "SSH_KNOWN_HOSTS FILE FORMAT".
///
/// @param names   as written: patterns with commas, or one hashed name
/// @param revoked the line says that this key must never be accepted
record KnownKey(String names, boolean revoked, String type, String base64, Path file, int line) {

    private static final int SSH_PORT = 22;
    private static final Pattern BLANKS = Pattern.compile("[ \t]+");
    private static final Pattern PORT = Pattern.compile("^\\[(.+)]:\\d{1,5}$");
    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern BAR = Pattern.compile("\\|");

    /// The line's key; empty for comments, for lines that can't be read, and for `@cert-authority`: an
    /// authority's key isn't a host's.
    static Optional<KnownKey> parse(String text, Path file, int line) {
        var trimmed = text.strip();
        if (trimmed.isEmpty() || trimmed.startsWith("#")) {
            return Optional.empty();
        }
        var words = BLANKS.splitAsStream(trimmed).toList();
        var marked = words.getFirst().startsWith("@");
        var first = marked ? 1 : 0;
        if ((marked && !words.getFirst().equals("@revoked")) || words.size() < first + 3) {
            return Optional.empty();
        }
        return isBase64(words.get(first + 2))
                ? Optional.of(
                        new KnownKey(words.get(first), marked, words.get(first + 1), words.get(first + 2), file, line))
                : Optional.empty();
    }

    private static boolean isBase64(String word) {
        try {
            return Base64.getDecoder().decode(word).length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// How a host is written behind bastions: theirs first. OpenSSH doesn't know that, and takes machines of the
    /// same address for one.
    ///
    /// @param way as [Target#way] writes it
    static String written(String way, String address, int port) {
        return way + written(address, port);
    }

    /// How a host is written: the address alone with SSH's own port, `[address]:port` otherwise.
    static String written(String address, int port) {
        var lower = address.toLowerCase(Locale.ROOT);
        return port == SSH_PORT ? lower : "[" + lower + "]:" + port;
    }

    /// @param written as [#written] makes it
    boolean isOf(String written) {
        if (names.startsWith("|1|")) {
            return matchesHash(written);
        }
        var matches = false;
        for (var pattern : COMMA.splitAsStream(names).toList()) {
            var denied = pattern.startsWith("!");
            if (matches(denied ? pattern.substring(1) : pattern, written)) {
                if (denied) {
                    return false;
                }
                matches = true;
            }
        }
        return matches;
    }

    /// Whether it is of this address, at whatever port and behind whatever bastion.
    boolean isAt(String address) {
        var last = names.toLowerCase(Locale.ROOT).substring(names.lastIndexOf('/') + 1);
        return last.equals(address) || PORT.matcher(last).replaceFirst("$1").equals(address);
    }

    String fingerprint() {
        return HostKey.fingerprint(type, Base64.getDecoder().decode(base64));
    }

    /// `~/.ssh/known_hosts:12`
    String where() {
        return file + ":" + line;
    }

    private boolean matchesHash(String written) {
        var parts = BAR.splitAsStream(names.substring(3)).toList();
        if (parts.size() != 2) {
            return false;
        }
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(parts.getFirst()), "HmacSHA1"));
            var hash = mac.doFinal(written.getBytes(StandardCharsets.UTF_8));
            return MessageDigest.isEqual(hash, Base64.getDecoder().decode(parts.getLast()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /// `*` and `?` as in a shell; walked by hand, so that a hostile pattern can't take exponential time.
    private static boolean matches(String pattern, String name) {
        var lower = pattern.toLowerCase(Locale.ROOT);
        int at = 0;
        int from = 0;
        int star = -1;
        int retry = 0;
        while (from < name.length()) {
            if (at < lower.length()
                    && (lower.charAt(at) == '?' || lower.charAt(at) == name.charAt(from))
                    && lower.charAt(at) != '*') {
                at++;
                from++;
            } else if (at < lower.length() && lower.charAt(at) == '*') {
                star = at++;
                retry = from;
            } else if (star >= 0) {
                at = star + 1;
                from = ++retry;
            } else {
                return false;
            }
        }
        while (at < lower.length() && lower.charAt(at) == '*') {
            at++;
        }
        return at == lower.length();
    }
}
