package dev.muster.cli;

import dev.muster.assess.Finding;
import dev.muster.base.Place;
import dev.muster.base.Problem;
import java.util.List;

/// Findings that stop a run, as problems.
final class Findings {

    private Findings() {}

    static List<Problem> problems(List<Finding> findings) {
        return findings.stream()
                .map(finding -> new Problem(
                        Problem.Kind.CHECK,
                        Place.field(finding.field(), ""),
                        finding.what(),
                        finding.why(),
                        finding.fix()))
                .toList();
    }
}
