package dev.muster.assess.cluster;

import static dev.muster.assess.cluster.ClusterWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.assess.Situation;
import dev.muster.assess.cluster.Rule.Place;
import dev.muster.base.Text;
import dev.muster.catalog.KnownRancher;
import java.util.Locale;

/// Whether Rancher offers this network, and whether Windows hosts can be in it.
final class RancherNetwork extends RancherCheck {

    RancherNetwork() {
        super(
                new Rule(
                        CheckId.RANCHER_NETWORK,
                        Severity.SOFT,
                        NETWORK,
                        NETWORK_WHY,
                        NETWORK_FIX,
                        "UI driver-rke/component.js; RANCHER v2.1.6 pkg/rkenodeconfigserver/nodeserver.go;"
                                + " DOCS-JAN windows-clusters"),
                "cluster.network");
    }

    @Override
    Finding assess(KnownRancher rancher, Situation situation, Rule rule, Place place) {
        var line = rancher.line();
        var version = rancher.release().version();
        var network = situation
                .setup()
                .cluster()
                .network()
                .name()
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
        var found = Rule.value(network);
        if (Workers.onWindows(situation.setup())) {
            var networks = line.windows().networks();
            return networks.contains(network)
                    ? rule.as(Severity.HARD).passed(place, found, Rule.value(networks))
                    : rule.as(Severity.HARD)
                            .because(Text.of(NETWORK_WINDOWS_WHY))
                            .mendedBy(Text.of(NETWORK_WINDOWS_FIX, networks))
                            .failed(place, found, Rule.value(networks), Text.of(NETWORK_WINDOWS, network));
        }
        return line.networks().contains(network)
                ? rule.passed(place, found, Rule.value(line.networks()))
                : rule.mendedBy(Text.of(NETWORK_FIX, version, line.networks()))
                        .failed(place, found, Rule.value(line.networks()), Text.of(NETWORK_FAILS, version, network));
    }
}
