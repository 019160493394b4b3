package dev.muster.assess.host;

import dev.muster.assess.Check;
import dev.muster.assess.Finding;
import dev.muster.assess.Situation;
import dev.muster.base.Reading;
import dev.muster.probe.Facts;
import dev.muster.probe.Probed;
import dev.muster.setup.Host;
import java.util.List;

/// A check that looks at one host's facts at a time. A host that wasn't reached is unknown to it, with the ladder's
/// reason.
interface HostCheck extends Check {

    Finding assess(Host host, Facts facts, Situation situation);

    /// The finding for a host whose facts couldn't be had.
    Finding unknown(Host host, String why);

    @Override
    default List<Finding> assess(Situation situation) {
        return situation.setup().hosts().stream()
                .map(host -> switch (facts(situation, host)) {
                    case Reading.Known<Facts>(var facts) -> assess(host, facts, situation);
                    case Reading.Unknown<Facts>(var why) -> unknown(host, why);
                })
                .toList();
    }

    private static Reading<Facts> facts(Situation situation, Host host) {
        return situation.probed(host.name()).map(Probed::facts).orElse(Reading.unknown("not asked yet"));
    }
}
