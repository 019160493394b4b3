package dev.muster.ui.fits;

import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.assess.State;
import dev.muster.base.HostName;
import dev.muster.base.Text;
import dev.muster.probe.Rung;
import dev.muster.setup.Acceptance;
import dev.muster.ui.kit.Bar;
import dev.muster.ui.kit.PageId;
import dev.muster.ui.kit.PageModel;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.Standing;
import dev.muster.ui.kit.Standing.Mark;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.teach.Topic;
import dev.muster.ui.work.Work;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The findings, the worst first, and what can be done about each.
public final class FitsModel implements PageModel {

    private static final List<Group> ALWAYS = List.of(Group.STOPS, Group.TO_ACCEPT);

    private final Work work;
    private final Consumer<PageId> open;
    private final ReadOnlyObjectWrapper<Bar> bar = new ReadOnlyObjectWrapper<>(Bar.EMPTY);
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>(Standing.OPEN);
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private final Set<Group> shown = new HashSet<>(ALWAYS);
    private final Asking asking;
    private final Consumer<Topic> teach;
    private String filter = "";
    private Optional<Severity> severity = Optional.empty();
    private Arrangement arrangement = Arrangement.ALL;
    private Optional<String> chosen = Optional.empty();

    /// Asks hosts again.
    public interface Asking {
        void again(Set<HostName> hosts);

        boolean asks(HostName host);

        boolean busy();
    }

    public FitsModel(Work work, Consumer<PageId> open, Asking asking, Consumer<Topic> teach) {
        this.work = work;
        this.open = open;
        this.asking = asking;
        this.teach = teach;
        work.onChange(this::refresh);
        refresh();
    }

    @Override
    public PageId page() {
        return PageId.FITS;
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
        open.accept(PageId.REVIEW);
    }

    /// Rises when what is shown changed.
    public ReadOnlyIntegerProperty changes() {
        return changes.getReadOnlyProperty();
    }

    /// Whether hosts have answered, so that there is something to judge.
    public boolean begun() {
        return !work.probed().isEmpty();
    }

    /// Whether the findings of the newest answers are being made.
    public boolean working() {
        return work.judging();
    }

    /// What the page counts: answers, checks, hosts, and the oldest answer's age in words.
    public Text sentence() {
        var findings = work.assessment().told();
        return UiWords.text(
                UiWords.FITS_SENTENCE,
                findings.size(),
                findings.stream().map(Finding::id).distinct().count(),
                work.form().hosts().size(),
                work.age());
    }

    public long count(Group group) {
        return work.assessment().told().stream()
                .filter(finding -> Group.of(finding) == group)
                .count();
    }

    public boolean shows(Group group) {
        return shown.contains(group);
    }

    public void show(Group group, boolean show) {
        if (show) {
            shown.add(group);
        } else {
            shown.remove(group);
        }
        rise();
    }

    public void filter(String newFilter) {
        filter = newFilter.strip().toLowerCase(Locale.ROOT);
        rise();
    }

    public boolean filtered() {
        return !filter.isEmpty() || severity.isPresent();
    }

    public Arrangement arrangement() {
        return arrangement;
    }

    /// Lays the findings out otherwise; the first section is shown.
    public void arrange(Arrangement wanted) {
        arrangement = wanted;
        chosen = Optional.empty();
        rise();
    }

    public Optional<Severity> severity() {
        return severity;
    }

    /// Only findings of this severity; empty: of all.
    public void severity(Optional<Severity> wanted) {
        severity = wanted;
        rise();
    }

    /// The hosts or checks that have findings to show, those with the worst first.
    public List<Section> sections(Function<Text, String> render) {
        return arrangement.sections(wanted(render));
    }

    /// The section that is shown: the chosen one while it is there, else the first.
    public Optional<Section> section(List<Section> sections) {
        return sections.stream()
                .filter(section -> chosen.filter(section.key()::equals).isPresent())
                .findFirst()
                .or(() -> sections.stream().findFirst());
    }

    public void choose(Section section) {
        if (chosen.filter(section.key()::equals).isEmpty()) {
            chosen = Optional.of(section.key());
            rise();
        }
    }

    /// The findings that are shown, the worst first.
    ///
    /// @param render makes words of a text, so that the filter finds what is read
    public List<Finding> findings(Function<Text, String> render) {
        var all = wanted(render);
        if (arrangement == Arrangement.ALL) {
            return all;
        }
        var key = section(arrangement.sections(all)).map(Section::key);
        return all.stream()
                .filter(finding -> key.filter(arrangement.key(finding)::equals).isPresent())
                .toList();
    }

    /// By host and by check all groups are shown; in the one list those that are switched on.
    private List<Finding> wanted(Function<Text, String> render) {
        var wanted = new ArrayList<Finding>();
        for (var group : Group.values()) {
            if (shown.contains(group) || !filter.isEmpty() || arrangement != Arrangement.ALL) {
                work.assessment().told().stream()
                        .filter(finding -> Group.of(finding) == group)
                        .filter(finding ->
                                severity.filter(it -> it != finding.severity()).isEmpty())
                        .filter(finding -> matches(finding, render))
                        .forEach(wanted::add);
            }
        }
        return wanted;
    }

