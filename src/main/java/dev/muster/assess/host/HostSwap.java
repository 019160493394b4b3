package dev.muster.assess.host;

import static dev.muster.assess.host.HostWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Text;

/// Whether swap is off.
final class HostSwap extends HostCheck {

    HostSwap() {
        super(
                CheckId.HOST_SWAP,
                Severity.SOFT,
                new Topic(SWAP, SWAP_WHY, SWAP_FIX),
                "",
                _ -> "DOCS-JAN RKE docs, os (swap off on workers)");
    }

    @Override
    Finding judge(Subject subject, Question question) {
        return withFact(subject.facts().swap(), question, swap -> {
            var wanted = Text.of(SWAP_OFF);
            return swap.value() == 0
                    ? question.passed(wanted, wanted)
                    : question.failed(
                            Severity.SOFT,
                            Question.value(swap),
                            wanted,
                            Text.of(SWAP_FAILS, subject.host().name(), swap),
                            "sudo swapoff -a && sudo sed -i.bak -E '/^[^#].*[[:space:]]swap[[:space:]]/s/^/#/'"
                                    + " /etc/fstab");
        });
    }
}
