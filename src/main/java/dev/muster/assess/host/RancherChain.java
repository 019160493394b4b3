package dev.muster.assess.host;

import static dev.muster.assess.host.HostWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.probe.Chain;
import dev.muster.probe.Visit;
import dev.muster.setup.Registration;
import java.util.Optional;

/// Whether Rancher's certificates are good as a host sees them: the CA that the registration command means, the right
/// name, valid by the host's own clock, and leading to that CA.
final class RancherChain extends OutlookCheck {

    RancherChain() {
        super(
                CheckId.RANCHER_CHAIN,
                Severity.HARD,
                new Topic(CHAIN, CHAIN_WHY, CHAIN_FIX),
                _ -> "RANCHER package/run.sh (CATTLE_CA_CHECKSUM); WINS install.ps1 (CaChecksum)");
    }

    @Override
    Finding judge(Visit visit, Subject subject, Question question) {
        return withAnswer(
                visit,
                question,
                answered -> withFact(answered.authority(), question, authority -> {
                    var other = otherAuthority(authority, subject, question);
                    return other.orElseGet(() -> switch (answered.chain()) {
                        // the agent is told by the checksum, which fits; that the chain can't be shown stops nothing
                        case Reading.Unknown<Chain>(var why) ->
                            question.as(Severity.SOFT).unknown(why);
                        case Reading.Known<Chain>(var chain) -> judge(chain, authority, answered, subject, question);
                    });
                }));
    }

    private static Optional<Finding> otherAuthority(String authority, Subject subject, Question question) {
        return subject.situation()
                .registration()
                .known()
                .map(Registration::caChecksum)
                .filter(wanted -> !wanted.equals(authority))
                .map(wanted -> question.failed(
                        Severity.HARD,
                        shown(authority),
                        shown(wanted),
                        Text.of(CHAIN_OTHER_CA, subject.host().name()),
                        Text.of(CHAIN_OTHER_CA_FIX),
                        ""));
    }

    private static Text shown(String checksum) {
        return checksum.isEmpty() ? Text.of(CHAIN_NO_CA) : Text.of(CHAIN_CHECKSUM, checksum);
    }

    private static Finding judge(
            Chain chain, String authority, Visit.Answered answered, Subject subject, Question question) {
        var name = subject.host().name();
        var leaf = chain.certificates().getFirst();
        for (var one : chain.certificates()) {
            if (chain.seen().isBefore(one.from())) {
                return failed(
                        Text.of(CHAIN_EARLY, name, one.subject(), one.from().toString()), chain, question);
            }
            if (chain.seen().isAfter(one.until())) {
                return failed(
                        Text.of(CHAIN_LATE, name, one.subject(), one.until().toString()), chain, question);
            }
        }
        if (!chain.named()) {
            return failed(Text.of(CHAIN_NAME, name, leaf.subject()), chain, question);
        }
        if (!authority.isEmpty()) {
            return chain.signed()
                    ? question.passed(found(chain), Text.of(CHAIN_WANTED))
                    : failed(Text.of(CHAIN_UNSIGNED, name), chain, question);
        }
        // agents bring a list of their own, so what the host believes is a hint
        return withFact(
                answered.trusted(),
                question.as(Severity.SOFT),
                trusted -> trusted
                        ? question.passed(found(chain), Text.of(CHAIN_WANTED))
                        : question.failed(
                                Severity.SOFT,
                                found(chain),
                                Text.of(CHAIN_WANTED),
                                Text.of(CHAIN_UNTRUSTED, name),
                                ""));
    }

    private static Finding failed(Text what, Chain chain, Question question) {
        return question.failed(Severity.HARD, found(chain), Text.of(CHAIN_WANTED), what, "");
    }

    private static Text found(Chain chain) {
        var leaf = chain.certificates().getFirst();
        return Text.of(CHAIN_FOUND, leaf.subject(), leaf.issuer(), leaf.until().toString());
    }
}
