package dev.muster.report;

import dev.muster.base.Key;
import dev.muster.run.RunEnd;
import dev.muster.run.StepState;

/// Words of reports, and of the states that every face shows.
public enum ReportWords implements Key {
    TITLE,
    MATRIX_TITLE,
    MATRIX_LEGEND,
    MATRIX_RANCHER,
    MATRIX_OF_RANCHER,
    MATRIX_SERVERS,
    MATRIX_CLIENTS,
    MATRIX_CORNER,
    MATRIX_CELL,
    MATRIX_BOTH,
    MATRIX_PROCESS,
    MATRIX_HYPERV,
    MATRIX_NONE,
    MATRIX_UNKNOWN,
    MATRIX_DATE,
    RUN,
    SETUP,
    STARTED,
    ENDED,
    TOOK,
    RESULT,
    NOT_ENDED,
    UNDER_WAY,
    COUNTS,
    RANCHER_NOT_ASKED,
    RANCHER_SAID,
    TAKEN_OVER,
    STEPS,
    HOST,
    STEP,
    STATE,
    ATTEMPT,
    EXIT,
    PROBLEMS,
    WHY,
    FIX,
    LAST_LINES,
    KNOWN_MESSAGE,
    ACCEPTED,
    CHECK,
    BECAUSE,
    EVERY_HOST,
    UNDO,
    UNDO_OF,
    ONLY_THIS,
    STATE_WAITING,
    STATE_RUNNING,
    STATE_DONE,
    STATE_ALREADY,
    STATE_SKIPPED,
    STATE_FAILED,
    STATE_CANCELLED,
    STATE_UNKNOWN,
    END_DONE,
    END_FAILED,
    END_CANCELLED,
    END_LOST,
    END_LOCKED,
    END_TRUST;

    public static ReportWords of(StepState state) {
        return switch (state) {
            case WAITING -> STATE_WAITING;
            case RUNNING -> STATE_RUNNING;
            case DONE -> STATE_DONE;
            case ALREADY -> STATE_ALREADY;
            case SKIPPED -> STATE_SKIPPED;
            case FAILED -> STATE_FAILED;
            case CANCELLED -> STATE_CANCELLED;
            case UNKNOWN -> STATE_UNKNOWN;
        };
    }

    public static ReportWords of(RunEnd end) {
        return switch (end) {
            case DONE -> END_DONE;
            case FAILED -> END_FAILED;
            case CANCELLED -> END_CANCELLED;
            case LOST -> END_LOST;
            case LOCKED -> END_LOCKED;
            case TRUST -> END_TRUST;
        };
    }
}
