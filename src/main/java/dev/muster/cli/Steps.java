package dev.muster.cli;

import dev.muster.base.Place;
import dev.muster.base.Problem;
import dev.muster.base.ProblemException;
import dev.muster.base.Text;
import dev.muster.plan.Plan;
import dev.muster.plan.Step;
import dev.muster.plan.StepId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Steps of a plan as somebody names them on the command line.
record Steps(Plan plan) {

    /// @param option the option that names them, for the error
    /// @throws ProblemException naming each that the plan hasn't got
    Set<StepId> of(String option, List<String> written) {
        var known = plan.steps().stream().map(Step::id).toList();
        var found = new LinkedHashSet<StepId>();
        var problems = new ArrayList<Problem>();
        for (var word : written) {
            known.stream()
                    .filter(id -> id.value().equals(word.strip()))
                    .findFirst()
                    .ifPresentOrElse(found::add, () -> problems.add(unknown(option, word, known)));
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return found;
    }

    private static Problem unknown(String option, String word, List<StepId> known) {
        return Problem.input(
                Place.field(option, word),
                Text.of(CliWords.STEP_NONE, word),
                Text.of(
                        CliWords.STEP_NONE_WHY,
                        known.stream().map(StepId::value).toList()),
                Text.of(CliWords.STEP_NONE_FIX));
    }
}
