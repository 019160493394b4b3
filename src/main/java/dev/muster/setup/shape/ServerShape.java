package dev.muster.setup.shape;

import static dev.muster.setup.shape.ShapeWords.*;

import java.util.Locale;
import java.util.Optional;

/// Rancher's own address: `https://host[:port]`, nothing before, nothing after.
public final class ServerShape {

    private static final String SCHEME = "https://";

    private ServerShape() {}

    public static Optional<Trouble> trouble(String written) {
        var lower = written.toLowerCase(Locale.ROOT);
        if (lower.startsWith("http://")) {
            return Optional.of(Trouble.of(SERVER_HTTP, SCHEME + Shown.masked(written.substring("http://".length()))));
        }
        if (!lower.startsWith(SCHEME)) {
            return Optional.of(Trouble.of(SERVER_SCHEME, Shown.masked(written)));
        }
        var rest = written.substring(SCHEME.length());
        if (rest.endsWith("/")) {
            rest = rest.substring(0, rest.length() - 1);
        }
        if (rest.contains("@")) {
            return Optional.of(Trouble.of(SERVER_USER));
        }
        var end = rest.split("[/?#]", 2)[0];
        if (end.length() < rest.length()) {
            return Optional.of(Trouble.of(SERVER_PATH, SCHEME + end, rest.substring(end.length())));
        }
        return authority(rest) ? Optional.empty() : Optional.of(Trouble.of(SERVER_HOST, Shown.of(rest)));
    }

    /// The same server always as the same string: lower case, no slash at the end, no `:443`.
    public static String canonical(String server) {
        var lower = server.strip().toLowerCase(Locale.ROOT);
        lower = lower.endsWith("/") ? lower.substring(0, lower.length() - 1) : lower;
        return lower.endsWith(":443") ? lower.substring(0, lower.length() - ":443".length()) : lower;
    }

    private static boolean authority(String written) {
        var bracket = written.lastIndexOf(']');
        var colon = written.indexOf(':', Math.max(bracket, 0));
        var host = colon < 0 ? written : written.substring(0, colon);
        if (colon >= 0 && !port(written.substring(colon + 1))) {
            return false;
        }
        if (host.startsWith("[") && host.endsWith("]")) {
            return Ipv6.parse(host.substring(1, host.length() - 1)).isPresent();
        }
        return !host.contains(":") && AddressShape.trouble(host).isEmpty();
    }

    private static boolean port(String written) {
        if (!written.matches("[0-9]{1,5}")) {
            return false;
        }
        var port = Integer.parseInt(written);
        return port >= 1 && port <= 65_535;
    }
}
