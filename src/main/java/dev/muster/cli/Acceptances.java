package dev.muster.cli;

import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.setup.Acceptance;
import java.util.ArrayList;

/// Asks at the terminal about each soft finding that isn't accepted: a reason takes it, silence stops the run.
record Acceptances(Terms terms, Survey survey) {

    Survey.Outcome settle(Survey.Outcome outcome) {
        if (survey.quiet() || !terms.console().terminal() || hardOnes(outcome)) {
            return outcome;
        }
        var setup = outcome.situation().setup();
        var accept = new ArrayList<>(setup.accept());
        for (var finding : outcome.assessment().stopping()) {
            var reason = reason(finding);
            if (reason.isEmpty()) {
                return outcome;
            }
            accept.add(new Acceptance(finding.id().id(), finding.host(), reason));
        }
        return survey.judge(setup.withAccept(accept), outcome.situation());
    }

    private static boolean hardOnes(Survey.Outcome outcome) {
        return outcome.assessment().stopping().stream().anyMatch(finding -> finding.severity() == Severity.HARD);
    }

    private String reason(Finding finding) {
        new FindingsPrinter(terms.console(), terms.texts()).print(finding);
        var question = terms.texts().of(CliWords.ASK_ACCEPT, finding.id().id());
        return terms.console().ask(question).map(String::strip).orElse("");
    }
}
