package dev.muster.ui.run;

import dev.muster.base.HostName;
import dev.muster.run.LogLine;
import dev.muster.ui.kit.Errands;
import dev.muster.ui.work.LogText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// A log as the window looks at it: line numbers, and pages of text that are read in the background when a line comes
/// into sight. Belongs to the window's thread, but [#grew], which any thread may call.
public final class LogModel {

    static final int PAGE = 256;
    private static final int PAGES_KEPT = 64;
    private static final int MOST_FOUND = 10_000;

    private final Errands errands;
    private final Predicate<String> wrong;
    private final LineNumbers numbers = new LineNumbers();
    private final Map<Integer, List<LogLine>> pages = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<LogLine>> eldest) {
            return size() > PAGES_KEPT;
        }
    };
    private final Set<Integer> asked = new HashSet<>();
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private final AtomicBoolean told = new AtomicBoolean();

    private Function<Optional<HostName>, LogText> source = _ -> new NoLog();
    private LogText log = new NoLog();
    private Optional<HostName> host = Optional.empty();
    private List<Integer> found = List.of();
    private int at = -1;
    private String wanted = "";
    private int shown;

    /// @param wrong whether a line says that something is wrong
    public LogModel(Errands errands, Predicate<String> wrong) {
        this.errands = errands;
        this.wrong = wrong;
    }

    /// Takes another run's log.
    ///
    /// @param newSource the log of one host, or of all
    public void of(Function<Optional<HostName>, LogText> newSource) {
        source = newSource;
        only(Optional.empty());
    }

    /// Shows the lines of one host, or of all.
    public void only(Optional<HostName> newHost) {
        host = newHost;
        log = source.apply(host);
        shown++;
        pages.clear();
        asked.clear();
        found = List.of();
        at = -1;
        numbers.reset();
        refresh();
    }

    public Optional<HostName> host() {
        return host;
    }

    public ObservableList<Integer> numbers() {
        return FXCollections.unmodifiableObservableList(numbers);
    }

    /// Rises when text has come, or what was found changed.
    public ReadOnlyIntegerProperty changes() {
        return changes.getReadOnlyProperty();
    }

    /// Lines were written; any thread. Told once until the window has looked.
    public void grew() {
        if (told.compareAndSet(false, true)) {
            errands.post(this::refresh);
        }
    }

    void refresh() {
        told.set(false);
        var of = log;
        var mine = shown;
        errands.send(
                of::lines,
                lines -> {
                    if (mine == shown) {
                        numbers.grow(Math.toIntExact(lines));
                        rise();
                    }
                },
                _ -> {});
    }

    /// The text of a line, if it is here; else it is asked for and comes with the next change.
    public Optional<LogLine> line(int number) {
        var page = number / PAGE;
        var lines = pages.get(page);
        var within = number % PAGE;
        if (lines != null && within < lines.size()) {
            return Optional.of(lines.get(within));
        }
        if (asked.add(page)) {
            var of = log;
            var mine = shown;
            errands.send(
                    () -> of.read((long) page * PAGE, PAGE),
                    text -> {
                        asked.remove(page);
                        if (mine == shown) {
                            pages.put(page, List.copyOf(text));
                            rise();
                        }
                    },
                    _ -> asked.remove(page));
        }
        return Optional.empty();
    }

    boolean isWrong(LogLine line) {
        return wrong.test(line.text());
    }

    /// Looks through the whole log for a word, in the background.
    public void find(String word) {
        wanted = word.toLowerCase(Locale.ROOT);
        if (wanted.isBlank()) {
            found = List.of();
            at = -1;
            rise();
            return;
        }
        var looked = wanted;
        var of = log;
        var mine = shown;
        errands.send(
                () -> numbersOf(of, line -> line.toLowerCase(Locale.ROOT).contains(looked), MOST_FOUND),
                numbersFound -> {
                    if (looked.equals(wanted) && mine == shown) {
                        found = numbersFound;
                        at = found.isEmpty() ? -1 : 0;
                        rise();
                    }
                },
                _ -> {});
    }

    /// The next place where the word stands, round and round.
    public void next() {
        if (!found.isEmpty()) {
            at = (at + 1) % found.size();
            rise();
        }
    }

    public int foundCount() {
        return found.size();
    }

    /// Counted from 1; 0 when nothing is found.
    public int foundAt() {
        return at + 1;
    }

    public boolean finding() {
        return !wanted.isBlank();
    }

    /// The line that the search stands at.
    public OptionalInt foundLine() {
        return at < 0 ? OptionalInt.empty() : OptionalInt.of(found.get(at));
    }

    boolean isFound(int number) {
        return foundLine().orElse(-1) == number;
    }

    /// Goes to the first line that says something is wrong.
    public void firstWrong(Runnable none) {
        var of = log;
        var mine = shown;
        errands.send(
                () -> numbersOf(of, wrong, 1),
                numbersFound -> {
                    if (mine != shown) {
                        return;
                    }
                    if (numbersFound.isEmpty()) {
                        none.run();
                    } else {
                        found = numbersFound;
                        at = 0;
                        wanted = "";
                        rise();
                    }
                },
                _ -> {});
    }

    private static List<Integer> numbersOf(LogText log, Predicate<String> wanted, int most) {
        var numbers = new ArrayList<Integer>();
        var lines = log.lines();
        for (var from = 0L; from < lines && numbers.size() < most; from += PAGE * 16L) {
            var number = Math.toIntExact(from);
            for (var line : log.read(from, PAGE * 16)) {
                if (wanted.test(line.text()) && numbers.size() < most) {
                    numbers.add(number);
                }
                number++;
            }
        }
        return numbers;
    }

    private void rise() {
        changes.set(changes.get() + 1);
    }

    /// Before there is a run.
    private record NoLog() implements LogText {
        @Override
        public long lines() {
            return 0;
        }

        @Override
        public List<LogLine> read(long from, int count) {
            return List.of();
        }
    }
}
