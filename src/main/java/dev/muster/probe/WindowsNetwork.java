package dev.muster.probe;

import dev.muster.base.Reading;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Addresses, routes, name servers, listeners and the firewall of a Windows host.
final class WindowsNetwork {

    private WindowsNetwork() {}

    static Reading<List<InterfaceAddress>> addresses(Answers answers) {
        return WindowsRows.all(
                answers,
                "addresses",
                row -> new InterfaceAddress(
                        row.text("device"),
                        // the number of its adapter behind an address of one link
                        row.text("address").replaceFirst("%.*", ""),
                        row.small("prefix"),
                        row.text("origin").equals("Dhcp")));
    }

    static Reading<List<Route>> routes(Answers answers) {
        return WindowsRows.all(answers, "routes", row -> {
            var gateway = row.text("gateway");
            return new Route(row.text("destination"), gateway.equals("0.0.0.0") ? "" : gateway, row.text("device"));
        });
    }

    static Reading<List<Listener>> listeners(Answers answers) {
        var names = names(answers);
        return WindowsRows.all(answers, "listeners", row -> {
                    var id = row.number("process");
                    return new Listener(
                            row.text("protocol"),
                            row.text("address"),
                            row.small("port"),
                            names.getOrDefault(id, "?") + " (" + id + ")");
                })
                .map(found -> found.stream()
                        .distinct()
                        .sorted(Comparator.comparing(Listener::protocol)
                                .thenComparingInt(Listener::port)
                                .thenComparing(Listener::address))
                        .toList());
    }

    /// Of the processes, by their numbers; empty when the host didn't say.
    private static Map<Long, String> names(Answers answers) {
        var names = new HashMap<Long, String>();
        WindowsRows.all(answers, "processes", row -> Map.entry(row.number("id"), row.text("name")))
                .known()
                .ifPresent(rows -> rows.forEach(row -> names.put(row.getKey(), row.getValue())));
        return names;
    }

    static Reading<Resolver> resolver(Answers answers) {
        return WindowsRows.all(answers, "resolvers", row -> row.texts("servers"))
                .map(adapters -> new Resolver(
                        adapters.stream().flatMap(List::stream).distinct().toList(),
                        List.of(),
                        NetworkFacts.wildcard(answers)));
    }

    static Reading<List<WindowsFacts.Adapter>> adapters(Answers answers) {
        return WindowsRows.all(
                answers,
                "adapters",
                row -> new WindowsFacts.Adapter(
                        row.text("name"), row.text("description"), row.text("state"), row.small("mtu")));
    }

    static Reading<List<WindowsFacts.FirewallProfile>> firewallProfiles(Answers answers) {
        return WindowsRows.all(
                answers,
                "firewall",
                row -> new WindowsFacts.FirewallProfile(
                        row.text("name"),
                        row.text("enabled").equals("True"),
                        row.text("inbound"),
                        row.text("localRules")));
    }

    static Reading<Firewall> firewall(Answers answers) {
        return firewallProfiles(answers)
                .map(profiles -> new Firewall(
                        "Windows", profiles.stream().anyMatch(WindowsFacts.FirewallProfile::enabled), List.of()));
    }
}
