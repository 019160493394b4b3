package dev.muster.assess;

import dev.muster.base.HostName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    /// The findings that are worth a line. Of a host that wasn't reached all else is unknown; the first `reach.*`
    /// finding that isn't passed says so once, and what is unknown after it isn't told again. Nothing else is
    /// left out.
    public List<Finding> told() {
        var broken = new HashMap<HostName, CheckId>();
        for (var finding : findings) {
            if (finding.host() != null && finding.id().area().equals("reach") && finding.state() != State.PASSED) {
                broken.merge(finding.host(), finding.id(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
            }
        }
        return findings.stream().filter(finding -> !follows(finding, broken)).toList();
    }

    private static boolean follows(Finding finding, Map<HostName, CheckId> broken) {
        if (finding.state() != State.UNKNOWN || finding.host() == null) {
            return false;
        }
        var first = broken.get(finding.host());
        return first != null && first.compareTo(finding.id()) < 0;
    }
}
