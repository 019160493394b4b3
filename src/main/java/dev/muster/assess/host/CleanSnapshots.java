package dev.muster.assess.host;

import static dev.muster.assess.host.CleanWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.assess.Ticks;
import dev.muster.base.Text;
import dev.muster.probe.Leftover;
import java.util.List;
import java.util.Set;

/// Snapshots of etcd and what pods have kept: whether they stay or go.
final class CleanSnapshots extends HostCheck {

    private static final Set<String> PRECIOUS = Set.of("snapshot", "data");

    CleanSnapshots() {
        super(
                CheckId.CLEAN_SNAPSHOTS,
                Severity.INFO,
                new Topic(SNAPSHOTS, SNAPSHOTS_WHY, SNAPSHOTS_FIX),
                "",
                _ -> "rancher-2.1 §5.2: /opt/rke holds the snapshots");
    }

    @Override
    Finding judge(Subject subject, Question question) {
        return withFact(subject.facts().leftovers(), question, _ -> {
            var ticks = Ticks.of(subject.situation(), subject.host());
            var go = precious(ticks.taken());
            var stay = precious(ticks.stays());
            if (go.isEmpty() && stay.isEmpty()) {
                return question.passed(Text.of(SNAPSHOTS_NONE), Text.of(SNAPSHOTS_WANTED));
            }
            var told = go.isEmpty() ? stay : go;
            return question.failed(
                    Severity.INFO,
                    Question.value(told),
                    Text.of(SNAPSHOTS_WANTED),
                    Text.of(
                            go.isEmpty() ? SNAPSHOTS_STAY : SNAPSHOTS_GO,
                            subject.host().name(),
                            told),
                    "");
        });
    }

    private static List<String> precious(List<Leftover> some) {
        return some.stream()
                .filter(one -> PRECIOUS.contains(one.owner()))
                .map(Leftover::id)
                .toList();
    }
}
