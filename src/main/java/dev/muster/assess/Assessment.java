package dev.muster.assess;

import dev.muster.base.HostName;
import java.util.List;
import java.util.Objects;

/// All findings about a setup.
public record Assessment(List<Finding> findings) {

    public Assessment {
        findings = List.copyOf(findings);
    }

    /// The findings that stop a run, hard ones first.
    public List<Finding> stopping() {
        return findings.stream()
                .filter(Finding::stops)
                .sorted((a, b) -> a.severity().compareTo(b.severity()))
                .toList();
    }

    public boolean stops() {
        return findings.stream().anyMatch(Finding::stops);
    }

    public List<Finding> of(HostName host) {
        return findings.stream().filter(finding -> host.equals(finding.host())).toList();
    }

    public List<Finding> ofCluster() {
        return findings.stream().filter(finding -> finding.host() == null).toList();
    }

    public List<Finding> in(State state) {
        return findings.stream().filter(finding -> finding.state() == state).toList();
    }

    /// Whether a finding is unknown only because its host wasn't reached. The first `reach.*` finding that isn't
    /// passed says so once; a face shows that one and folds the rest.
    public boolean followsFromReach(Finding finding) {
        return finding.state() == State.UNKNOWN
                && findings.stream()
                        .filter(other -> other.id().area().equals("reach") && other.state() != State.PASSED)
                        .filter(other -> other.id().compareTo(finding.id()) < 0)
                        .anyMatch(other -> Objects.equals(other.host(), finding.host()));
    }
}
