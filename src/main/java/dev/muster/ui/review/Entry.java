package dev.muster.ui.review;

import dev.muster.base.Text;
import dev.muster.plan.Step;
import java.util.List;

/// One line of the list at the left: a phase, or what its steps do on how many hosts.
sealed interface Entry {

    /// @param number from 1
    /// @param first  the hosts that must be done before any of these; empty: none
    record PhaseLine(int number, Text title, int steps, List<String> first) implements Entry {}

    /// The same kind of step on one host or several, each a step of its own.
    record Steps(List<Step> steps) implements Entry {

        public Steps {
            steps = List.copyOf(steps);
        }

        Step of(int host) {
            return steps.get(Math.min(host, steps.size() - 1));
        }
    }
}
