package dev.muster.run;

import static dev.muster.run.StepState.FAILED;
import static dev.muster.run.StepState.RUNNING;
import static dev.muster.run.StepState.UNKNOWN;
import static dev.muster.run.StepState.WAITING;

import dev.muster.base.HostName;
import dev.muster.plan.Plan;
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

    private final List<Step> steps;
    private final OnFailure onFailure;
    private final Map<StepId, Place> places = new LinkedHashMap<>();
    private final Set<StepId> failedBefore = new HashSet<>();

    Board(Plan plan, OnFailure onFailure) {
        this.steps = plan.steps();
        this.onFailure = onFailure;
        for (var step : steps) {
            places.put(step.id(), new Place(WAITING, 0, false));
        }
        for (var step : steps) {
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
        return steps.stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("not a step of this plan: " + id));
    }

    void put(StepId step, StepState state, int attempt, boolean pickUp) {
        at(step);
        places.put(step, new Place(state, attempt, pickUp));
    }

    /// It failed before this run was resumed, and isn't tried again: it parks its host and stops nobody else.
    void leaveFailed(StepId step, int attempt) {
        put(step, FAILED, attempt, false);
        failedBefore.add(step);
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
        var bad = steps.stream().filter(is(FAILED, UNKNOWN)).toList();
        var stopped = onFailure == OnFailure.STOP && bad.stream().anyMatch(step -> !failedBefore.contains(step.id()));
        return steps.stream()
                .filter(step -> at(step.id()).pickUp() || (!stopped && isNext(step, bad)))
                .filter(step -> busy.add(step.host()))
                .toList();
    }

    private boolean isNext(Step step, List<Step> bad) {
        return at(step.id()).state() == WAITING
                && step.after().stream().allMatch(id -> at(id).state().opensTheWay())
                && bad.stream().noneMatch(other -> isInTheWay(other, step));
    }

    /// A failed step parks its host; and a cluster with one of its members in doubt isn't put at risk by another.
    private static boolean isInTheWay(Step bad, Step step) {
        return bad.host().equals(step.host()) || (bad.quorum() && step.quorum());
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
        return steps.stream()
                .filter(step -> step.host().equals(host) && at(step.id()).state() == WAITING)
                .findFirst();
    }
}
