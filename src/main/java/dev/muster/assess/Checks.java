package dev.muster.assess;

import dev.muster.assess.cluster.ClusterChecks;
import dev.muster.assess.host.CleanChecks;
import dev.muster.assess.host.HostChecks;
import dev.muster.assess.host.WindowsChecks;
import dev.muster.setup.Acceptance;
import java.util.List;
import java.util.stream.Stream;

/// The one list of all checks, and what runs them.
public final class Checks {

    private final List<Check> all;

    /// Every check that this build has.
    public static Checks shipped() {
        return new Checks(Stream.of(HostChecks.all(), WindowsChecks.all(), ClusterChecks.all(), CleanChecks.all())
                .flatMap(List::stream)
                .toList());
    }

    public Checks(List<Check> all) {
        this.all = List.copyOf(all);
    }

    public List<Check> all() {
        return all;
    }

    /// Runs every check and marks what the setup accepts. Only a soft finding that failed can be accepted.
    public Assessment assess(Situation situation) {
        return new Assessment(all.stream()
                .filter(check -> check.id().concerns(situation.setup().goal()))
                .flatMap(check -> check.assess(situation).stream())
                .map(finding -> accept(finding, situation.setup().accept()))
                .toList());
    }

    private static Finding accept(Finding finding, List<Acceptance> acceptances) {
        if (finding.severity() != Severity.SOFT || finding.state() != State.FAILED) {
            return finding;
        }
        return acceptances.stream()
                .filter(acceptance -> covers(acceptance, finding))
                .findFirst()
                .map(acceptance -> finding.accepted(acceptance.because()))
                .orElse(finding);
    }

    private static boolean covers(Acceptance acceptance, Finding finding) {
        return acceptance.check().equals(finding.id().id())
                && (acceptance.host() == null || acceptance.host().equals(finding.host()));
    }
}
