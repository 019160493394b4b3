package dev.muster.ui.hosts;

import dev.muster.base.Problem;
import dev.muster.setup.Os;
import dev.muster.setup.Role;
import dev.muster.setup.SetupWords;
import dev.muster.ui.kit.Bar;
import dev.muster.ui.kit.PageId;
import dev.muster.ui.kit.PageModel;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.Standing;
import dev.muster.ui.kit.Standing.Mark;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.work.BastionForm;
import dev.muster.ui.work.HostForm;
import dev.muster.ui.work.Imported;
import dev.muster.ui.work.LoginForm;
import dev.muster.ui.work.Understood;
import dev.muster.ui.work.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The table of hosts: adding, pasting many, editing many at once, and what the rules of roles say of the list.
public final class HostsModel implements PageModel {

    /// What the page shows below its title.
    public enum Pane {
        TABLE,
        PASTE,
        LOGINS,
        BASTIONS
    }

    /// The roles that a joined node can have.
    public static final List<Role> ROLES = List.of(Role.ETCD, Role.CONTROLPLANE, Role.WORKER);

    private static final Pattern OF_A_HOST = Pattern.compile("hosts\\[([0-9]+)]\\.?([A-Za-z]*).*");
    private static final Pattern FIRST_LINES = Pattern.compile("v2\\.[0-5](?:\\.|$)");

    private final Work work;
    private final Consumer<PageId> open;
    private final ObservableList<HostRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Set<Integer>> selected = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyObjectWrapper<Pane> pane = new ReadOnlyObjectWrapper<>(Pane.TABLE);
    private final ReadOnlyObjectWrapper<Imported> imported = new ReadOnlyObjectWrapper<>(Imported.NOTHING);
    private final ReadOnlyObjectWrapper<Bar> bar = new ReadOnlyObjectWrapper<>(Bar.EMPTY);
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>(Standing.OPEN);
    private final ReadOnlyObjectWrapper<String> brought = new ReadOnlyObjectWrapper<>("");
    private String filter = "";
    private String fresh = "";
    private boolean replacing;

    public HostsModel(Work work, Consumer<PageId> open) {
        this.work = work;
        this.open = open;
        work.onChange(this::refresh);
        refresh();
    }

    @Override
    public PageId page() {
        return PageId.HOSTS;
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
        open.accept(PageId.REACH);
    }

    public ReadOnlyIntegerProperty changes() {
        return work.changes();
    }

    public ObservableList<HostRow> rows() {
        return FXCollections.unmodifiableObservableList(rows);
    }

    public ReadOnlyObjectProperty<Pane> pane() {
        return pane.getReadOnlyProperty();
    }

    public void show(Pane newPane) {
        pane.set(newPane);
    }

    /// Whether any host is a Windows host, so that the page that teaches has something to say.
    public boolean windows() {
        return work.form().hosts().stream().anyMatch(host -> host.os() == Os.WINDOWS);
    }

    public void teach() {
        open.accept(PageId.TEACH);
    }

    public boolean empty() {
        return work.form().hosts().isEmpty();
    }

    public void filter(String newFilter) {
        filter = newFilter;
        refresh();
        // what isn't seen isn't edited
        var seen = rows.stream().map(HostRow::place).collect(Collectors.toSet());
        seen.retainAll(selected.get());
        selected.set(Set.copyOf(seen));
    }

    /// Places of the selected hosts.
    public ReadOnlyObjectProperty<Set<Integer>> selected() {
        return selected.getReadOnlyProperty();
    }

    /// What a table says while its rows are replaced under it isn't a choice of the admin's.
    public void select(Set<Integer> places) {
        if (!replacing) {
            selected.set(Set.copyOf(places));
        }
    }

    public List<HostForm> selectedHosts() {
        var hosts = work.form().hosts();
        return new TreeSet<>(selected.get())
                .stream().filter(place -> place < hosts.size()).map(hosts::get).toList();
    }

