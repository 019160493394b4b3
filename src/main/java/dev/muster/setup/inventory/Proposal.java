package dev.muster.setup.inventory;

import dev.muster.base.Problem;
import java.util.List;

/// What came of reading a list.
///
/// @param problems each with its line; the other lines were read
public record Proposal(List<ProposedHost> hosts, List<Problem> problems) {

    public Proposal {
        hosts = List.copyOf(hosts);
        problems = List.copyOf(problems);
    }
}
