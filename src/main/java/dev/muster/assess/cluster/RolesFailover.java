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

/// Whether the cluster bears the loss of a host: three etcd, two control plane.
final class RolesFailover implements Check {

    private static final int ETCD_HOSTS = 3;
    private static final int CONTROL_PLANE_HOSTS = 2;
    private static final Rule RULE = new Rule(
            CheckId.ROLES_FAILOVER,
            Severity.INFO,
            FAILOVER,
            FAILOVER_WHY,
            FAILOVER_FIX,
            "DOCS-JAN cluster-provisioning/production (3 etcd, 2 or more controlplane)");

    @Override
    public CheckId id() {
        return RULE.id();
    }

    @Override
    public List<Finding> assess(Situation situation) {
        var place = Place.cluster("hosts");
        var setup = situation.setup();
        if (Workers.only(setup)) {
            return List.of(RULE.notApplicable(place, NO_ETCD_HERE));
        }
        var etcd = setup.hosts(host -> host.has(Role.ETCD)).size();
        var controlPlane = setup.hosts(host -> host.has(Role.CONTROLPLANE)).size();
        var found = Text.of(FAILOVER_FOUND, etcd, controlPlane);
        var wanted = Text.of(FAILOVER_WANTED);
        return List.of(
                etcd >= ETCD_HOSTS && controlPlane >= CONTROL_PLANE_HOSTS
                        ? RULE.passed(place, found, wanted)
                        : RULE.failed(place, found, wanted, Text.of(FAILOVER_FAILS, etcd, controlPlane)));
    }
}
