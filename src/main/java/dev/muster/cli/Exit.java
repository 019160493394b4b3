package dev.muster.cli;

import dev.muster.base.Problem;
import dev.muster.run.RunEnd;
import java.util.Collection;
import java.util.List;

/// The exit codes; scripts rely on them.
enum Exit {
    DONE(0),
    STEP_FAILED(1),
    INPUT(2),
    CHECK(3),
    CANCELLED(4),
    LOST(5),
    TRUST(6),
    LOCKED(7),
    FAULT(70);

    /// Of several at once the first of these counts.
    private static final List<Exit> WEIGHT = List.of(INPUT, TRUST, LOCKED, CHECK, LOST, STEP_FAILED);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static Exit of(Collection<Problem> problems) {
        return WEIGHT.stream()
                .filter(exit -> problems.stream().anyMatch(problem -> of(problem.kind()) == exit))
                .findFirst()
                .orElse(DONE);
    }

    static Exit of(RunEnd end) {
        return switch (end) {
            case DONE -> DONE;
            case FAILED -> STEP_FAILED;
            case CANCELLED -> CANCELLED;
            case LOST -> LOST;
            case LOCKED -> LOCKED;
            case TRUST -> TRUST;
        };
    }

    private static Exit of(Problem.Kind kind) {
        return switch (kind) {
            case INPUT -> INPUT;
            case TRUST -> TRUST;
            case LOCKED -> LOCKED;
            case CHECK -> CHECK;
            case LOST -> LOST;
            case STEP -> STEP_FAILED;
        };
    }
}
