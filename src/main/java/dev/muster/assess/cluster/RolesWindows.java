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
import java.util.EnumSet;
import java.util.List;

/// Whether Windows hosts are workers and nothing else.
final class RolesWindows implements Check {

    private static final Rule RULE = new Rule(
            CheckId.ROLES_WINDOWS,
            Severity.HARD,
            WINDOWS,
            WINDOWS_WHY,
            WINDOWS_FIX,
            "DOCS-JAN cluster-provisioning/rke-clusters/windows-clusters; RANCHER v2.1.6 pkg/agent/main_windows.go");

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
        return windows.stream().map(host -> finding(host, situation)).toList();
    }

    private static Finding finding(Host host, Situation situation) {
        var place = new Place(host.name(), situation.field(host.name()) + ".roles");
        var others = EnumSet.copyOf(host.roles());
        others.remove(Role.WORKER);
        var found = Rule.value(List.copyOf(host.roles()));
        var wanted = Rule.value(Role.WORKER);
        return others.isEmpty()
                ? RULE.passed(place, found, wanted)
                : RULE.failed(place, found, wanted, Text.of(WINDOWS_FAILS, host.name(), List.copyOf(others)));
    }
}
