package dev.muster.assess.host;

import java.util.Optional;
import java.util.regex.Pattern;

/// A network of IPv4 addresses.
///
/// @param first its first address as a number
/// @param prefix 0 to 32
record Cidr(long first, int prefix) {

    private static final Pattern SHAPE =
            Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");
    private static final int BITS = 32;

    static Optional<Cidr> parse(String written) {
        var shape = SHAPE.matcher(written);
        if (!shape.matches()) {
            return Optional.empty();
        }
        long address = 0;
        for (var group = 1; group <= 4; group++) {
            var part = Integer.parseInt(shape.group(group));
            if (part > 255) {
                return Optional.empty();
            }
            address = address * 256 + part;
        }
        var prefix = Integer.parseInt(shape.group(5));
        return prefix > BITS ? Optional.empty() : Optional.of(new Cidr(address / size(prefix) * size(prefix), prefix));
    }

    /// `10.0.0.0/24`
    String shown() {
        return ((first >> 24) & 255) + "." + ((first >> 16) & 255) + "." + ((first >> 8) & 255) + "." + (first & 255)
                + "/" + prefix;
    }

    boolean overlaps(Cidr other) {
        return first < other.first + size(other.prefix) && other.first < first + size(prefix);
    }

    boolean holds(Cidr other) {
        return prefix <= other.prefix && overlaps(other);
    }

    private static long size(int prefix) {
        return 1L << (BITS - prefix);
    }
}
