package dev.muster.ui.settings;

import dev.muster.base.Problem;
import dev.muster.setup.RegistrationReading;
import dev.muster.setup.RegistrationReading.Foretold;
import dev.muster.setup.RegistrationReading.Missing;
import dev.muster.setup.RegistrationReading.Readable;
import dev.muster.setup.RegistrationReading.Unreadable;
import dev.muster.ui.kit.Bar;
import dev.muster.ui.kit.PageId;
import dev.muster.ui.kit.PageModel;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.Standing;
import dev.muster.ui.kit.Standing.Mark;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.work.Understood;
import dev.muster.ui.work.Work;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Which Rancher and which cluster: the pasted command, what was read in it, and what the admin says of the cluster.
public final class SettingsModel implements PageModel {

    /// The networks that Rancher offers, as the setup file calls them.
    public static final List<String> NETWORKS =
            List.of("canal", "flannel", "flannel-host-gw", "calico", "cilium", "weave");

    private final Work work;
    private final Consumer<PageId> open;
    private final ReadOnlyObjectWrapper<Bar> bar = new ReadOnlyObjectWrapper<>(Bar.EMPTY);
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>(Standing.OPEN);

    public SettingsModel(Work work, Consumer<PageId> open) {
        this.work = work;
        this.open = open;
        work.onChange(this::refresh);
        refresh();
    }

    @Override
    public PageId page() {
        return PageId.SETTINGS;
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
        open.accept(PageId.HOSTS);
    }

    public ReadOnlyIntegerProperty changes() {
        return work.changes();
    }

    public RegistrationReading registration() {
        return work.registration();
    }

    /// The command as typed.
    public String command() {
        return work.command();
    }

    /// The command as it may be shown: without its token. Empty while it can't be read.
    public String shownCommand() {
        return work.registration() instanceof Readable(var read) ? CommandReads.shown(work.command(), read) : "";
    }

    public List<Read> reads() {
        return work.registration() instanceof Readable(var read)
                ? CommandReads.of(read, work.form().version(), work.form().server())
                : List.of();
    }

    public List<Problem> commandProblems() {
        return work.registration() instanceof Unreadable(var problems) ? problems : List.of();
    }

    public void paste(String command) {
        work.paste(command);
    }

    public String name() {
        return work.form().name();
    }

    /// Names the setup and, unless the file says otherwise, the cluster.
    public void name(String name) {
        var together = work.form().cluster().equals(work.form().name());
        work.edit(form -> together ? form.withName(name).withCluster(name) : form.withName(name));
    }

    /// Whether the version of Rancher has to be said, because the command doesn't say it.
    public boolean wantsVersion() {
        return work.registration() instanceof Readable(var read) && read.bySystemAgent();
    }

    public String version() {
        return work.form().version();
    }

    public void version(String version) {
        work.edit(form -> form.withRancher(version.strip(), form.server()));
    }

    public String kubernetes() {
        return work.form().kubernetes();
    }

    public List<String> kubernetesChoices() {
        return work.kubernetesChoices();
    }

    public void kubernetes(String version) {
        work.edit(form -> form.withKubernetes(version.strip()));
    }

    /// As the setup file calls it; Rancher's default when none was chosen.
    public String network() {
        return work.form().network().isEmpty()
                ? NETWORKS.getFirst()
                : work.form().network();
    }

    public void network(String network) {
        if (!network.equals(network())) {
            work.edit(form -> form.withNetwork(network));
        }
    }

    /// What the file's reader says against a field.
    public Optional<Problem> fault(String field) {
        return work.understood() instanceof Understood.Faulty(var problems)
                ? problems.stream()
                        .filter(problem -> problem.place().field().equals(field))
                        .findFirst()
                : Optional.empty();
    }

    private void refresh() {
        var go = UiWords.text(UiWords.SETTINGS_GO);
        switch (work.registration()) {
            case Missing()
            when isAsked() -> {
                bar.set(nameBar());
                standing.set(line(
                        bar.get().open() ? Mark.DONE : Mark.ATTENTION,
                        UiWords.SETTINGS_LINE_API,
                        work.form().server()));
            }
            case Missing() -> {
                bar.set(Bar.closed(Sign.WAITS, UiWords.text(UiWords.SETTINGS_BAR_MISSING), go));
                standing.set(work.begun() ? line(Mark.OPEN, UiWords.SETTINGS_LINE_MISSING) : Standing.OPEN);
            }
            // a pasted command is never one of those that Rancher has yet to make
            case Foretold _ -> throw new IllegalStateException("nobody has pasted this");
            case Unreadable(var _) -> {
                bar.set(Bar.closed(Sign.STOPS, UiWords.text(UiWords.SETTINGS_BAR_FAULT), go));
                standing.set(line(Mark.ATTENTION, UiWords.SETTINGS_LINE_FAULT));
            }
            case Readable(var read) -> {
                bar.set(nameBar());
                standing.set(line(
                        bar.get().open() ? Mark.DONE : Mark.ATTENTION,
                        UiWords.SETTINGS_LINE,
                        read.bySystemAgent() ? work.form().version() : read.imageTag()));
            }
        }
    }

    /// Whether Rancher itself says how hosts join, so that nobody has to paste a command.
    public boolean isAsked() {
        return work.setup().filter(setup -> setup.rancher().api() != null).isPresent();
    }

    private Bar nameBar() {
        var go = UiWords.text(UiWords.SETTINGS_GO);
        if (work.form().name().isBlank()) {
            return Bar.closed(Sign.WAITS, UiWords.text(UiWords.SETTINGS_BAR_NAME), go);
        }
        return fault("name")
                .map(problem -> Bar.closed(Sign.STOPS, problem.what(), go))
                .orElse(Bar.open(UiWords.text(UiWords.SETTINGS_BAR), go));
    }

    private static Standing line(Mark mark, UiWords key, Object... arguments) {
        return Standing.of(mark, key, arguments);
    }
}
