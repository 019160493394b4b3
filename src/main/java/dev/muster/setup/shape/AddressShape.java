package dev.muster.setup.shape;

import static dev.muster.setup.shape.ShapeWords.*;

import dev.muster.base.HostName;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where a host is reached: a name, an IPv4 or an IPv6 address; never a command, a URL or `user@host`.
public final class AddressShape {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9.-]+");
    private static final Pattern PARTS = Pattern.compile("[0-9]+(?:\\.[0-9]+)*");
    private static final Pattern WITH_PORT = Pattern.compile("(?:[^:\\[\\]]+|\\[[0-9A-Fa-f:.]+]):[0-9]+");
    private static final Pattern COMMAND = Pattern.compile("[\\s;&|$`(){}<>'\"\\\\*?!]");

    private AddressShape() {}

    public static Optional<Trouble> trouble(String written) {
        if (written.isEmpty()) {
            return Optional.of(Trouble.of(ADDRESS_EMPTY));
        }
        if (PLAIN.matcher(written).matches()) {
            return nameOrIpv4(written);
        }
        var hidden = written.codePoints().filter(Shown::invisible).findFirst();
        if (hidden.isPresent()) {
            return Optional.of(Trouble.of(ADDRESS_INVISIBLE, HostNameShape.codePoint(hidden.getAsInt())));
        }
        if (written.contains("://")) {
            return Optional.of(Trouble.of(ADDRESS_URL, bare(written)));
        }
        if (COMMAND.matcher(written).find()) {
            return Optional.of(Trouble.of(ADDRESS_COMMAND, Shown.masked(written)));
        }
        if (written.contains("@")) {
            return Optional.of(Trouble.of(ADDRESS_USER, written.substring(written.lastIndexOf('@') + 1)));
        }
        if (written.contains("/")) {
            return Optional.of(Trouble.of(ADDRESS_PATH, written.substring(0, written.indexOf('/'))));
        }
        if (written.contains("%")) {
            return Optional.of(Trouble.of(ADDRESS_ZONE, written.substring(0, written.indexOf('%'))));
        }
        if (WITH_PORT.matcher(written).matches()) {
            var colon = written.lastIndexOf(':');
            return Optional.of(Trouble.of(ADDRESS_PORT, written.substring(0, colon), written.substring(colon + 1)));
        }
        if (written.startsWith("[") || written.endsWith("]")) {
            return Optional.of(
                    Trouble.of(ADDRESS_BRACKETS, written.replace("[", "").replace("]", "")));
        }
        return written.contains(":") ? ipv6(written) : nameOrIpv4(written);
    }

    /// The same address always as the same string, to be compared: lower case, IPv6 in full.
    public static String canonical(String address) {
        return Ipv6.parse(address).map(Ipv6::toString).orElseGet(() -> {
            var lower = address.toLowerCase(Locale.ROOT);
            return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
        });
    }

    /// Whether this is an address made of numbers, IPv4 or IPv6.
    public static boolean numeric(String written) {
        return trouble(written).isEmpty()
                && (written.contains(":") || PARTS.matcher(written).matches());
    }

    private static Optional<Trouble> ipv6(String written) {
        return Ipv6.parse(written)
                .map(address -> address.unspecified() ? Optional.of(Trouble.of(ADDRESS_NOBODY, written)) : NONE)
                .orElseGet(() -> Optional.of(Trouble.of(ADDRESS_IPV6, written)));
    }

    private static final Optional<Trouble> NONE = Optional.empty();

    private static Optional<Trouble> nameOrIpv4(String written) {
        if (PARTS.matcher(written).matches()) {
            if (!ipv4(written)) {
                return Optional.of(Trouble.of(ADDRESS_IPV4, written));
            }
            var first = Integer.parseInt(written.substring(0, written.indexOf('.')));
            return first == 0 || first >= 224 ? Optional.of(Trouble.of(ADDRESS_NOBODY, written)) : NONE;
        }
        var name = written.endsWith(".") ? written.substring(0, written.length() - 1) : written;
        return HostName.parse(name).isPresent() ? NONE : Optional.of(Trouble.of(ADDRESS_NAME, written));
    }

    /// Four numbers up to 255, none with a leading zero (which some programs read as octal).
    static boolean ipv4(String written) {
        var parts = written.split("\\.", -1);
        if (parts.length != 4) {
            return false;
        }
        for (var part : parts) {
            if (part.isEmpty() || part.length() > 3 || Integer.parseInt(part) > 255) {
                return false;
            }
            if (part.length() > 1 && part.startsWith("0")) {
                return false;
            }
        }
        return true;
    }

    private static String bare(String url) {
        var rest = url.substring(url.indexOf("://") + 3);
        var end = rest.split("[/?#]", 2)[0];
        return end.substring(end.lastIndexOf('@') + 1);
    }
}
