package dev.muster.assess.cluster;

import static dev.muster.assess.cluster.ClusterWords.*;

import dev.muster.assess.Check;
import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.assess.Situation;
import dev.muster.assess.cluster.Rule.Place;
import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.probe.Facts;
import dev.muster.probe.Probed;
import dev.muster.setup.Host;
import java.util.List;
import java.util.Locale;

/// Whether host and node are called the same; with or without the domain.
final class NameMatches implements Check {

    private static final Rule RULE = new Rule(
            CheckId.NAME_MATCHES,
            Severity.INFO,
            NAME_MATCHES,
            NAME_MATCHES_WHY,
            NAME_MATCHES_FIX,
            "RANCHER v2.1.6 package/run.sh (--node-name, default hostname -s)");

    @Override
    public CheckId id() {
        return RULE.id();
    }

    @Override
    public List<Finding> assess(Situation situation) {
        return situation.setup().hosts().stream()
                .map(host -> finding(host, situation))
                .toList();
    }

    private static Finding finding(Host host, Situation situation) {
        var place = new Place(host.name(), situation.field(host.name()) + ".nodeName");
        return switch (ownName(host, situation)) {
            case Reading.Unknown<String>(var why) -> RULE.unknown(place, why);
            case Reading.Known<String>(var own) -> {
                var found = Rule.value(own);
                var wanted = Rule.value(host.nodeName());
                yield shortName(own).equals(shortName(host.nodeName().value()))
                        ? RULE.passed(place, found, wanted)
                        : RULE.failed(
                                place, found, wanted, Text.of(NAME_MATCHES_FAILS, host.name(), own, host.nodeName()));
            }
        };
    }

    private static Reading<String> ownName(Host host, Situation situation) {
        var facts = situation.probed(host.name()).map(Probed::facts).orElse(Reading.unknown("not asked yet"));
        return switch (facts) {
            case Reading.Known<Facts>(var known) -> known.hostName();
            case Reading.Unknown<Facts>(var why) -> Reading.unknown(why);
        };
    }

    private static String shortName(String name) {
        return name.toLowerCase(Locale.ROOT).split("\\.", 2)[0];
    }
}
