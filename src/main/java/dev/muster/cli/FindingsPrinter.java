package dev.muster.cli;

import dev.muster.assess.Assessment;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.assess.State;
import dev.muster.cli.Console.Paint;
import dev.muster.report.Sign;
import dev.muster.text.Texts;
import java.util.Comparator;
import java.util.stream.Collectors;

/// Shows findings in the terminal: what stops, what wants a word, what couldn't be checked; what fits is only
/// counted.
record FindingsPrinter(Console console, Texts texts) {

    /// What stops comes first, hard before soft; then the rest by its sign.
    private static final Comparator<Finding> WORST_FIRST = Comparator.comparing((Finding finding) -> !finding.stops())
            .thenComparing(finding -> finding.stops() ? finding.severity() : Severity.INFO)
            .thenComparing(Sign::of);

    void print(Assessment assessment, int hosts) {
        var told = assessment.told();
        var shown = told.stream()
                .filter(finding -> worthALine(finding.state()))
                .sorted(WORST_FIRST)
                .toList();
        shown.forEach(this::print);
        var shownAs = told.stream().collect(Collectors.groupingBy(Sign::of, Collectors.counting()));
        var stop = shownAs.getOrDefault(Sign.STOPS, 0L);
        var want = shownAs.getOrDefault(Sign.WANTS_A_WORD, 0L);
        var fit = shownAs.getOrDefault(Sign.FITS, 0L);
        var unknown =
                shownAs.getOrDefault(Sign.UNKNOWN, 0L) + assessment.findings().size() - told.size();
        var said = shownAs.getOrDefault(Sign.WAITS, 0L);
        console.err()
                .println(texts.of(
                        CliWords.CHECK_SUMMARY, assessment.findings().size(), hosts, stop, want, unknown, fit, said));
    }

    void print(Finding finding) {
        var sign = Sign.of(finding);
        var out = console.out();
        out.println(console.colour(paint(sign), sign.symbol() + " " + texts.of(finding.what()))
                + console.colour(Paint.GREY, "  " + finding.id().id()));
        line(CliWords.FOUND, texts.of(finding.found()));
        line(CliWords.WANTED, texts.of(finding.wanted()));
        line(CliWords.PROBLEM_WHY, texts.of(finding.why()));
        line(CliWords.PROBLEM_FIX, texts.of(finding.fix()));
        if (!finding.command().isEmpty()) {
            finding.command().lines().forEach(command -> out.println("      $ " + command));
        }
        if (!finding.because().isEmpty()) {
            out.println("    " + texts.of(CliWords.ACCEPTED_BECAUSE, finding.because()));
        }
    }

    private void line(CliWords label, String text) {
        if (!text.isBlank()) {
            console.out().println("    " + texts.of(label) + "  " + text);
        }
    }

    private static boolean worthALine(State state) {
        return switch (state) {
            case FAILED, PENDING, UNKNOWN, ACCEPTED -> true;
            case PASSED, NOT_APPLICABLE -> false;
        };
    }

    static Paint paint(Sign sign) {
        return switch (sign.colour()) {
            case GREEN -> Paint.GREEN;
            case AMBER -> Paint.AMBER;
            case RED -> Paint.RED;
            case BLUE -> Paint.BLUE;
            case GREY -> Paint.GREY;
        };
    }
}
