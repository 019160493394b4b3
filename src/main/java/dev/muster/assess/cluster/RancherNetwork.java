package dev.muster.assess.cluster;

import static dev.muster.assess.cluster.ClusterWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.assess.Situation;
import dev.muster.assess.cluster.Rule.Place;
import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.catalog.KnownRancher;
import dev.muster.catalog.WindowsSupport;
import dev.muster.catalog.WindowsSupport.Net;
import java.util.Optional;

/// Whether Rancher offers this network, and whether Windows hosts can be in it. Where Windows hosts can't join at
/// all, `windows.line` says so, and this asks for the Linux hosts alone.
final class RancherNetwork extends RancherCheck {

    RancherNetwork() {
        super(
                new Rule(
                        CheckId.RANCHER_NETWORK,
                        Severity.SOFT,
                        NETWORK,
                        NETWORK_WHY,
                        NETWORK_FIX,
                        "UI driver-rke/component.js; RANCHER v2.1.6 pkg/rkenodeconfigserver/nodeserver.go"),
                "cluster.network");
    }

    @Override
    Finding assess(KnownRancher rancher, Situation situation, Rule rule, Place place) {
        if (Workers.onWindows(situation.setup())) {
            var windows = rancher.windows().known().flatMap(some -> some);
            if (windows.isPresent()) {
                return windows(windows.get(), rancher, situation, rule.as(Severity.HARD), place);
            }
        }
        var network = Wanted.network(situation);
        var networks = rancher.cluster().networks();
        var told = rancher.cluster().onDocker()
                ? rule
                : rule.from(rancher.cluster().source());
        return networks.contains(network)
                ? told.passed(place, Rule.value(network), Rule.value(networks))
                : told.mendedBy(Text.of(NETWORK_FIX, rancher.release().version(), networks))
                        .failed(
                                place,
                                Rule.value(network),
                                Rule.value(networks),
                                Text.of(NETWORK_FAILS, rancher.release().version(), network));
    }

    private static Finding windows(
            WindowsSupport windows, KnownRancher rancher, Situation situation, Rule rule, Place place) {
        var network = Wanted.network(situation);
        var found = Rule.value(network);
        var names = windows.networks().stream().map(Net::network).toList();
        var wanted = Rule.value(names);
        var told = rule.because(Text.of(rancher.cluster().onDocker() ? NETWORK_WINDOWS_WHY : NETWORK_WINDOWS_TODAY_WHY))
                .mendedBy(
                        rancher.cluster().onDocker()
                                ? Text.of(NETWORK_WINDOWS_FIX, names)
                                : Text.of(NETWORK_WINDOWS_TODAY_FIX, names));
        var known = windows.network(network);
        if (known.isEmpty()) {
            return told.from(windows.source()).failed(place, found, wanted, Text.of(NETWORK_WINDOWS, network));
        }
        var net = known.get();
        return brought(net, rancher, situation, told.from(net.source()), place, wanted)
                .orElseGet(() -> switch (net.word()) {
                    case SUPPORTED -> rule.from(net.source()).passed(place, found, wanted);
                    case EXPERIMENTAL, DISPUTED ->
                        rule.as(Severity.SOFT)
                                .because(Text.of(NETWORK_DISPUTED_WHY, net.source()))
                                .mendedBy(Text.of(NETWORK_DISPUTED_FIX))
                                .from(net.source())
                                .failed(
                                        place,
                                        found,
                                        wanted,
                                        Text.of(
                                                NETWORK_DISPUTED,
                                                network,
                                                rancher.release().version()));
                });
    }

    /// A finding, where the network came to Windows later than the setup's Kubernetes.
    private static Optional<Finding> brought(
            Net net, KnownRancher rancher, Situation situation, Rule rule, Place place, Text wanted) {
        var version = Wanted.kubernetes(rancher, situation);
        var has = version.known()
                .map(some -> WindowsSupport.has(net.kubernetes(), some))
                .orElseGet(() ->
                        net.kubernetes().isEmpty() ? Reading.of(true) : Reading.unknown("the Kubernetes version"));
        return switch (has) {
            case Reading.Known<Boolean>(var there) when there -> Optional.empty();
            case Reading.Known<Boolean> _ ->
                Optional.of(rule.mendedBy(Text.of(NETWORK_LATER_FIX, net.network(), net.kubernetes()))
                        .failed(
                                place,
                                Rule.value(net.network()),
                                wanted,
                                Text.of(
                                        NETWORK_LATER,
                                        net.network(),
                                        version.known().orElse(""))));
            case Reading.Unknown<Boolean>(var why) -> Optional.of(rule.unknown(place, why));
        };
    }
}
