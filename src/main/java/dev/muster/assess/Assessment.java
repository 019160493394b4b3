package dev.muster.assess;

import dev.muster.base.HostName;
import java.util.List;

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
}
