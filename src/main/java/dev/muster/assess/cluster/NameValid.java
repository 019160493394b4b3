package dev.muster.assess.cluster;

import static dev.muster.assess.cluster.ClusterWords.*;

import dev.muster.assess.Check;
import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.assess.Situation;
import dev.muster.assess.cluster.Rule.Place;
import dev.muster.base.Text;
import dev.muster.setup.Host;
import java.util.List;

/// Whether a node can bear its name: RFC 1123 (which [dev.muster.base.HostName] holds), short enough for the label
/// `kubernetes.io/hostname`, and not everybody's own.
final class NameValid implements Check {

    private static final int LONGEST_LABEL = 63;
    private static final Rule RULE = new Rule(
            CheckId.NAME_VALID,
            Severity.HARD,
            NAME_VALID,
            NAME_VALID_WHY,
            NAME_VALID_FIX,
            "RFC 1123; kubernetes.io docs, labels-and-selectors (63 characters)");

    @Override
    public CheckId id() {
        return RULE.id();
    }

    @Override
    public List<Finding> assess(Situation situation) {
        return situation.setup().hosts().stream()
                .map(host -> finding(host, situation))
                .toList();
    }

    private static Finding finding(Host host, Situation situation) {
        var node = host.nodeName().value();
        var key = host.nodeName().equals(host.name()) ? ".name" : ".nodeName";
        var place = new Place(host.name(), situation.field(host.name()) + key);
        var wanted = Text.of(NAME_VALID_WANTED);
        if (node.equals("localhost") || node.startsWith("localhost.")) {
            return RULE.failed(place, Rule.value(node), wanted, Text.of(NAME_VALID_LOCAL, node));
        }
        if (node.length() > LONGEST_LABEL) {
            return RULE.failed(place, Rule.value(node), wanted, Text.of(NAME_VALID_LONG, host.name(), node.length()));
        }
        return RULE.passed(place, Rule.value(node), wanted);
    }
}
