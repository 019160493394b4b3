package dev.muster.assess.host;

import static dev.muster.assess.host.HostWords.*;
import static dev.muster.assess.host.NetworkWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Text;
import dev.muster.probe.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Whether the cluster's networks are free: no route of the host leads into them, and they don't overlap each other.
/// Routes through a cluster's own interfaces are leftovers, or this cluster's, and judged there.
final class NetworkCidr extends HostCheck {

    private static final Pattern OF_A_CLUSTER =
            Pattern.compile("(flannel|cni|cali|tunl|weave|datapath|vxlan|kube-|cilium).*");

    NetworkCidr() {
        super(
                CheckId.NETWORK_CIDR,
                Severity.HARD,
                new Topic(NETWORK, NETWORK_WHY, NETWORK_FIX),
                "",
                _ -> "RKE cluster/defaults.go (10.42.0.0/16, 10.43.0.0/16); that an overlap breaks routing is DERIVED");
    }

    private record Wanted(String field, String written, Cidr network) {}

    @Override
    Finding judge(Subject subject, Question question) {
        var cluster = subject.situation().setup().cluster();
        var pods = Cidr.parse(cluster.podCidr());
        var services = Cidr.parse(cluster.serviceCidr());
        if (pods.isEmpty() || services.isEmpty()) {
            return question.unknown(cluster.podCidr() + ", " + cluster.serviceCidr());
        }
        var networks = List.of(
                new Wanted("cluster.podCidr", cluster.podCidr(), pods.get()),
                new Wanted("cluster.serviceCidr", cluster.serviceCidr(), services.get()));
        var shown = Question.value(networks.stream().map(Wanted::written).toList());
        if (pods.get().overlaps(services.get())) {
            return question.failed(
                    Severity.HARD,
                    shown,
                    Text.of(NETWORK_WANTED),
                    Text.of(NETWORK_SELF, cluster.podCidr(), cluster.serviceCidr()),
                    "");
        }
        return withFact(
                subject.facts().routes(), question, routes -> judge(routes, networks, shown, subject, question));
    }

    private static Finding judge(
            List<Route> routes, List<Wanted> networks, Text shown, Subject subject, Question question) {
        var overlaps = new ArrayList<Text>();
        for (var wanted : networks) {
            for (var route : routes) {
                if (isForeign(route)
                        && Cidr.parse(route.destination())
                                .filter(wanted.network()::overlaps)
                                .isPresent()) {
                    overlaps.add(Text.of(
                            NETWORK_OVERLAP, route.destination(), route.device(), wanted.written(), wanted.field()));
                }
            }
        }
        return overlaps.isEmpty()
                ? question.passed(shown, Text.of(NETWORK_WANTED))
                : question.failed(
                        Severity.HARD,
                        Text.of(LIST, overlaps),
                        Text.of(NETWORK_WANTED),
                        Text.of(NETWORK_FAILS, subject.host().name(), overlaps.getFirst()),
                        "ip -4 route show");
    }

    private static boolean isForeign(Route route) {
        return !route.destination().equals("0.0.0.0/0")
                && !OF_A_CLUSTER.matcher(route.device()).matches();
    }
}
