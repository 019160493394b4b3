package dev.muster.probe;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Reads `firewall-cmd --list-all-zones`: what the zones that are in use let in.
final class FirewalldZones {

    /// The services that stand in a fresh zone or that a node needs, by firewalld's own names
    /// (`/usr/lib/firewalld/services`).
    private static final Map<String, String> SERVICES = Map.of(
            "ssh", "22/tcp",
            "http", "80/tcp",
            "https", "443/tcp",
            "dhcpv6-client", "546/udp",
            "cockpit", "9090/tcp",
            "kube-apiserver", "6443/tcp",
            "etcd-client", "2379/tcp",
            "etcd-server", "2380/tcp");

    private FirewalldZones() {}

    static Firewall read(List<String> lines) {
        var open = new TreeSet<String>();
        var inUse = false;
        var letsAllIn = false;
        for (var line : lines) {
            if (!line.startsWith(" ") && !line.startsWith("\t")) {
                inUse = line.contains("active)") || line.contains("active,");
            } else if (inUse) {
                var colon = line.indexOf(':');
                var name = colon < 0 ? "" : line.substring(0, colon).strip();
                var values = colon < 0 ? List.<String>of() : Answers.words(Clean.text(line.substring(colon + 1)));
                switch (name) {
                    case "target" -> letsAllIn = letsAllIn || values.contains("ACCEPT");
                    case "ports" -> open.addAll(values);
                    case "services" -> values.forEach(service -> open.add(SERVICES.getOrDefault(service, service)));
                    default -> {
                        // sources, protocols, rich rules: not said in ports
                    }
                }
            }
        }
        return new Firewall("firewalld", !letsAllIn, List.copyOf(open));
    }
}