    /// The hosts that the shown findings are about: asking them again brings newer facts for all of their checks,
    /// since one answer of a host holds them all.
    public Set<HostName> askedFor(List<Finding> findings) {
        return findings.stream()
                .flatMap(finding -> finding.about().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public void askAgain(Set<HostName> hosts) {
        asking.again(hosts);
        rise();
    }

    public boolean asks(HostName host) {
        return asking.asks(host);
    }

    public boolean busy() {
        return asking.busy();
    }

    /// How old the facts behind a finding are: those of its host, or of the host that answered first.
    public Optional<Text> age(Finding finding) {
        return finding.about().isEmpty()
                ? Optional.of(work.age()).filter(_ -> begun())
                : finding.about().flatMap(work::age);
    }

    /// When the facts behind a finding were told.
    public Optional<Instant> at(Finding finding) {
        return finding.about().flatMap(work::answered);
    }

    public Optional<Text> age(HostName host) {
        return work.age(host);
    }

    public void teach(Topic topic) {
        teach.accept(topic);
    }

    private boolean matches(Finding finding, Function<Text, String> render) {
        var text = finding.id().id() + " "
                + finding.about().map(HostName::value).orElse("") + " " + render.apply(finding.what());
        return text.toLowerCase(Locale.ROOT).contains(filter);
    }

    public void accept(Finding finding, String because) {
        work.edit(form -> {
            var more = new ArrayList<>(form.accept());
            more.removeIf(known -> about(known, finding));
            more.add(new Acceptance(finding.id().id(), finding.host(), because.strip()));
            return form.withAccept(more);
        });
    }

    public void takeBack(Finding finding) {
        work.edit(form -> form.withAccept(
                form.accept().stream().filter(known -> !about(known, finding)).toList()));
    }

    private static boolean about(Acceptance known, Finding finding) {
        return known.check().equals(finding.id().id())
                && (known.host() == null || known.host().equals(finding.host()));
    }

    /// Takes the host out of the setup; its row on the page *Hosts* goes.
    public void takeOut(HostName host) {
        work.edit(form -> form.withHosts(form.hosts().stream()
                .filter(row -> !row.name().equals(host.value()))
                .toList()));
    }

    /// Whether an admin may take this finding knowingly: soft ones that failed.
    public static boolean acceptable(Finding finding) {
        return finding.severity() == Severity.SOFT && finding.state() == State.FAILED;
    }

    public void showHosts() {
        open.accept(PageId.HOSTS);
    }

    public void openMatrix() {
        open.accept(PageId.MATRIX);
    }

    public void reachAgain() {
        open.accept(PageId.REACH);
    }

    /// Whether hosts wait for a word about their keys: before that, what stops the run isn't known.
    private boolean waitsForTrust() {
        return work.probed().values().stream()
                .flatMap(answer -> answer.ladder().stream())
                .anyMatch(rung -> rung.state() == Rung.State.PENDING);
    }

    private void refresh() {
        var assessment = work.assessment();
        var hosts = work.form().hosts().size();
        var go = UiWords.text(UiWords.FITS_GO, hosts);
        var hard = assessment.told().stream()
                .filter(finding -> Group.of(finding) == Group.STOPS)
                .toList();
        var soft = count(Group.TO_ACCEPT);
        var stale = work.probed().values().stream().filter(work::stale).count();
        if (!begun()) {
            bar.set(Bar.closed(Sign.WAITS, UiWords.text(UiWords.FITS_NONE_WHAT), go));
            standing.set(Standing.OPEN);
        } else if (!hard.isEmpty()) {
            var who = hard.stream()
                    .map(finding ->
                            finding.about().<Object>map(HostName::value).orElse(UiWords.text(UiWords.FITS_CLUSTER)))
                    .distinct()
                    .collect(Collectors.toList());
            bar.set(Bar.closed(Sign.STOPS, UiWords.text(UiWords.FITS_BAR_HARD, who), go));
            standing.set(waitsForTrust() ? Standing.OPEN : Standing.of(Mark.ATTENTION, UiWords.FITS_LINE, hard.size()));
        } else if (stale > 0) {
            bar.set(Bar.closed(Sign.WARNS, UiWords.text(UiWords.FITS_BAR_STALE, stale), go));
            standing.set(Standing.of(Mark.STALE, UiWords.REACH_LINE_STALE, stale));
        } else if (soft > 0) {
            bar.set(Bar.closed(Sign.WARNS, UiWords.text(UiWords.FITS_BAR_SOFT, soft), go));
            standing.set(Standing.of(Mark.ATTENTION, UiWords.FITS_LINE_TO_ACCEPT, soft));
        } else {
            var accepted = count(Group.ACCEPTED);
            bar.set(Bar.open(UiWords.text(UiWords.FITS_BAR_DONE), go));
            standing.set(
                    accepted > 0
                            ? Standing.of(Mark.ATTENTION, UiWords.FITS_LINE_ACCEPTED, accepted)
                            : Standing.of(Mark.DONE, UiWords.FITS_LINE, 0));
        }
        rise();
    }

    private void rise() {
        changes.set(changes.get() + 1);
    }
}
