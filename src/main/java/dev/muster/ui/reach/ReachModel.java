package dev.muster.ui.reach;

import dev.muster.assess.Checks;
import dev.muster.base.HostName;
import dev.muster.base.Text;
import dev.muster.flow.TrustQuestions;
import dev.muster.probe.Probed;
import dev.muster.remote.HostKey;
import dev.muster.setup.Host;
import dev.muster.setup.Setup;
import dev.muster.ui.kit.Bar;
import dev.muster.ui.kit.Bar.Left;
import dev.muster.ui.kit.Errands;
import dev.muster.ui.kit.PageId;
import dev.muster.ui.kit.PageModel;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.Standing;
import dev.muster.ui.kit.Standing.Mark;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.work.Troubles;
import dev.muster.ui.work.Understood;
import dev.muster.ui.work.Work;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Asking the hosts: the ladder to each, the keys that want to be confirmed, and what the hosts say.
public final class ReachModel implements PageModel {

    private static final TrustQuestions NO_QUESTIONS = new TrustQuestions(List.of(), List.of(), Map.of());

    private final Work work;
    private final Errands errands;
    private final Consumer<PageId> open;
    private final ObservableList<ReachRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Bar> bar = new ReadOnlyObjectWrapper<>(Bar.EMPTY);
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>(Standing.OPEN);
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private final Set<HostName> asking = new HashSet<>();
    private TrustQuestions questions = NO_QUESTIONS;
    private Optional<Text> trouble = Optional.empty();
    private Errands.Errand errand = () -> {};
    private int round;

    public ReachModel(Work work, Errands errands, Consumer<PageId> open) {
        this.work = work;
        this.errands = errands;
        this.open = open;
        work.onChange(this::refresh);
        refresh();
    }

    @Override
    public PageId page() {
        return PageId.REACH;
    }

