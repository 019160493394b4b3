package dev.muster.ui.run;

import dev.muster.base.HostName;
import dev.muster.base.Text;
import dev.muster.catalog.Advice;
import dev.muster.catalog.Guidance;
import dev.muster.plan.Plan;
import dev.muster.plan.StepId;
import dev.muster.run.RunEnd;
import dev.muster.run.RunEvent;
import dev.muster.run.RunId;
import dev.muster.run.RunRecord;
import dev.muster.run.Running;
import dev.muster.run.StepState;
import dev.muster.ui.kit.Bar;
import dev.muster.ui.kit.Bar.Left;
import dev.muster.ui.kit.Errands;
import dev.muster.ui.kit.PageId;
import dev.muster.ui.kit.PageModel;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.Standing;
import dev.muster.ui.kit.Standing.Mark;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.work.LogText;
import dev.muster.ui.work.Troubles;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A run as it goes: the grid, the log, and what can be done about a step that failed.
public final class RunModel implements PageModel {

    /// Begins a run and tells its news, from threads of the engine.
    @FunctionalInterface
    public interface Starter {
        Running start(Consumer<RunEvent> news) throws Exception;
    }

    /// Goes on with a run, and takes the locks of these hosts from whoever holds them.
    @FunctionalInterface
    public interface Resumer {
        Running resume(RunId run, Set<HostName> takeOver, Consumer<RunEvent> news) throws Exception;
    }

    /// The logs of a run: of one host, or of all.
    public interface Logs {
        LogText of(RunId run, Optional<HostName> host);
    }

    /// Where the run stands.
    public enum Phase {
        NOT_BEGUN,
        /// an earlier run that stopped before its end; it can be resumed
        CUT_OFF,
        UNDER_WAY,
        PARKED,
        STOPPING,
        ENDED
    }

    private final Errands errands;
    private final Clock clock;
    private final Guidance guidance;
    private final Logs logs;
    private final Resumer resumer;
    private final Consumer<PageId> open;
    private final LogModel log;
    private final ReadOnlyObjectWrapper<Bar> bar = new ReadOnlyObjectWrapper<>(Bar.EMPTY);
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>(Standing.OPEN);
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();

    private Optional<RunGrid> grid = Optional.empty();
    private Optional<Running> running = Optional.empty();
    private Optional<RunId> run = Optional.empty();
    private Optional<RunEnd> end = Optional.empty();
    private Optional<Text> trouble = Optional.empty();
    private Optional<Advice> advice = Optional.empty();
    private Optional<Text> noted = Optional.empty();
    private Phase phase = Phase.NOT_BEGUN;
    private TakeOver takeOver = TakeOver.NONE;
    private Runnable askStop = () -> {};

    public RunModel(
            Errands errands, Clock clock, Guidance guidance, Logs logs, Resumer resumer, Consumer<PageId> open) {
        this.errands = errands;
        this.clock = clock;
        this.guidance = guidance;
        this.logs = logs;
        this.resumer = resumer;
        this.open = open;
        log = new LogModel(
                errands,
                line -> ErrorLines.saysWrong(line) || guidance.about(line).isPresent());
        refresh();
    }

    @Override
    public PageId page() {
        return PageId.RUN;
    }

