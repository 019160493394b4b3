package dev.muster.plan;

import dev.muster.base.HostName;
import dev.muster.base.Text;
import java.time.Duration;
import java.util.List;

/// Until Rancher itself says that a host's node is active: an agent that runs is not yet a node that works. It asks
/// and changes nothing.
///
/// @param cluster the cluster's name in Rancher
/// @param node    the host's name there
public record Wait(
        StepId id, HostName host, String cluster, HostName node, List<StepId> after, Duration timeout, boolean quorum)
        implements Step {

    public Wait {
        after = List.copyOf(after);
    }

    @Override
    public Text title() {
        return Text.of(PlanWords.STEP_ACTIVE);
    }

    /// What Rancher is asked (rancher-2.1 §2.6).
    public String path() {
        return "/v3/nodes?clusterId=<" + cluster + ">";
    }

    /// Which answer ends it.
    public String until() {
        return "requestedHostname = " + node + ", state = active";
    }

    public List<String> asks() {
        return List.of("GET " + path(), "until " + until());
    }

    @Override
    public boolean reboots() {
        return false;
    }

    @Override
    public Text undo() {
        return Text.of(PlanWords.UNDO_NOTHING);
    }
}
