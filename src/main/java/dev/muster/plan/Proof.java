package dev.muster.plan;

import dev.muster.base.HostName;
import dev.muster.base.Text;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// A second look at a host after a cleaning, with the eyes of the first: what was to go has gone, what was to stay is
/// there. It asks and changes nothing.
///
/// @param gone  items by their ids in the scan
/// @param stays items that the scan found and the cleaning doesn't take
public record Proof(
        StepId id, HostName host, List<String> gone, List<String> stays, List<StepId> after, Duration timeout)
        implements Step {

    public Proof {
        gone = List.copyOf(gone);
        stays = List.copyOf(stays);
        after = List.copyOf(after);
    }

    @Override
    public Text title() {
        return Text.of(PlanWords.STEP_PROOF);
    }

    /// What it looks for, in a person's reading order.
    public List<String> asks() {
        return Stream.concat(
                        Stream.of("gone   all " + gone.size() + " that the steps before take"),
                        stays.stream().map(id -> "stays  " + id))
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
        return Text.of(PlanWords.UNDO_NOTHING);
    }
}
