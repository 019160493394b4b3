package dev.muster.ui.hosts;

import dev.muster.assess.Assessment;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.assess.State;
import dev.muster.ui.kit.Sign;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// The findings that can be had before any host was asked, as small signs.
final class Rules {

    private static final Set<String> AREAS = Set.of("roles", "name");
    private static final int MOST = 8;

    private Rules() {}

    static List<Rule> of(Assessment assessment) {
        return assessment.findings().stream()
                .filter(finding -> AREAS.contains(finding.id().area()))
                .filter(finding -> finding.host() == null || finding.stops())
                .filter(finding -> finding.state() != State.NOT_APPLICABLE)
                .map(finding -> new Rule(sign(finding), finding.what()))
                .distinct()
                .sorted(Comparator.comparing(rule -> rank(rule.sign())))
                .limit(MOST)
                .toList();
    }

    private static int rank(Sign sign) {
        return switch (sign) {
            case STOPS -> 0;
            case WARNS -> 1;
            case UNKNOWN, WAITS, WORKS -> 2;
            case FITS, NONE -> 3;
        };
    }

    static Sign sign(Finding finding) {
        return switch (finding.state()) {
            case PASSED -> Sign.FITS;
            case FAILED -> finding.severity() == Severity.HARD ? Sign.STOPS : Sign.WARNS;
            case ACCEPTED -> Sign.WARNS;
            case PENDING -> Sign.WAITS;
            case UNKNOWN -> Sign.UNKNOWN;
            case NOT_APPLICABLE -> Sign.NONE;
        };
    }
}
