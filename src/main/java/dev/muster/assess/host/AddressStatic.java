package dev.muster.assess.host;

import static dev.muster.assess.host.HostWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Text;
import dev.muster.probe.InterfaceAddress;
import java.util.List;
import java.util.Optional;

/// Whether the node's address stays: not leased from DHCP without a reservation.
final class AddressStatic extends HostCheck {

    AddressStatic() {
        super(
                CheckId.ADDRESS_STATIC,
                Severity.SOFT,
                new Topic(STATIC, STATIC_WHY, STATIC_FIX),
                "address",
                _ -> "DOCS-JAN cluster-provisioning/rke-clusters/windows-clusters, installation/requirements"
                        + " (static IP)");
    }

    @Override
    Finding judge(Subject subject, Question question) {
        return withFact(
                subject.facts().addresses(),
                question,
                own -> node(own, subject)
                        .map(address -> judge(address, subject, question))
                        .orElseGet(() -> question.notApplicable(Text.of(STATIC_NO_ADDRESS))));
    }

    /// The address that the node will have: the internal one, the one it is reached at, or what the agent
    /// chooses.
    private static Optional<InterfaceAddress> node(List<InterfaceAddress> own, Subject subject) {
        return Optional.of(subject.host().internalAddress())
                .filter(internal -> !internal.isEmpty())
                .flatMap(internal -> Addresses.own(own, internal))
                .or(() -> Addresses.reachedAt(subject)
                        .filter(address -> !Addresses.isLoopback(address))
                        .flatMap(address -> Addresses.own(own, address)))
                .or(() -> subject.facts().sourceToInternet().known().flatMap(address -> Addresses.own(own, address)));
    }

    private static Finding judge(InterfaceAddress address, Subject subject, Question question) {
        var shown = address.address() + " (" + address.device() + ")";
        return address.dynamic()
                ? question.failed(
                        Severity.SOFT,
                        Text.of(STATIC_LEASED, shown),
                        Text.of(STATIC_WANTED),
                        Text.of(STATIC_FAILS, subject.host().name(), address.address(), address.device()),
                        "")
                : question.passed(Question.value(shown), Text.of(STATIC_WANTED));
    }
}
