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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Whether each host becomes a node of its own. The nodes that the cluster has already are Rancher's to know.
final class NameUnique implements Check {

    private static final Rule RULE = new Rule(
            CheckId.NAME_UNIQUE,
            Severity.HARD,
            NAME_UNIQUE,
            NAME_UNIQUE_WHY,
            NAME_UNIQUE_FIX,
            "RANCHER v2.1.6 pkg/tunnelserver/tunnel.go (m- and 12 hexadecimal digits of the name's MD5)");

    @Override
    public CheckId id() {
        return RULE.id();
    }

    @Override
    public List<Finding> assess(Situation situation) {
        Map<HostName, List<Host>> byNode =
                situation.setup().hosts().stream().collect(Collectors.groupingBy(Host::nodeName));
        return situation.setup().hosts().stream()
                .map(host -> finding(host, byNode.getOrDefault(host.nodeName(), List.of()), situation))
                .toList();
    }

    private static Finding finding(Host host, List<Host> alike, Situation situation) {
        var place = new Place(host.name(), situation.field(host.name()) + ".nodeName");
        var found = Rule.value(host.nodeName());
        var wanted = Text.of(NAME_UNIQUE_WANTED);
        var others = alike.stream()
                .filter(other -> !other.equals(host))
                .map(Host::name)
                .toList();
        return alike.size() == 1
                ? RULE.passed(place, found, wanted)
                : RULE.failed(place, found, wanted, Text.of(NAME_UNIQUE_FAILS, host.name(), others, host.nodeName()));
    }
}
