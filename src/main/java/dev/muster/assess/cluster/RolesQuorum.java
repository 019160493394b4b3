package dev.muster.assess.cluster;

import static dev.muster.assess.cluster.ClusterWords.*;

import dev.muster.assess.Check;
import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.assess.Situation;
import dev.muster.assess.cluster.Rule.Place;
import dev.muster.base.Text;
import dev.muster.setup.Role;
import java.util.List;

/// Whether etcd can always find a majority: an odd number of hosts.
final class RolesQuorum implements Check {

    private static final Rule RULE = new Rule(
            CheckId.ROLES_QUORUM,
            Severity.HARD,
            QUORUM,
            QUORUM_WHY,
            QUORUM_FIX,
            "DOCS-JAN cluster-provisioning/production; etcd FAQ (why an odd number of cluster members)");

    @Override
    public CheckId id() {
        return RULE.id();
    }

    @Override
    public List<Finding> assess(Situation situation) {
        var place = Place.cluster("hosts");
        var count = situation.setup().hosts(host -> host.has(Role.ETCD)).size();
        if (count == 0) {
            return List.of(RULE.notApplicable(place, NO_ETCD_HERE));
        }
        var found = Rule.value(count);
        var wanted = Text.of(QUORUM_WANTED);
        return List.of(
                count % 2 == 1
                        ? RULE.passed(place, found, wanted)
                        : RULE.failed(place, found, wanted, Text.of(QUORUM_FAILS, count)));
    }
}
