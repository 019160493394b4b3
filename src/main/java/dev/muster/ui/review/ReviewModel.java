package dev.muster.ui.review;

import dev.muster.assess.State;
import dev.muster.base.Text;
import dev.muster.plan.ApiStep;
import dev.muster.plan.Phase;
import dev.muster.plan.Plan;
import dev.muster.plan.Proof;
import dev.muster.plan.ScriptStep;
import dev.muster.plan.Step;
import dev.muster.plan.Wait;
import dev.muster.ui.kit.Bar;
import dev.muster.ui.kit.Errands;
import dev.muster.ui.kit.PageId;
import dev.muster.ui.kit.PageModel;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.Standing;
import dev.muster.ui.kit.Standing.Mark;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.work.Troubles;
import dev.muster.ui.work.Work;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The plan as it would run: phases and steps at the left, the exact text at the right.
public final class ReviewModel implements PageModel {

    /// What came of planning.
    public sealed interface Planned {
        record NotYet() implements Planned {}

        record Working() implements Planned {}

        record Ready(Plan plan) implements Planned {}

        record Trouble(Text why) implements Planned {}
    }

    private final Work work;
    private final Errands errands;
    private final Consumer<Plan> run;
    private final ReadOnlyObjectWrapper<Planned> planned = new ReadOnlyObjectWrapper<>(new Planned.NotYet());
    private final ReadOnlyObjectWrapper<Bar> bar = new ReadOnlyObjectWrapper<>(Bar.EMPTY);
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>(Standing.OPEN);

    private Optional<Text> said = Optional.empty();

    /// @param run begins the run of a plan
    public ReviewModel(Work work, Errands errands, Consumer<Plan> run) {
        this.work = work;
        this.errands = errands;
        this.run = run;
        work.onChange(this::refresh);
        refresh();
    }

    @Override
    public PageId page() {
        return PageId.REVIEW;
    }

    @Override
    public ReadOnlyObjectProperty<Bar> bar() {
        return bar.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<Standing> standing() {
        return standing.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Planned> planned() {
        return planned.getReadOnlyProperty();
    }

    /// Plans anew each time the page is opened: the plan belongs to what is set up now.
    @Override
    public void enter() {
        if (work.setup().isEmpty() || work.probed().isEmpty()) {
            return;
        }
        if (!(planned.get() instanceof Planned.Ready)) {
            planned.set(new Planned.Working());
        }
        refresh();
        errands.send(
                work.planner(),
                plan -> {
                    planned.set(new Planned.Ready(plan));
                    refresh();
                },
                e -> {
                    planned.set(new Planned.Trouble(Troubles.of(e)));
                    refresh();
                });
    }

    @Override
    public void go() {
        plan().ifPresent(run);
    }

    public Optional<Plan> plan() {
        return planned.get() instanceof Planned.Ready(var plan) ? Optional.of(plan) : Optional.empty();
    }

    /// The plan's lines, phase by phase; steps that do the same on several hosts are one line.
    public List<Entry> entries() {
        var lines = new ArrayList<Entry>();
        var number = 1;
        for (var phase : plan().map(Plan::phases).orElse(List.of())) {
            lines.add(new Entry.PhaseLine(number++, phase.title(), phase.steps().size(), first(phase)));
            byTitle(phase).values().forEach(steps -> lines.add(new Entry.Steps(steps)));
        }
        return lines;
    }

    private static Map<String, List<Step>> byTitle(Phase phase) {
        var together = new LinkedHashMap<String, List<Step>>();
        for (var step : phase.steps()) {
            together.computeIfAbsent(step.id().kind() + step.title(), _ -> new ArrayList<>())
                    .add(step);
        }
        return together;
    }

    /// The hosts of other phases that all steps of this one wait for.
    private List<String> first(Phase phase) {
        var own = phase.steps().stream().map(Step::host).toList();
        return phase.steps().stream()
                .flatMap(step -> step.after().stream())
                .flatMap(id -> plan().flatMap(plan -> plan.step(id)).stream())
                .filter(step -> !(step instanceof ApiStep))
                .map(Step::host)
                .filter(host -> !own.contains(host))
                .map(host -> host.value())
                .distinct()
                .toList();
    }

    /// The text that runs on the host, line by line.
    public static List<String> text(Step step) {
        return switch (step) {
            case ScriptStep script -> script.script().text().lines().toList();
            case ApiStep api -> api.sends();
            case Proof proof -> proof.asks();
            case Wait wait -> wait.asks();
        };
    }

    /// Names of the secrets that the step's script reads from private files.
    public static List<String> secrets(Step step) {
        return switch (step) {
            case ScriptStep script -> script.script().secrets();
            case ApiStep _, Wait _, Proof _ -> List.of();
        };
    }

    /// What was said last: scripts that were saved, or why they couldn't be.
    public void say(Text text) {
        said = Optional.of(text);
        refresh();
    }

    /// How many findings were taken knowingly.
    public int accepted() {
        return work.assessment().in(State.ACCEPTED).size();
    }

    /// What the button begins: which hosts it restarts stands beside it.
    private static Text promise(Plan plan) {
        var restarted = plan.steps().stream()
                .filter(Step::reboots)
                .map(step -> step.host().value())
                .distinct()
                .toList();
        return restarted.isEmpty()
                ? UiWords.text(UiWords.REVIEW_BAR)
                : UiWords.text(UiWords.REVIEW_BAR_REBOOTS, restarted);
    }

    private void refresh() {
        var none = UiWords.text(UiWords.REVIEW_GO_NONE);
        if (work.assessment().stops() || work.probed().isEmpty()) {
            bar.set(Bar.closed(Sign.STOPS, UiWords.text(UiWords.REVIEW_NONE_WHAT), none));
            standing.set(plan().isPresent() ? Standing.of(Mark.STALE, UiWords.NOTHING) : Standing.OPEN);
            return;
        }
        switch (planned.get()) {
            case Planned.NotYet() -> bar.set(Bar.closed(Sign.WAITS, UiWords.text(UiWords.REVIEW_NONE_WHAT), none));
            case Planned.Working() -> bar.set(Bar.closed(Sign.WORKS, UiWords.text(UiWords.REVIEW_WORKING), none));
            case Planned.Trouble(var why) ->
                bar.set(Bar.closed(Sign.STOPS, UiWords.text(UiWords.REVIEW_TROUBLE, why), none));
            case Planned.Ready(var plan) -> {
                var steps = plan.steps().size();
                var hosts = plan.hosts().size();
                bar.set(
                        steps == 0
                                ? Bar.closed(Sign.FITS, UiWords.text(UiWords.REVIEW_EMPTY), none)
                                : Bar.open(said.orElse(promise(plan)), UiWords.text(UiWords.REVIEW_GO, steps, hosts)));
                standing.set(Standing.of(Mark.DONE, UiWords.REVIEW_LINE, steps, hosts));
            }
        }
    }
}
