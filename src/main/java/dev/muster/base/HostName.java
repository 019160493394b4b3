package dev.muster.base;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The name of a host in the setup and of the node it becomes: an RFC 1123 name in lower case, 1 to 253 characters.
public record HostName(String value) implements Comparable<HostName> {

    private static final int LONGEST = 253;
    private static final Pattern SHAPE =
            Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

    public HostName {
        if (!fits(value)) {
            throw new IllegalArgumentException("not an RFC 1123 name: " + value);
        }
    }

    /// The name in lower case when it has the shape of one; empty when it hasn't.
    public static Optional<HostName> parse(String written) {
        var lower = written.toLowerCase(Locale.ROOT);
        return fits(lower) ? Optional.of(new HostName(lower)) : Optional.empty();
    }

    private static boolean fits(String name) {
        return name.length() <= LONGEST && SHAPE.matcher(name).matches();
    }

    @Override
    public int compareTo(HostName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