    /// What all selected hosts have in common, or empty when they differ.
    public <T> Optional<T> common(Function<HostForm, T> part) {
        var values = selectedHosts().stream().map(part).distinct().toList();
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    /// Whether all selected hosts have the role.
    public boolean allHave(Role role) {
        return !selectedHosts().isEmpty()
                && selectedHosts().stream().allMatch(host -> host.roles().contains(role));
    }

    /// Whether any selected host has the role.
    public boolean anyHas(Role role) {
        return selectedHosts().stream().anyMatch(host -> host.roles().contains(role));
    }

    /// Changes every selected host.
    public void edit(UnaryOperator<HostForm> change) {
        work.edit(form -> form.edit(selected.get(), change));
    }

    /// Adds a host with a free name and selects it.
    public void add() {
        var place = work.form().hosts().size();
        work.edit(form -> {
            var more = new ArrayList<>(form.hosts());
            var first = more.isEmpty();
            var host = HostForm.named(form.freeName());
            more.add(first ? host.with(Role.ETCD, true).with(Role.CONTROLPLANE, true) : host);
            return form.withHosts(more);
        });
        fresh = "hosts[" + place + "]";
        show(Pane.TABLE);
        select(Set.of(place));
    }

    /// Whether this was added last: nobody is told yet that it isn't filled in.
    boolean isFresh(String all, int at) {
        return fresh.equals(all + "[" + at + "]");
    }

    public void remove() {
        var gone = selected.get();
        selected.set(Set.of());
        work.edit(form -> form.without(gone));
    }

    public ReadOnlyObjectProperty<Imported> imported() {
        return imported.getReadOnlyProperty();
    }

    /// Reads a pasted list or a file's text; nothing is added yet.
    public void read(String text) {
        imported.set(text.isBlank() ? Imported.NOTHING : work.importHosts(text));
    }

    /// A file's text, to be looked at before it is taken.
    public void bring(String text) {
        brought.set(text);
    }

    public ReadOnlyObjectProperty<String> brought() {
        return brought.getReadOnlyProperty();
    }

    /// Adds the hosts that were read.
    public void take() {
        var read = imported.get();
        work.edit(form -> {
            var more = new ArrayList<>(form.hosts());
            more.addAll(read.hosts());
            var logins = new ArrayList<>(form.logins());
            read.logins().stream()
                    .filter(login ->
                            logins.stream().noneMatch(known -> known.name().equals(login.name())))
                    .forEach(logins::add);
            var bastions = new ArrayList<>(form.bastions());
            read.bastions().stream()
                    .filter(bastion ->
                            bastions.stream().noneMatch(known -> known.name().equals(bastion.name())))
                    .forEach(bastions::add);
            return form.withHosts(more)
                    .withLogins(logins, form.defaultLogin())
                    .withBastions(bastions, form.defaultVia());
        });
        imported.set(Imported.NOTHING);
        show(Pane.TABLE);
    }

    public List<LoginForm> logins() {
        return work.form().logins();
    }

    public String defaultLogin() {
        return work.form().defaultLogin();
    }

    public void logins(List<LoginForm> logins, String newDefault) {
        fresh = fresh("logins", logins().size(), logins.size());
        work.edit(form -> form.withLogins(logins, newDefault));
    }

    public List<BastionForm> bastions() {
        return work.form().bastions();
    }

    public String defaultVia() {
        return work.form().defaultVia();
    }

    /// The bastions and the one of hosts that name none.
    public void bastions(List<BastionForm> bastions, String newDefault) {
        fresh = fresh("bastions", bastions().size(), bastions.size());
        work.edit(form -> form.withBastions(bastions, newDefault));
    }

    private String fresh(String all, int before, int now) {
        return now > before ? all + "[" + before + "]" : fresh;
    }

    /// Changes one login; who names it goes on naming it.
    void changeLogin(int at, UnaryOperator<LoginForm> change) {
        work.edit(form -> form.withLogin(at, change.apply(form.logins().get(at))));
    }

    /// Changes one bastion; who names it goes on naming it.
    void changeBastion(int at, UnaryOperator<BastionForm> change) {
        work.edit(form -> form.withBastion(at, change.apply(form.bastions().get(at))));
    }

    /// What the checks say of roles and names, the worst first; without those that don't apply.
    public List<Rule> rules() {
        return Rules.of(work.assessment());
    }

    /// What the file's reader says against a part of the selected host: `address`.
    public Optional<Problem> fault(String part) {
        return selectedFaults()
                .filter(fault -> fault.part().equals(part))
                .map(HostFault::problem)
                .findFirst();
    }

    /// Rancher's agents take them since 2.6's; in the field of an older one nobody would look for them.
    boolean takesTaints() {
        return !FIRST_LINES.matcher(work.form().version()).lookingAt();
    }

    /// What it says against any other part.
    Optional<Problem> faultBut(Set<String> parts) {
        return selectedFaults()
                .filter(fault -> !parts.contains(fault.part()) && !fault.part().equals("connect"))
                .map(HostFault::problem)
                .findFirst();
    }

    /// A problem with a part of a host.
    private record HostFault(String part, Problem problem) {}

    private Stream<HostFault> selectedFaults() {
        return faults().stream().flatMap(problem -> {
            var field = OF_A_HOST.matcher(problem.place().field());
            return field.matches() && selected.get().contains(Integer.valueOf(field.group(1)))
                    ? Stream.of(new HostFault(field.group(2), problem))
                    : Stream.empty();
        });
    }

    /// What is said against a login or a bastion.
    ///
    /// @param all  `logins`
    /// @param part `port`; empty: its name; a dot: the whole of it
    Optional<Problem> fault(String all, int at, String name, String part) {
        var whole = all + "." + name;
        return faults().stream()
                .filter(problem -> {
                    var place = problem.place();
                    var wayIn = problem.what().key() == SetupWords.LOGIN_WITHOUT_WAY;
                    return switch (part) {
                        case "" ->
                            place.field().equals(all + "[" + at + "].name")
                                    || (place.field().equals(whole) && !wayIn);
                        case "." -> place.field().equals(whole) && wayIn;
                        default ->
                            place.field().equals(whole + "." + part)
                                    || place.field().startsWith(whole + "." + part + ".");
                    };
                })
                .findFirst();
    }

    private List<Problem> faults() {
        return work.understood() instanceof Understood.Faulty(var problems) ? problems : List.of();
    }

    private void refresh() {
        var users = work.form().logins().stream()
                .collect(Collectors.toMap(LoginForm::name, LoginForm::user, (first, _) -> first));
        var hosts = work.form().hosts();
        var faults = faults();
        var shown = new ArrayList<HostRow>();
        for (var place = 0; place < hosts.size(); place++) {
            var host = hosts.get(place);
            var login = host.login().isEmpty() ? work.form().defaultLogin() : host.login();
            var via = host.via().isEmpty() ? work.form().defaultVia() : host.via();
            var prefix = "hosts[" + place + "]";
            var against = faults.stream()
                    .filter(problem -> problem.place().field().startsWith(prefix))
                    .toList();
            var row = new HostRow(place, host, Objects.requireNonNullElse(users.get(login), login), via, against);
            if (row.matches(filter)) {
                shown.add(row);
            }
        }
        replacing = true;
        replace(shown);
        replacing = false;
        var count = hosts.size();
        var go = UiWords.text(UiWords.HOSTS_GO, count);
        if (count == 0) {
            bar.set(Bar.closed(Sign.WAITS, UiWords.text(UiWords.HOSTS_BAR_NONE), go));
            standing.set(work.begun() ? Standing.of(Mark.OPEN, UiWords.HOSTS_LINE, 0) : Standing.OPEN);
        } else if (faults.isEmpty()) {
            bar.set(Bar.open(UiWords.text(UiWords.HOSTS_BAR), go));
            standing.set(Standing.of(Mark.DONE, UiWords.HOSTS_LINE, count));
        } else {
            bar.set(Bar.closed(Sign.STOPS, faults.getFirst().what(), go));
            standing.set(Standing.of(Mark.ATTENTION, UiWords.HOSTS_LINE_FAULTS, faults.size()));
        }
    }

    /// Replaces the rows that changed and no others, so that scroll, selection and focus stay.
    private void replace(List<HostRow> shown) {
        for (var at = 0; at < Math.min(rows.size(), shown.size()); at++) {
            if (!rows.get(at).equals(shown.get(at))) {
                rows.set(at, shown.get(at));
            }
        }
        if (rows.size() > shown.size()) {
            rows.remove(shown.size(), rows.size());
        } else if (rows.size() < shown.size()) {
            rows.addAll(shown.subList(rows.size(), shown.size()));
        }
    }
}