    @Override
    public ReadOnlyObjectProperty<Bar> bar() {
        return bar.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<Standing> standing() {
        return standing.getReadOnlyProperty();
    }

    /// Opening the page for the first time asks the hosts: the button that led here said so.
    @Override
    public void enter() {
        if (work.probed().isEmpty() && asking.isEmpty() && trouble.isEmpty()) {
            ask();
        }
    }

    /// Asks the hosts that were never asked or have changed since; else goes on.
    @Override
    public void go() {
        if (wanting().isEmpty()) {
            open.accept(PageId.FITS);
        } else {
            ask(wanting());
        }
    }

    /// Stops asking; what was read stays.
    @Override
    public void halt() {
        round++;
        errand.cancel();
        asking.clear();
        refresh();
    }

    public ReadOnlyIntegerProperty changes() {
        return changes.getReadOnlyProperty();
    }

    public ObservableList<ReachRow> rows() {
        return FXCollections.unmodifiableObservableList(rows);
    }

    public TrustQuestions questions() {
        return questions;
    }

    /// The name of the bastion or host that this key is about; empty when the setup has none with that address
    /// and port.
    public Optional<String> name(HostKey key) {
        return Optional.ofNullable(questions.bastions().get(key))
                .or(() -> host(key).map(HostName::value));
    }

    private Optional<HostName> host(HostKey key) {
        return work.setup().stream()
                .flatMap(setup -> setup.hosts().stream())
                .filter(key::isOf)
                .map(Host::name)
                .findFirst();
    }

    /// The keys in the order of their hosts.
    public List<HostKey> inOrder(List<HostKey> keys) {
        var order = work.form().hosts().stream().map(host -> host.name()).toList();
        return keys.stream()
                .sorted(Comparator.comparingInt(key -> questions.bastions().containsKey(key)
                        ? -1
                        : order.indexOf(host(key).map(HostName::value).orElse(""))))
                .toList();
    }

    public boolean busy() {
        return !asking.isEmpty();
    }

    /// Whether any host was asked or is being asked.
    public boolean begun() {
        return busy() || !work.probed().isEmpty() || trouble.isPresent();
    }

    public int hosts() {
        return work.form().hosts().size();
    }

    public long reached() {
        return work.probed().values().stream().filter(Probed::reached).count();
    }

    public long answered() {
        return (long) hosts() - asking.size();
    }

    public Optional<Probed> probed(HostName host) {
        return Optional.ofNullable(work.probed().get(host));
    }

    /// Asks every host.
    public void ask() {
        ask(work.setup().map(Setup::hosts).orElse(List.of()));
    }

    /// Asks these hosts again; while others are being asked, nothing happens.
    public void askAgain(Set<HostName> names) {
        if (!busy()) {
            ask(work.setup()
                    .map(setup -> setup.hosts(host -> names.contains(host.name())))
                    .orElse(List.of()));
        }
    }

    /// Whether this host is being asked now.
    public boolean asks(HostName host) {
        return asking.contains(host);
    }

    private void ask(List<Host> hosts) {
        var setup = work.setup();
        if (setup.isEmpty() || hosts.isEmpty()) {
            refresh();
            return;
        }
        var mine = ++round;
        var registration = work.registration();
        var refusedBy = hosts.stream()
                .filter(host -> probed(host.name()).filter(Ladder::refused).isPresent())
                .toList();
        trouble = Optional.empty();
        hosts.forEach(host -> asking.add(host.name()));
        refresh();
        errand = errands.send(
                () -> {
                    work.desk().forgetAnswers(refusedBy);
                    work.desk()
                            .probe(setup.get(), registration, hosts, answer -> errands.post(() -> hear(mine, answer)));
                    return work.desk().trustQuestions();
                },
                answer -> end(mine, answer, Optional.empty()),
                e -> end(mine, NO_QUESTIONS, Optional.of(Troubles.of(e))));
    }

    private void hear(int mine, Probed answer) {
        if (mine == round) {
            asking.remove(answer.host().name());
            work.heard(answer);
        }
    }

    private void end(int mine, TrustQuestions answer, Optional<Text> newTrouble) {
        if (mine == round) {
            asking.clear();
            questions = answer;
            trouble = newTrouble;
            if (trouble.isEmpty()
                    && questions.unknown().isEmpty()
                    && questions.changed().isEmpty()) {
                work.tryNetwork();
            }
            refresh();
        }
    }

    /// The admin has compared these keys. Their hosts are asked again.
    public void confirm(List<HostKey> keys) {
        var again = waiting();
        questions = new TrustQuestions(
                questions.unknown().stream().filter(key -> !keys.contains(key)).toList(),
                questions.changed(),
                questions.bastions());
        var left = !questions.unknown().isEmpty();
        errands.send(
                () -> {
                    work.desk().confirm(keys);
                    return keys;
                },
                _ -> {
                    if (!left) {
                        ask(again);
                    } else {
                        refresh();
                    }
                },
                e -> end(round, questions, Optional.of(Troubles.of(e))));
    }

    /// A changed key was changed on purpose: the old one is forgotten, and the new one is asked about.
    public void forget(HostKey key) {
        var again = waiting();
        errands.send(
                () -> {
                    work.desk().forget(key);
                    return key;
                },
                _ -> ask(again),
                e -> end(round, questions, Optional.of(Troubles.of(e))));
    }

    /// Hosts whose ladder stands at the key.
    private List<Host> waiting() {
        return work.setup()
                .map(setup -> setup.hosts(host ->
                        probed(host.name()).filter(Ladder::waitsForTrust).isPresent()))
                .orElse(List.of());
    }

    /// Hosts that were never asked, or were set up otherwise since.
    private List<Host> wanting() {
        return work.setup()
                .map(setup -> setup.hosts(host ->
                        probed(host.name()).filter(it -> !work.stale(it)).isEmpty()))
                .orElse(List.of());
    }

    private void refresh() {
        var changed = questions.changed().stream()
                .flatMap(change -> host(change.offered()).stream())
                .collect(Collectors.toSet());
        var shown = work.form().hosts().stream()
                .flatMap(form -> HostName.parse(form.name()).stream()
                        .map(name -> Ladder.row(name, probed(name), asking.contains(name), changed.contains(name), work)
                                .named(Ladder.names(form))))
                .toList();
        if (!rows.equals(shown)) {
            for (var at = 0; at < Math.min(rows.size(), shown.size()); at++) {
                if (!rows.get(at).equals(shown.get(at))) {
                    rows.set(at, shown.get(at));
                }
            }
            if (rows.size() != shown.size()) {
                rows.setAll(shown);
            }
        }
        bar.set(sentence());
        standing.set(line());
        changes.set(changes.get() + 1);
    }

    private Bar sentence() {
        var next = UiWords.text(UiWords.REACH_GO);
        if (busy()) {
            return Bar.closed(Sign.WORKS, UiWords.text(UiWords.REACH_BAR_ASKING), next)
                    .with(Left.STOP);
        }
        if (work.understood() instanceof Understood.Faulty(var problems)) {
            return Bar.closed(
                    Sign.STOPS,
                    UiWords.text(UiWords.REACH_BAR_FAULT, problems.getFirst().what()),
                    next);
        }
        var ask = UiWords.text(UiWords.REACH_ASK, wanting().size());
        if (trouble.isPresent()) {
            return Bar.open(UiWords.text(UiWords.REACH_BAR_TROUBLE, trouble.get()), ask)
                    .with(Sign.STOPS);
        }
        if (!questions.changed().isEmpty()) {
            return Bar.closed(Sign.STOPS, UiWords.text(UiWords.REACH_BAR_CHANGED), next);
        }
        if (!questions.unknown().isEmpty()) {
            var keys = questions.unknown().size();
            return Bar.closed(Sign.WARNS, UiWords.text(UiWords.REACH_BAR_TRUST, keys), next);
        }
        if (!wanting().isEmpty()) {
            return Bar.open(UiWords.text(UiWords.REACH_BAR_FIRST), ask);
        }
        if (reached() < hosts()) {
            return Bar.open(UiWords.text(UiWords.REACH_BAR_SOME, hosts() - reached(), hosts()), next)
                    .with(Sign.WARNS);
        }
        return Bar.open(
                UiWords.text(UiWords.REACH_BAR_DONE, Checks.shipped().all().size()), next);
    }

    private Standing line() {
        if (!begun()) {
            return Standing.OPEN;
        }
        var stale = work.probed().values().stream().filter(work::stale).count();
        if (stale > 0) {
            return Standing.of(Mark.STALE, UiWords.REACH_LINE_STALE, stale);
        }
        return Standing.of(
                busy() ? Mark.OPEN : reached() == hosts() ? Mark.DONE : Mark.ATTENTION,
                UiWords.REACH_LINE,
                reached(),
                hosts());
    }
}
