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
import dev.muster.setup.Role;
import java.util.List;

/// Whether a role that a cluster can't do without has a host. Where only workers join by a pasted command, the
/// cluster has the other roles already, which Muster can't see without Rancher's API: that is only said.
///
/// Source: Rancher 2.1 documentation, `cluster-provisioning/production`.
final class RoleCount implements Check {

    private static final String SOURCE = "DOCS-JAN cluster-provisioning/production, rke-clusters/custom-nodes";

    private final Role role;
    private final ClusterWords fails;
    private final Rule rule;

    private RoleCount(Role role, ClusterWords fails, Rule rule) {
        this.role = role;
        this.fails = fails;
        this.rule = rule;
    }

    static List<Check> all() {
        return List.of(
                new RoleCount(
                        Role.ETCD,
                        ETCD_FAILS,
                        new Rule(CheckId.ROLES_ETCD, Severity.HARD, ETCD, ETCD_WHY, ETCD_FIX, SOURCE)),
                new RoleCount(
                        Role.CONTROLPLANE,
                        CONTROLPLANE_FAILS,
                        new Rule(
                                CheckId.ROLES_CONTROLPLANE,
                                Severity.HARD,
                                CONTROLPLANE,
                                CONTROLPLANE_WHY,
                                CONTROLPLANE_FIX,
                                SOURCE)),
                new RoleCount(
                        Role.WORKER,
                        WORKER_FAILS,
                        new Rule(CheckId.ROLES_WORKER, Severity.HARD, WORKER, WORKER_WHY, WORKER_FIX, SOURCE)));
    }

    @Override
    public CheckId id() {
        return rule.id();
    }

    @Override
    public List<Finding> assess(Situation situation) {
        var place = Place.cluster("hosts");
        var hosts = situation.setup().hosts(host -> host.has(role));
        var wanted = Text.of(AT_LEAST_ONE);
        if (!hosts.isEmpty()) {
            var names = hosts.stream().map(Host::name).toList();
            return List.of(rule.passed(place, Text.of(HOSTS_OF, names.size(), names), wanted));
        }
        var found = Text.of(NONE_OF);
        if (Workers.only(situation.setup())) {
            var what = Text.of(ONLY_WORKERS, Text.of(rule.name()));
            return List.of(rule.as(Severity.INFO).failed(place, found, wanted, what));
        }
        return List.of(rule.failed(place, found, wanted, Text.of(fails)));
    }
}
