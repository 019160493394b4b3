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
import dev.muster.setup.Os;
import dev.muster.setup.Role;
import java.util.List;

/// Whether a cluster with Windows hosts has a Linux worker, which carries the ingress.
final class RolesLinuxWorker implements Check {

    private static final Rule RULE = new Rule(
            CheckId.ROLES_LINUX_WORKER,
            Severity.HARD,
            LINUX_WORKER,
            LINUX_WORKER_WHY,
            LINUX_WORKER_FIX,
            "DOCS-JAN cluster-provisioning/rke-clusters/windows-clusters (Node 2)");

    @Override
    public CheckId id() {
        return RULE.id();
    }

    @Override
    public List<Finding> assess(Situation situation) {
        var place = Place.cluster("hosts");
        var setup = situation.setup();
        if (!Workers.onWindows(setup)) {
            return List.of(RULE.notApplicable(place, NO_WINDOWS));
        }
        var names = setup.hosts(host -> host.os() == Os.LINUX && host.has(Role.WORKER)).stream()
                .map(Host::name)
                .toList();
        var wanted = Text.of(AT_LEAST_ONE);
        return List.of(
                names.isEmpty()
                        ? RULE.failed(place, Text.of(NONE_OF), wanted, Text.of(LINUX_WORKER_FAILS))
                        : RULE.passed(place, Text.of(HOSTS_OF, names.size(), names), wanted));
    }
}
