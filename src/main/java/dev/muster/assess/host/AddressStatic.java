package dev.muster.assess.host;

import static dev.muster.assess.host.NetworkWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Text;
import dev.muster.probe.InterfaceAddress;

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
                own -> Addresses.node(own, subject)
                        .map(address -> judge(address, subject, question))
                        .orElseGet(() -> question.notApplicable(Text.of(STATIC_NO_ADDRESS))));
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
