package dev.muster.plan;

import dev.muster.base.HostName;
import dev.muster.base.Text;
import dev.muster.script.Script;
import java.time.Duration;
import java.util.List;

/// A script on a host, as a job of its own.
///
/// @param quorum whether the host is one of those whose loss stops the cluster: the runner never goes on with others
///     of them while one has failed
public record ScriptStep(
        StepId id,
        HostName host,
        Text title,
        Script script,
        List<StepId> after,
        Duration timeout,
        Text undo,
        boolean quorum)
        implements Step {

    public ScriptStep {
        after = List.copyOf(after);
    }
}
