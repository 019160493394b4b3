package dev.muster.setup.shape;

import java.util.Optional;

/// An IPv4 network in CIDR form.
///
/// @param first its first address as a number
/// @param length of the prefix, 0 to 32
public record Ipv4Network(long first, int length) {

    /// Empty when it isn't one, or when bits stand behind the prefix (`10.42.0.1/16`).
    public static Optional<Ipv4Network> parse(String written) {
        var slash = written.indexOf('/');
        if (slash < 0 || !written.substring(slash + 1).matches("[0-9]{1,2}")) {
            return Optional.empty();
        }
        var length = Integer.parseInt(written.substring(slash + 1));
        var address = written.substring(0, slash);
        if (length > 32 || !address.matches("[0-9.]+") || !AddressShape.ipv4(address)) {
            return Optional.empty();
        }
        var first = 0L;
        for (var part : address.split("\\.", -1)) {
            first = first * 256 + Integer.parseInt(part);
        }
        var network = new Ipv4Network(first, length);
        return first % network.size() == 0 ? Optional.of(network) : Optional.empty();
    }

    public boolean overlaps(Ipv4Network other) {
        return first < other.first + other.size() && other.first < first + size();
    }

    private long size() {
        return 1L << (32 - length);
    }
}
