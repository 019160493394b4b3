package dev.muster.assess.host;

import static dev.muster.assess.host.NetworkWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.probe.InterfaceAddress;
import java.util.List;

/// Whether the agent can find the node's address where it isn't told: by the route to 8.8.8.8.
final class AddressRoute extends HostCheck {

    AddressRoute() {
        super(
                CheckId.ADDRESS_ROUTE,
                Severity.SOFT,
                new Topic(ROUTE, ROUTE_WHY, ROUTE_FIX),
                "internalAddress",
                _ -> "RANCHER package/run.sh (ip route get 8.8.8.8)");
    }

    @Override
    Finding judge(Subject subject, Question question) {
        var host = subject.host();
        if (isTold(subject)) {
            return question.notApplicable(Text.of(ROUTE_TOLD, host.address()));
        }
        return withFact(subject.facts().sourceToInternet(), question, source -> {
            var wanted = Text.of(ROUTE_WANTED);
            return source.isBlank()
                    ? question.failed(
                            Severity.SOFT,
                            Text.of(ROUTE_NONE),
                            wanted,
                            Text.of(ROUTE_FAILS, host.name()),
                            "ip route get 8.8.8.8")
                    : question.passed(Question.value(source), wanted);
        });
    }

    /// The plan gives `--address` when the host has the address itself, on an interface that others can reach.
    private static boolean isTold(Subject subject) {
        var given = subject.host().address();
        return !Addresses.isLoopback(given)
                && subject.facts().addresses() instanceof Reading.Known<List<InterfaceAddress>>(var own)
                && Addresses.own(own, given).isPresent();
    }
}
