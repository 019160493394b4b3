package dev.muster.assess.host;

import static dev.muster.assess.host.NetworkWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Text;
import dev.muster.probe.InterfaceAddress;
import dev.muster.setup.Os;
import java.util.List;

/// Whether the given address is really there. A host behind address translation gives its own as `internalAddress`.
final class AddressOnHost extends HostCheck {

    AddressOnHost() {
        super(
                CheckId.ADDRESS_ON_HOST,
                Severity.HARD,
                new Topic(ON_HOST, ON_HOST_WHY, ON_HOST_FIX),
                "address",
                _ -> "RANCHER package/run.sh (--address, --internal-address); DOCS-JAN admin-settings/agent-options");
    }

    @Override
    boolean asks(Os os) {
        return true;
    }

    @Override
    Finding judge(Subject subject, Question question) {
        return withFact(subject.facts().addresses(), question, own -> {
            var internal = subject.host().internalAddress();
            if (!internal.isEmpty() && Addresses.isLiteral(internal)) {
                return judge(internal, own, subject, question);
            }
            return Addresses.reachedAt(subject)
                    .map(address -> judge(address, own, subject, question))
                    .orElseGet(() -> question.notApplicable(
                            Text.of(ON_HOST_NAME, subject.host().address())));
        });
    }

    private static Finding judge(String given, List<InterfaceAddress> own, Subject subject, Question question) {
        var shown = Question.value(own.stream()
                .map(one -> one.address() + " (" + one.device() + ")")
                .toList());
        var wanted = Question.value(given);
        return Addresses.own(own, given).isPresent()
                ? question.passed(wanted, wanted)
                : question.failed(
                        Severity.HARD,
                        shown,
                        wanted,
                        Text.of(ON_HOST_FAILS, subject.host().name(), given),
                        "ip -o addr show up");
    }
}
