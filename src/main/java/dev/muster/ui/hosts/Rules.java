package dev.muster.ui.hosts;

import dev.muster.assess.Assessment;
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
                .map(finding -> new Rule(Sign.of(dev.muster.report.Sign.of(finding)), finding.what()))
                .distinct()
                .sorted(Comparator.comparingInt(rule -> rank(rule.sign())))
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
}
