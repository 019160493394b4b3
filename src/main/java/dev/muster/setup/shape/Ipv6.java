package dev.muster.setup.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// An IPv6 address as eight groups, without its zone. Read by hand, because the platform's parser asks a name server
/// for what it can't read.
record Ipv6(List<Integer> groups) {

    private static final int GROUPS = 8;

    Ipv6 {
        groups = List.copyOf(groups);
    }

    static Optional<Ipv6> parse(String written) {
        var gap = written.indexOf("::");
        if (gap != written.lastIndexOf("::") || written.contains(":::") || !written.contains(":")) {
            return Optional.empty();
        }
        if (gap < 0) {
            return groups(written).filter(all -> all.size() == GROUPS).map(Ipv6::new);
        }
        var head = groups(written.substring(0, gap));
        var tail = groups(written.substring(gap + 2));
        if (head.isEmpty() || tail.isEmpty() || head.get().size() + tail.get().size() >= GROUPS) {
            return Optional.empty();
        }
        var all = new ArrayList<>(head.get());
        while (all.size() + tail.get().size() < GROUPS) {
            all.add(0);
        }
        all.addAll(tail.get());
        return Optional.of(new Ipv6(all));
    }

    private static Optional<List<Integer>> groups(String written) {
        var groups = new ArrayList<Integer>();
        if (written.isEmpty()) {
            return Optional.of(groups);
        }
        var parts = written.split(":", -1);
        for (var i = 0; i < parts.length; i++) {
            if (i == parts.length - 1 && parts[i].matches("[0-9.]+") && AddressShape.ipv4(parts[i])) {
                var bytes = parts[i].split("\\.", -1);
                groups.add(Integer.parseInt(bytes[0]) * 256 + Integer.parseInt(bytes[1]));
                groups.add(Integer.parseInt(bytes[2]) * 256 + Integer.parseInt(bytes[3]));
            } else if (parts[i].matches("[0-9A-Fa-f]{1,4}")) {
                groups.add(Integer.parseInt(parts[i], 16));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(groups);
    }

    boolean unspecified() {
        return groups.stream().allMatch(group -> group == 0);
    }

    @Override
    public String toString() {
        return groups.stream().map(Integer::toHexString).collect(Collectors.joining(":"));
    }
}
