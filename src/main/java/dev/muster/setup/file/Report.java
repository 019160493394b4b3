package dev.muster.setup.file;

import dev.muster.base.Place;
import dev.muster.base.Problem;
import dev.muster.setup.file.Tree.Spot;
import dev.muster.setup.shape.Trouble;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/// The problems of one setup file as they are found, and the fields that have one. A field with a problem is looked
/// at by no later rule, so one mistake gives one sentence.
final class Report {

    private static final Comparator<Problem> AS_IN_THE_FILE = Comparator.comparingInt(
                    (Problem problem) -> problem.place().line())
            .thenComparingInt(problem -> problem.place().column());

    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private final TreeSet<String> troubled = new TreeSet<>();

    Report(String file) {
        this.file = file;
    }

    /// @param value as it stands in the file; what must not be shown is hidden here
    void add(Spot spot, String field, String value, Trouble trouble) {
        problems.add(trouble.at(new Place(file, spot.line(), spot.column(), field, Hidden.shown(field, value))));
        troubled.add(field);
    }

    void add(Problem problem) {
        problems.add(problem);
        troubled.add(problem.place().field());
    }

    /// Whether the field itself or anything in it has a problem.
    boolean troubled(String field) {
        return troubled.contains(field) || startsAt(field + ".") || startsAt(field + "[");
    }

    private boolean startsAt(String beginning) {
        var next = troubled.ceiling(beginning);
        return next != null && next.startsWith(beginning);
    }

    boolean clean() {
        return problems.isEmpty();
    }

    /// In the order of the file.
    List<Problem> problems() {
        return problems.stream()
                .sorted(AS_IN_THE_FILE)
                .map(problem -> new Problem(
                        problem.kind(), problem.place().in(file), problem.what(), problem.why(), problem.fix()))
                .toList();
    }
}
