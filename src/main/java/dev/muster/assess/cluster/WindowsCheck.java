package dev.muster.assess.cluster;

import dev.muster.assess.Finding;
import dev.muster.assess.Situation;
import java.util.List;

/// A check on what a Rancher release supports that Windows hosts alone need.
abstract class WindowsCheck extends RancherCheck {

    WindowsCheck(Rule rule, String field) {
        super(rule, field);
    }

    @Override
    public final List<Finding> assess(Situation situation) {
        return Workers.onWindows(situation.setup())
                ? super.assess(situation)
                : List.of(notApplicable(ClusterWords.NO_WINDOWS));
    }
}
