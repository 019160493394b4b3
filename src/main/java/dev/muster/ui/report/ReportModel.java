package dev.muster.ui.report;

import dev.muster.base.HostName;
import dev.muster.base.Text;
import dev.muster.run.RunId;
import dev.muster.run.RunRecord;
import dev.muster.run.StepRecord;
import dev.muster.run.StepState;
import dev.muster.setup.Acceptance;
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
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What was done, as the run's own folder tells it.
public final class ReportModel implements PageModel {

    private final Work work;
    private final Errands errands;
    private final Supplier<Optional<RunId>> run;
    private final Runnable again;
    private final ReadOnlyObjectWrapper<Bar> bar = new ReadOnlyObjectWrapper<>(Bar.EMPTY);
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>(Standing.OPEN);
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private Optional<RunRecord> record = Optional.empty();
    private Optional<Text> said = Optional.empty();

    /// @param run   the run that was last carried out here
    /// @param again begins something else
    public ReportModel(Work work, Errands errands, Supplier<Optional<RunId>> run, Runnable again) {
        this.work = work;
        this.errands = errands;
        this.run = run;
        this.again = again;
        refresh();
    }

    @Override
    public PageId page() {
        return PageId.REPORT;
    }

    @Override
    public ReadOnlyObjectProperty<Bar> bar() {
        return bar.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<Standing> standing() {
        return standing.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty changes() {
        return changes.getReadOnlyProperty();
    }

    /// Reads the run's folder anew.
    @Override
    public void enter() {
        run.get()
                .ifPresent(id -> errands.send(
                        () -> work.desk().record(id),
                        read -> {
                            record = Optional.of(read);
                            refresh();
                        },
                        e -> say(Troubles.of(e))));
    }

    @Override
    public void go() {
        again.run();
    }

    public Optional<RunRecord> record() {
        return record;
    }

    public boolean isConfirmedByRancher() {
        return record.filter(RunRecord::isConfirmedByRancher).isPresent();
    }

    public List<StepRecord> steps() {
        return record.map(RunRecord::steps).orElse(List.of());
    }

    /// What was done on hosts, and not in Rancher.
    private Stream<StepRecord> stepsOnHosts() {
        var hosts = record.map(run -> run.plan().hosts()).orElse(List.of());
        return steps().stream().filter(step -> hosts.contains(step.host()));
    }

    /// The hosts all of whose steps are done.
    public List<HostName> joined() {
        return stepsOnHosts().collect(Collectors.groupingBy(StepRecord::host)).entrySet().stream()
                .filter(host -> host.getValue().stream()
                        .allMatch(step -> step.state() == StepState.DONE || step.state() == StepState.ALREADY))
                .map(java.util.Map.Entry::getKey)
                .sorted()
                .toList();
    }

    public long hosts() {
        return stepsOnHosts().map(StepRecord::host).distinct().count();
    }

    public List<Acceptance> accepted() {
        return work.form().accept();
    }

    /// What was said last: a file that was saved, or why it couldn't be.
    public Optional<Text> said() {
        return said;
    }

    public void say(Text text) {
        said = Optional.of(text);
        refresh();
    }

    private void refresh() {
        var go = UiWords.text(UiWords.REPORT_GO);
        if (record.isEmpty()) {
            bar.set(Bar.closed(Sign.WAITS, UiWords.text(UiWords.REPORT_NONE_WHAT), go));
        } else {
            var done =
                    steps().stream().filter(step -> step.state().opensTheWay()).count();
            bar.set(Bar.open(said.orElse(UiWords.text(UiWords.REPORT_BAR)), go));
            standing.set(Standing.of(
                    done == steps().size() ? Mark.DONE : Mark.ATTENTION, UiWords.REPORT_LINE, done, steps().size()));
        }
        changes.set(changes.get() + 1);
    }
}
