package dev.muster.assess.host;

import dev.muster.catalog.PortUse;
import java.util.List;
import java.util.regex.Pattern;

/// What a firewall lets in, as it says it: `6443/tcp`, `30000-32767/udp`.
final class OpenPorts {

    private static final Pattern SHAPE = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?/(tcp|udp)");

    private OpenPorts() {}

    /// Whether one of them lets in a port, or all of a range.
    static boolean cover(List<String> open, PortUse wanted) {
        return open.stream().anyMatch(written -> {
            var shape = SHAPE.matcher(written);
            if (!shape.matches() || !shape.group(3).equals(wanted.protocol())) {
                return false;
            }
            var from = Integer.parseInt(shape.group(1));
            var to = shape.group(2) == null ? from : Integer.parseInt(shape.group(2));
            return from <= wanted.from() && wanted.to() <= to;
        });
    }
}
