package dev.muster.run;

import static dev.muster.run.StepState.FAILED;
import static dev.muster.run.StepState.RUNNING;
import static dev.muster.run.StepState.UNKNOWN;
import static dev.muster.run.StepState.WAITING;

import dev.muster.base.HostName;
import dev.muster.plan.Plan;
import dev.muster.plan.ScriptStep;
import dev.muster.plan.Step;
import dev.muster.plan.StepId;
import dev.muster.run.RunOptions.OnFailure;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Where each step of a run stands, and what may start next. It does nothing by itself; one thread.
final class Board {

    /// @param attempt 0: never begun
    /// @param pickUp  it was under way when the line or Muster went: its job is looked at first
    record Place(StepState state, int attempt, boolean pickUp) {}

    private final Plan plan;
    private final OnFailure onFailure;
    private final Map<StepId, Place> places = new LinkedHashMap<>();

    Board(Plan plan, OnFailure onFailure) {
        this.plan = plan;
        this.onFailure = onFailure;
        for (var step : plan.steps()) {
            places.put(step.id(), new Place(WAITING, 0, false));
        }
        for (var step : plan.steps()) {
            if (!places.keySet().containsAll(step.after())) {
                throw new IllegalStateException(step.id() + " waits for a step that isn't planned: " + step.after());
            }
        }
    }

    Place at(StepId step) {
        var place = places.get(step);
        if (place == null) {
            throw new IllegalStateException("not a step of this plan: " + step);
        }
        return place;
    }

    Step step(StepId id) {
        return plan.step(id).orElseThrow(() -> new IllegalStateException("not a step of this plan: " + id));
    }

    void put(StepId step, StepState state, int attempt, boolean pickUp) {
        at(step);
        places.put(step, new Place(state, attempt, pickUp));
    }

    List<StepId> in(StepState... states) {
        var wanted = Set.of(states);
        return places.entrySet().stream()
                .filter(entry -> wanted.contains(entry.getValue().state()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The steps that may start now, in the plan's order, one a host.
    ///
    /// @param taken hosts that are still busy with a step
    List<Step> startable(Collection<HostName> taken) {
        var busy = new HashSet<>(taken);
        return plan.steps().stream()
                .filter(step -> mayStart(step) && !busy.contains(step.host()))
                .filter(step -> busy.add(step.host()))
                .toList();
    }

    private boolean mayStart(Step step) {
        var place = at(step.id());
        if (place.pickUp()) {
            return true;
        }
        return place.state() == WAITING
                && step.after().stream().allMatch(id -> at(id).state().opensTheWay())
                && !(onFailure == OnFailure.STOP && !in(FAILED, UNKNOWN).isEmpty())
                && plan.steps().stream().filter(is(FAILED, UNKNOWN)).noneMatch(bad -> isInTheWay(bad, step));
    }

    /// A failed step parks its host; and a cluster with one of its members in doubt isn't put at risk by another.
    private static boolean isInTheWay(Step bad, Step step) {
        return bad.host().equals(step.host()) || (isQuorum(bad) && isQuorum(step));
    }

    private static boolean isQuorum(Step step) {
        return switch (step) {
            case ScriptStep script -> script.quorum();
        };
    }

    private Predicate<Step> is(StepState... states) {
        var wanted = Set.of(states);
        return step -> wanted.contains(at(step.id()).state());
    }

    boolean isAllDone() {
        return places.values().stream().allMatch(place -> place.state().opensTheWay());
    }

    boolean isInDoubt() {
        return !in(UNKNOWN, RUNNING).isEmpty();
    }

    /// How the run would end if nothing more started.
    RunEnd end() {
        if (isAllDone()) {
            return RunEnd.DONE;
        }
        if (isInDoubt()) {
            return RunEnd.LOST;
        }
        return in(FAILED).isEmpty() ? RunEnd.CANCELLED : RunEnd.FAILED;
    }

    Optional<Step> firstToDo(HostName host) {
        return plan.steps().stream()
                .filter(step -> step.host().equals(host) && at(step.id()).state() == WAITING)
                .findFirst();
    }
}
