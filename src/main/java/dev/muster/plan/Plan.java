package dev.muster.plan;

import dev.muster.base.HostName;
import dev.muster.setup.Goal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All that will happen, in the order in which it would run.
public record Plan(Goal goal, String setup, List<Phase> phases) {

    public Plan {
        phases = List.copyOf(phases);
    }

    public List<Step> steps() {
        return phases.stream().flatMap(phase -> phase.steps().stream()).toList();
    }

    public Optional<Step> step(StepId id) {
        return steps().stream().filter(step -> step.id().equals(id)).findFirst();
    }

    /// Whether a step destroys what nothing brings back.
    public boolean destroys(Step step) {
        return goal == Goal.CLEAN && step instanceof ScriptStep;
    }

    /// The hosts on which it destroys something; each one's name is asked for.
    public List<HostName> destroysOn() {
        return steps().stream()
                .filter(this::destroys)
                .map(Step::host)
                .distinct()
                .sorted()
                .toList();
    }

    /// Whether Rancher has the last word on the nodes.
    public boolean asksRancher() {
        return steps().stream().anyMatch(Wait.class::isInstance);
    }

    /// The hosts that it touches, in the order of their names: the order in which their locks are taken.
    public List<HostName> hosts() {
        return steps().stream()
                .filter(step -> !(step instanceof ApiStep))
                .map(Step::host)
                .distinct()
                .sorted()
                .toList();
    }

    /// The server that it changes something in, if it does, then the hosts.
    public List<HostName> places() {
        var servers = steps().stream().filter(ApiStep.class::isInstance).map(Step::host);
        return Stream.concat(servers, hosts().stream()).distinct().toList();
    }
}
