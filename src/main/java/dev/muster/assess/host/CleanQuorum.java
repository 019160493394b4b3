package dev.muster.assess.host;

import static dev.muster.assess.host.CleanWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.assess.Situation;
import dev.muster.assess.Ticks;
import dev.muster.base.Text;
import dev.muster.probe.Facts;
import dev.muster.probe.Probed;
import dev.muster.setup.Host;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whether a majority of the members of a living etcd stays. All of them may go: that retires the cluster.
final class CleanQuorum extends HostsCheck {

    CleanQuorum() {
        super(
                CheckId.CLEAN_QUORUM,
                Severity.HARD,
                new Topic(QUORUM, QUORUM_WHY, QUORUM_FIX),
                "",
                _ -> "etcd FAQ: failure tolerance; rancher-2.1 §5.2");
    }

    @Override
    Judge judge(Situation situation) {
        var cleaned = situation.setup().hosts().stream()
                .filter(host -> Ticks.of(situation, host).taken().stream()
                        .anyMatch(
                                one -> Set.of("process:etcd", "container:etcd").contains(one.id())))
                .flatMap(host -> addresses(host, situation))
                .collect(Collectors.toSet());
        return (subject, question) -> judge(subject, question, cleaned);
    }

    private static Stream<String> addresses(Host host, Situation situation) {
        var own = situation
                .probed(host.name())
                .map(Probed::facts)
                .flatMap(facts -> facts.known())
                .map(Facts::addresses)
                .flatMap(addresses -> addresses.known())
                .orElse(List.of());
        return Stream.concat(
                Stream.of(host.address(), host.internalAddress()).filter(address -> !address.isEmpty()),
                own.stream().map(one -> one.address()));
    }

    private static Finding judge(Subject subject, Question question, Set<String> cleaned) {
        var wanted = Text.of(QUORUM_WANTED);
        return withFact(subject.facts().etcdMembers(), question, members -> {
            if (members.isEmpty()
                    || addresses(subject.host(), subject.situation()).noneMatch(cleaned::contains)) {
                return question.passed(Text.of(QUORUM_NONE), wanted);
            }
            var stay =
                    members.stream().filter(member -> !cleaned.contains(member)).toList();
            if (stay.isEmpty()) {
                return question.passed(Text.of(QUORUM_WHOLE, members), wanted);
            }
            var found = Text.of(QUORUM_STAYS, stay.size(), members.size());
            return stay.size() > members.size() / 2
                    ? question.passed(found, wanted)
                    : question.failed(
                            Severity.HARD,
                            found,
                            wanted,
                            Text.of(QUORUM_FAILS, subject.host().name(), stay.size(), members.size(), stay),
                            "");
        });
    }
}
