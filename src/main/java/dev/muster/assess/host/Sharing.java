package dev.muster.assess.host;

import dev.muster.assess.Situation;
import dev.muster.base.HostName;
import dev.muster.base.Reading;
import dev.muster.probe.Facts;
import dev.muster.probe.Probed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Which hosts of a situation said the same of themselves.
final class Sharing {

    private final Map<String, List<HostName>> hosts = new HashMap<>();

    private Sharing() {}

    /// @param identity what a host says; those that don't share nothing
    static Sharing of(Situation situation, Function<Facts, Reading<String>> identity) {
        var sharing = new Sharing();
        for (var host : situation.setup().hosts()) {
            situation
                    .probed(host.name())
                    .map(Probed::facts)
                    .flatMap(Reading::known)
                    .flatMap(facts -> identity.apply(facts).known())
                    .ifPresent(said -> sharing.hosts
                            .computeIfAbsent(said, _ -> new ArrayList<>())
                            .add(host.name()));
        }
        return sharing;
    }

    /// In the setup's order; empty: nobody said so.
    List<HostName> by(String said) {
        return hosts.getOrDefault(said, List.of());
    }
}
