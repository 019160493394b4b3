package dev.muster.assess.host;

import static dev.muster.assess.host.NetworkWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.assess.Situation;
import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.probe.Facts;
import dev.muster.probe.InterfaceAddress;
import dev.muster.probe.Probed;
import dev.muster.setup.ClusterSettings.Network;
import dev.muster.setup.Host;
import dev.muster.setup.Os;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Whether the hosts stand in one layer-2 network, which flannel's host gateway needs: it sends a pod's packets to
/// the neighbour's own address. A cloud that routes every address by itself (a prefix of 32) needs a route a node
/// instead, which wants a word.
final class NetworkLayer2 extends HostsCheck {

    private static final int SINGLE = 32;

    NetworkLayer2() {
        super(
                CheckId.NETWORK_LAYER2,
                Severity.HARD,
                new Topic(LAYER2, LAYER2_WHY, LAYER2_FIX),
                "internalAddress",
                _ -> "DOCS-JAN cluster-provisioning/rke-clusters/windows-clusters");
    }

    @Override
    boolean asks(Os os) {
        return true;
    }

    @Override
    Judge judge(Situation situation) {
        if (situation.setup().cluster().network() != Network.FLANNEL_HOST_GW) {
            return (_, question) -> question.notApplicable(Text.of(LAYER2_ROUTED));
        }
        var common = common(situation);
        return (subject, question) -> withFact(
                subject.facts().addresses(),
                question,
                addresses -> Addresses.node(addresses, subject)
                        .map(address -> judge(address, common, subject, question))
                        .orElseGet(() -> question.unknown("the node's own address")));
    }

    /// The network that most hosts stand in.
    private static Optional<Cidr> common(Situation situation) {
        Map<Cidr, Long> counts = situation.setup().hosts().stream()
                .flatMap(host -> network(host, situation).stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.<Cidr, Long>comparingByValue()
                        .thenComparing(entry -> entry.getKey().first(), Comparator.reverseOrder()))
                .map(Map.Entry::getKey);
    }

    private static Optional<Cidr> network(Host host, Situation situation) {
        return situation
                .probed(host.name())
                .map(Probed::facts)
                .flatMap(Reading::known)
                .flatMap(facts -> network(host, facts, situation));
    }

    private static Optional<Cidr> network(Host host, Facts facts, Situation situation) {
        List<InterfaceAddress> addresses = facts.addresses().known().orElse(List.of());
        return Addresses.node(addresses, new Subject(host, facts, situation)).flatMap(NetworkLayer2::network);
    }

    private static Optional<Cidr> network(InterfaceAddress address) {
        return Cidr.parse(address.address() + "/" + address.prefix());
    }

    private static Finding judge(InterfaceAddress address, Optional<Cidr> common, Subject subject, Question question) {
        var shown = address.address() + "/" + address.prefix();
        var own = network(address);
        if (own.isEmpty() || common.isEmpty()) {
            return question.unknown(shown);
        }
        var found = Question.value(shown);
        var wanted = Text.of(LAYER2_WANTED, common.get().shown());
        if (address.prefix() == SINGLE) {
            return question.failed(
                    Severity.SOFT,
                    found,
                    wanted,
                    Text.of(LAYER2_CLOUD, subject.host().name(), shown),
                    Text.of(LAYER2_CLOUD_FIX),
                    "kubectl get nodes -o custom-columns=nodeName:.metadata.name,nodeIP:status.addresses[0].address,"
                            + "routeDestination:.spec.podCIDR");
        }
        return own.equals(common)
                ? question.passed(found, wanted)
                : question.failed(
                        Severity.HARD,
                        found,
                        wanted,
                        Text.of(
                                LAYER2_FAILS,
                                subject.host().name(),
                                shown,
                                common.get().shown()),
                        "");
    }
}
