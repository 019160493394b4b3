package dev.muster.setup.inventory;

import dev.muster.base.Problem;
import java.util.List;

/// What came of reading a list.
///
/// @param bastions those that hosts name
/// @param problems each with its line; the other lines were read
public record Proposal(List<ProposedHost> hosts, List<ProposedBastion> bastions, List<Problem> problems) {

    public Proposal {
        hosts = List.copyOf(hosts);
        bastions = List.copyOf(bastions);
        problems = List.copyOf(problems);
    }
}
