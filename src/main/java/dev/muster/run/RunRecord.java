package dev.muster.run;

import dev.muster.base.HostName;
import dev.muster.base.Problem;
import dev.muster.plan.Plan;
import dev.muster.plan.StepId;
import dev.muster.plan.Wait;
import dev.muster.setup.Goal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A run as its folder tells it.
///
/// @param setupText the setup file's text
/// @param base      the folder that paths in it are relative to
/// @param steps     in the order of the plan
/// @param ended     null: it hasn't ended, or was cut off
/// @param end       null: likewise
/// @param underWay  whether a Muster of this workstation carries it out right now
/// @param takenOver hosts whose lock was taken from another run, with that run's name
public record RunRecord(
        RunId id,
        String setup,
        Goal goal,
        String setupText,
        Path base,
        Plan plan,
        List<StepRecord> steps,
        Instant started,
        @Nullable Instant ended,
        @Nullable RunEnd end,
        List<Problem> problems,
        boolean underWay,
        List<String> takenOver) {

    public RunRecord {
        steps = List.copyOf(steps);
        problems = List.copyOf(problems);
        takenOver = List.copyOf(takenOver);
    }

    public Optional<StepRecord> step(StepId id) {
        return steps.stream().filter(step -> step.step().equals(id)).findFirst();
    }

    public long count(StepState... states) {
        return steps.stream()
                .filter(step -> List.of(states).contains(step.state()))
                .count();
    }

    /// Whether Rancher has called every node active that it was asked for.
    public boolean isConfirmedByRancher() {
        return plan.asksRancher()
                && plan.steps().stream()
                        .filter(Wait.class::isInstance)
                        .allMatch(wait -> step(wait.id())
                                .filter(step -> step.state() == StepState.DONE || step.state() == StepState.ALREADY)
                                .isPresent());
    }

    static RunRecord read(RunFolder folder, RunId id) {
        var plan = folder.readPlan();
        var steps = new LinkedHashMap<StepId, StepRecord>();
        for (var step : plan.steps()) {
            steps.put(
                    step.id(),
                    new StepRecord(step.id(), step.host(), step.title(), StepState.WAITING, 0, null, null, -1, null));
        }
        var story = new Story();
        for (var entry : Journal.read(folder.journal()).entries()) {
            story.add(entry, steps);
        }
        return new RunRecord(
                id,
                plan.setup(),
                plan.goal(),
                folder.readSetup(),
                Path.of(story.base),
                plan,
                List.copyOf(steps.values()),
                story.started,
                story.end == null ? null : story.end.time(),
                story.end == null ? null : story.end.end(),
                story.end == null ? List.of() : story.end.problems(),
                RunLock.isHeld(folder.path()),
                List.copyOf(story.takenOver.values()));
    }

    /// What the entries come to, read one after the other.
    private static final class Story {
        private String base = "";
        private Instant started = Instant.EPOCH;
        private Entry.@Nullable Ended end;
        private final Map<HostName, String> takenOver = new LinkedHashMap<>();

        private void add(Entry entry, Map<StepId, StepRecord> steps) {
            switch (entry) {
                case Entry.Started first -> {
                    started = first.time();
                    base = first.base();
                }
                case Entry.TakenUp _ -> end = null;
                case Entry.Stepped stepped ->
                    steps.computeIfPresent(stepped.step(), (_, record) -> record.after(stepped));
                case Entry.Locked locked -> {
                    if (locked.change() == Entry.Locked.Change.TAKEN_OVER) {
                        takenOver.put(locked.host(), locked.host() + ": " + locked.from());
                    }
                }
                case Entry.Noted _ -> {}
                case Entry.Ended ended -> end = ended;
            }
        }
    }
}
