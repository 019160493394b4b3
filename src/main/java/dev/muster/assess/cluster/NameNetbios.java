package dev.muster.assess.cluster;

import static dev.muster.assess.cluster.ClusterWords.*;

import dev.muster.assess.Check;
import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.assess.Situation;
import dev.muster.assess.cluster.Rule.Place;
import dev.muster.base.HostName;
import dev.muster.base.Text;
import dev.muster.setup.Host;
import dev.muster.setup.Os;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Whether Windows hosts can be told apart by the 15 characters that Windows keeps of a machine's name. A longer name
/// alone is only said; two that are alike when cut are one machine to the network.
final class NameNetbios implements Check {

    static final int LONGEST = 15;

    private static final Rule RULE = new Rule(
            CheckId.NAME_NETBIOS,
            Severity.HARD,
            NAME_NETBIOS,
            NAME_NETBIOS_WHY,
            NAME_NETBIOS_FIX,
            "R2D install/requirements.md and RPD use-windows-clusters.adoc (15 characters); GENERAL");

    @Override
    public CheckId id() {
        return RULE.id();
    }

    @Override
    public List<Finding> assess(Situation situation) {
        var windows = situation.setup().hosts(host -> host.os() == Os.WINDOWS);
        if (windows.isEmpty()) {
            return List.of(RULE.notApplicable(Place.cluster("hosts"), NO_WINDOWS));
        }
        Map<String, List<Host>> byCut = windows.stream().collect(Collectors.groupingBy(host -> cut(name(host))));
        return windows.stream()
                .map(host -> finding(host, byCut.getOrDefault(cut(name(host)), List.of()), situation))
                .toList();
    }

    private static Finding finding(Host host, List<Host> alike, Situation situation) {
        var name = name(host);
        var place = new Place(host.name(), situation.field(host.name()) + ".nodeName");
        var found = Rule.value(cut(name));
        var wanted = Text.of(NAME_NETBIOS_WANTED, LONGEST);
        var others = alike.stream()
                .map(Host::name)
                .filter(other -> !other.equals(host.name()))
                .toList();
        if (!others.isEmpty()) {
            return RULE.failed(place, found, wanted, Text.of(NAME_NETBIOS_FAILS, host.name(), others, cut(name)));
        }
        return name.length() > LONGEST
                ? RULE.as(Severity.INFO)
                        .failed(place, found, wanted, Text.of(NAME_NETBIOS_LONG, host.name(), name.length(), cut(name)))
                : RULE.passed(place, found, wanted);
    }

    /// The machine's name: the node's, less its domain.
    private static String name(Host host) {
        HostName node = host.nodeName();
        return node.value().toUpperCase(Locale.ROOT).split("\\.", 2)[0];
    }

    private static String cut(String name) {
        return name.length() > LONGEST ? name.substring(0, LONGEST) : name;
    }
}