    @Override
    public ReadOnlyObjectProperty<Bar> bar() {
        return bar.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<Standing> standing() {
        return standing.getReadOnlyProperty();
    }

    @Override
    public void go() {
        if (phase == Phase.CUT_OFF) {
            resume(Set.of());
        } else {
            open.accept(PageId.REPORT);
        }
    }

    /// Asks how to stop, by whatever the window hangs in here.
    @Override
    public void halt() {
        askStop.run();
    }

    public void onStop(Runnable ask) {
        askStop = ask;
    }

    public ReadOnlyIntegerProperty changes() {
        return changes.getReadOnlyProperty();
    }

    public LogModel log() {
        return log;
    }

    public Phase phase() {
        return phase;
    }

    public Optional<RunId> run() {
        return run;
    }

    public Optional<RunEnd> end() {
        return end;
    }

    public Optional<Text> trouble() {
        return trouble;
    }

    /// What is known of the first error, and what would do.
    public Optional<Advice> advice() {
        return advice;
    }

    public Optional<Plan> plan() {
        return grid.map(RunGrid::plan);
    }

    public boolean underWay() {
        return phase == Phase.UNDER_WAY || phase == Phase.PARKED || phase == Phase.STOPPING;
    }

    public List<GridRow> rows() {
        return grid.map(it -> it.rows(clock.instant())).orElse(List.of());
    }

    public long count(StepState... states) {
        return grid.map(it -> it.count(states)).orElse(0L);
    }

    public long done() {
        return count(StepState.DONE, StepState.ALREADY, StepState.SKIPPED);
    }

    public int steps() {
        return plan().map(it -> it.steps().size()).orElse(0);
    }

    /// Shows an earlier run as its folder tells it; the button resumes it.
    public void look(RunRecord record) {
        var told = new RunGrid(record.plan());
        record.steps().forEach(step -> told.set(step.step(), step.state(), record.started()));
        take(told);
        run = Optional.of(record.id());
        log.of(host -> logs.of(record.id(), host));
        phase = record.end() == null
                        || record.count(StepState.FAILED, StepState.WAITING, StepState.UNKNOWN, StepState.CANCELLED) > 0
                ? Phase.CUT_OFF
                : Phase.ENDED;
        end = Optional.ofNullable(record.end());
        takeOver = phase == Phase.CUT_OFF ? TakeOver.of(record.plan(), record.problems()) : TakeOver.NONE;
        refresh();
    }

    private void resume(Set<HostName> taken) {
        run.ifPresent(id -> grid.ifPresent(told -> begin(told, news -> resumer.resume(id, taken, news))));
    }

    /// The hosts that another run keeps locked, with what was typed to take them over.
    public TakeOver takeOver() {
        return takeOver;
    }

    /// The name of a locked host, typed to say that its lock is to be taken.
    public void type(HostName host, String name) {
        takeOver = takeOver.typed(host, name);
        refresh();
    }

    /// Takes the locks of the hosts whose names were typed, and goes on with the run.
    public void takeLocks() {
        if (takeOver.settled()) {
            resume(takeOver.hosts());
        }
    }

    private void take(RunGrid fresh) {
        grid = Optional.of(fresh);
        running = Optional.empty();
        end = Optional.empty();
        trouble = Optional.empty();
        advice = Optional.empty();
        takeOver = TakeOver.NONE;
    }

    /// Begins a run of this plan; its news come by themselves.
    public void begin(Plan plan, Starter starter) {
        begin(new RunGrid(plan), starter);
    }

    private void begin(RunGrid fresh, Starter starter) {
        take(fresh);
        phase = Phase.UNDER_WAY;
        refresh();
        errands.send(
                () -> starter.start(event -> heard(fresh, event)),
                begun -> {
                    running = Optional.of(begun);
                    run = Optional.of(begun.id());
                    log.of(host -> logs.of(begun.id(), host));
                    refresh();
                },
                e -> {
                    trouble = Optional.of(Troubles.of(e));
                    phase = Phase.ENDED;
                    refresh();
                });
    }

    /// News from the engine, on its threads. A line of the log is only counted: the text is read from the file.
    private void heard(RunGrid of, RunEvent event) {
        switch (event) {
            case RunEvent.LogLine line -> {
                guidance.about(line.line()).ifPresent(known -> errands.post(() -> explain(known)));
                log.grew();
            }
            case RunEvent.Noted(var _, var _, var what) ->
                errands.post(() -> {
                    noted = Optional.of(what);
                    refresh();
                });
            case RunEvent.StepChanged(var time, var step, var _, var state, var _) ->
                errands.post(() -> {
                    noted = Optional.empty();
                    of.set(step, state, time);
                    if (phase == Phase.PARKED && state == StepState.RUNNING) {
                        phase = Phase.UNDER_WAY;
                    }
                    refresh();
                });
            case RunEvent.Parked _ ->
                errands.post(() -> {
                    phase = Phase.PARKED;
                    refresh();
                });
            case RunEvent.Ended(var _, var how, var problems) ->
                errands.post(() -> {
                    end = Optional.of(how);
                    problems.stream()
                            .findFirst()
                            .ifPresent(problem -> trouble =
                                    Optional.of(UiWords.text(UiWords.PROBLEM_SHOWN, problem.what(), problem.fix())));
                    phase = Phase.ENDED;
                    takeOver = TakeOver.of(of.plan(), problems);
                    log.grew();
                    refresh();
                });
        }
    }

    private void explain(Advice known) {
        if (advice.isEmpty()) {
            advice = Optional.of(known);
            refresh();
        }
    }

    public void retry(List<StepId> steps) {
        advice = Optional.empty();
        running.ifPresent(it -> it.retry(steps));
        refresh();
    }

    public void skip(List<StepId> steps) {
        running.ifPresent(it -> it.skip(steps));
    }

    /// Ends the running steps on their hosts.
    public void stopNow() {
        if (!underWay()) {
            return; // it ended while it was asked how to stop it
        }
        phase = Phase.STOPPING;
        running.ifPresent(it -> errands.send(
                () -> {
                    it.cancel();
                    return it;
                },
                _ -> {},
                _ -> {}));
        refresh();
    }

    /// Lets the running steps finish and starts no more.
    public void stopAfter() {
        if (!underWay()) {
            return;
        }
        phase = Phase.STOPPING;
        running.ifPresent(Running::finishAndStop);
        refresh();
    }

    /// A file couldn't be saved.
    public void say(Text text) {
        trouble = Optional.of(text);
        refresh();
    }

    public void openSettings() {
        open.accept(PageId.SETTINGS);
    }

    /// A second has passed: the clocks in the grid go on.
    public void tick() {
        if (phase == Phase.UNDER_WAY) {
            rise();
        }
    }

    private void refresh() {
        var go = UiWords.text(UiWords.RUN_GO);
        bar.set(
                switch (phase) {
                    case NOT_BEGUN -> Bar.closed(Sign.WAITS, UiWords.text(UiWords.RUN_NONE_WHAT), go);
                    case CUT_OFF ->
                        Bar.open(
                                UiWords.text(UiWords.RUN_BAR_CUT_OFF),
                                UiWords.text(UiWords.RUN_GO_RESUME, steps() - done()));
                    case UNDER_WAY ->
                        Bar.closed(Sign.NONE, noted.orElse(UiWords.text(UiWords.RUN_BAR)), go)
                                .with(Left.STOP);
                    case PARKED ->
                        Bar.closed(Sign.WARNS, UiWords.text(UiWords.RUN_BAR_PARKED), go)
                                .with(Left.STOP);
                    case STOPPING ->
                        Bar.closed(Sign.WORKS, UiWords.text(UiWords.RUN_STOPPING), go)
                                .with(Left.NOTHING);
                    case ENDED -> ended(go);
                });
        if (phase != Phase.NOT_BEGUN) {
            var failed = count(StepState.FAILED, StepState.UNKNOWN) > 0;
            var mark = failed ? Mark.ATTENTION : phase == Phase.ENDED ? Mark.DONE : Mark.OPEN;
            standing.set(Standing.of(mark, UiWords.RUN_LINE, done(), steps()));
        }
        rise();
    }

    private Bar ended(Text go) {
        if (end.isEmpty()) {
            return Bar.closed(
                    Sign.STOPS,
                    UiWords.text(UiWords.RUN_BAR_TROUBLE, trouble.orElse(UiWords.text(UiWords.NOTHING))),
                    go);
        }
        return Bar.open(UiWords.text(UiWords.RUN_BAR_ENDED), go);
    }

    private void rise() {
        changes.set(changes.get() + 1);
    }
}
