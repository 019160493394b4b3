package dev.muster.plan;

import dev.muster.base.HostName;
import dev.muster.base.Text;
import dev.muster.setup.ClusterRequest;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// One named change through Rancher's API. What is there already is left as it is.
///
/// @param host    the name of the server that is asked: no host of the setup
/// @param cluster the cluster's name in Rancher
/// @param request as it is sent
public record ApiStep(
        StepId id, HostName host, String cluster, ClusterRequest request, List<StepId> after, Duration timeout)
        implements Step {

    public ApiStep {
        after = List.copyOf(after);
    }

    @Override
    public Text title() {
        return switch (request.makes()) {
            case CLUSTER -> Text.of(PlanWords.STEP_CLUSTER, cluster);
            case REGISTRATION -> Text.of(PlanWords.STEP_REGISTRATION, cluster);
        };
    }

    /// The whole request, line by line.
    public List<String> sends() {
        return Stream.concat(
                        Stream.of(request.method() + " " + request.path()),
                        request.body().lines())
                .toList();
    }

    @Override
    public boolean reboots() {
        return false;
    }

    @Override
    public boolean quorum() {
        return false;
    }

    @Override
    public Text undo() {
        return switch (request.makes()) {
            case CLUSTER -> Text.of(PlanWords.UNDO_CLUSTER, cluster);
            case REGISTRATION -> Text.of(PlanWords.UNDO_REGISTRATION);
        };
    }
}
