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
import java.util.stream.Collectors;

/// Whether the plan has a step for every host. It has none that joins a Windows host, so none of them may be in a
/// setup that is run.
///
/// Decided: a stop, instead of a plan without them; a run that ends well although a host of the setup isn't joined
/// says something that isn't so. It goes when the plan can join them.
final class GoalWindows implements Check {

    private static final Rule RULE = new Rule(
            CheckId.GOAL_WINDOWS,
            Severity.HARD,
            GOAL_WINDOWS,
            GOAL_WINDOWS_WHY,
            GOAL_WINDOWS_ALONE,
            "DERIVED: the plan has no step that joins a Windows host");

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
        var others = situation.setup().hosts(host -> host.os() == Os.LINUX).stream()
                .map(Host::name)
                .map(HostName::value)
                .collect(Collectors.joining(","));
        var rule = others.isEmpty() ? RULE : RULE.mendedBy(Text.of(GOAL_WINDOWS_FIX, "--only " + others));
        return windows.stream().map(host -> failed(rule, host, situation)).toList();
    }

    private static Finding failed(Rule rule, Host host, Situation situation) {
        var place = new Place(host.name(), situation.field(host.name()));
        return rule.failed(
                place,
                Text.of(GOAL_WINDOWS_FOUND),
                Text.of(GOAL_WINDOWS_WANTED),
                Text.of(GOAL_WINDOWS_FAILS, host.name()));
    }
}
