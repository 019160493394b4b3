package dev.muster.report;

import dev.muster.assess.Finding;
import dev.muster.assess.Verdict;
import dev.muster.probe.Rung;
import dev.muster.run.StepState;

/// How a state is shown, in the window and in the terminal alike: a sign, a word beside it, and one of five colours.
public enum Sign {
    FITS("✓", Colour.GREEN),
    WANTS_A_WORD("▲", Colour.AMBER),
    STOPS("✕", Colour.RED),
    UNKNOWN("?", Colour.GREY),
    WAITS("○", Colour.GREY),
    RUNS("◔", Colour.BLUE);

    /// Green fits or is done, amber wants a word, red stops or failed, blue is under way, grey waits or doesn't
    /// apply.
    public enum Colour {
        GREEN,
        AMBER,
        RED,
        BLUE,
        GREY
    }

    private final String symbol;
    private final Colour colour;

    Sign(String symbol, Colour colour) {
        this.symbol = symbol;
        this.colour = colour;
    }

    public String symbol() {
        return symbol;
    }

    public Colour colour() {
        return colour;
    }

    public static Sign of(Finding finding) {
        return switch (finding.state()) {
            case PASSED -> FITS;
            case ACCEPTED -> WANTS_A_WORD;
            case NOT_APPLICABLE -> WAITS;
            case PENDING -> finding.stops() ? STOPS : WAITS;
            case UNKNOWN -> finding.stops() ? STOPS : UNKNOWN;
            case FAILED ->
                switch (finding.severity()) {
                    case HARD -> STOPS;
                    case SOFT -> WANTS_A_WORD;
                    case INFO -> WAITS;
                };
        };
    }

    public static Sign of(Verdict verdict) {
        return switch (verdict) {
            case BOTH, PROCESS -> FITS;
            case HYPERV -> WANTS_A_WORD;
            case NONE -> STOPS;
            case UNKNOWN -> UNKNOWN;
        };
    }

    public static Sign of(StepState state) {
        return switch (state) {
            case WAITING, SKIPPED -> WAITS;
            case RUNNING -> RUNS;
            case DONE, ALREADY -> FITS;
            case FAILED -> STOPS;
            case CANCELLED, UNKNOWN -> WANTS_A_WORD;
        };
    }

    public static Sign of(Rung.State state) {
        return switch (state) {
            case PASSED -> FITS;
            case FAILED -> STOPS;
            case PENDING -> WANTS_A_WORD;
            case NOT_REACHED -> WAITS;
        };
    }
}
