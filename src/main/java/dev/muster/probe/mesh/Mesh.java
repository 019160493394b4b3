package dev.muster.probe.mesh;

import dev.muster.base.HostName;
import dev.muster.catalog.PortNeed;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What came of trying the network between hosts.
///
/// @param addresses at which the hosts were tried
/// @param at        when it was over, by the workstation's clock
public record Mesh(Map<HostName, String> addresses, Map<Pair, Passage> passages, Instant at) {

    public Mesh {
        addresses = Map.copyOf(addresses);
        passages = Map.copyOf(passages);
    }

    public Optional<Passage> passage(HostName source, HostName target) {
        return Optional.ofNullable(passages.get(new Pair(source, target)));
    }

    /// Empty: this need wasn't one when the network was tried.
    public Optional<PortAnswer> answer(PortNeed need) {
        return passage(need.source(), need.target())
                .flatMap(passage -> Optional.ofNullable(passage.ports().get(need.shown())));
    }
}
