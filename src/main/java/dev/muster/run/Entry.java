package dev.muster.run;

import dev.muster.base.HostName;
import dev.muster.base.Problem;
import dev.muster.base.Text;
import dev.muster.plan.StepId;
import dev.muster.setup.Goal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of a journal.
sealed interface Entry {

    Instant time();

    /// The first line.
    ///
    /// @param base the folder that paths in the setup are relative to
    record Started(Instant time, RunId run, String setup, Goal goal, String base) implements Entry {}

    /// A Muster took the run up: at the start, and at each resume.
    record TakenUp(Instant time, Workstation by) implements Entry {}

    /// A step is now in this state.
    ///
    /// @param exit the script's exit status; -1: it has none
    /// @param problem why it failed or isn't known; null: nothing is the matter
    record Stepped(
            Instant time,
            StepId step,
            HostName host,
            StepState state,
            int attempt,
            int exit,
            @Nullable Problem problem) implements Entry {}

    /// @param from who held it before, or who took it away; empty else
    record Locked(Instant time, HostName host, Change change, String from) implements Entry {

        enum Change {
            TAKEN,
            TAKEN_OVER,
            /// another run took it over from this one
            TAKEN_AWAY,
            FREED,
            KEPT
        }
    }

    /// Something happened that changes no step: a line was lost or came back.
    record Noted(Instant time, HostName host, Text what) implements Entry {}

    record Ended(Instant time, RunEnd end, List<Problem> problems) implements Entry {}
}
