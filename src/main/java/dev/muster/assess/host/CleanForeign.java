package dev.muster.assess.host;

import static dev.muster.assess.host.CleanWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.assess.Ticks;
import dev.muster.base.Text;
import dev.muster.probe.Leftover;
import java.util.List;

/// What of others is beside a cluster's leftovers, by name.
final class CleanForeign extends HostCheck {

    CleanForeign() {
        super(
                CheckId.CLEAN_FOREIGN,
                Severity.INFO,
                new Topic(FOREIGN, FOREIGN_WHY, FOREIGN_FIX),
                "",
                _ -> "rancher-2.1 §5.2; pitfalls");
    }

    @Override
    Finding judge(Subject subject, Question question) {
        return withFact(subject.facts().leftovers(), question, _ -> {
            var ticks = Ticks.of(subject.situation(), subject.host());
            var taken = foreign(ticks.taken());
            var stays = foreign(ticks.stays());
            if (taken.isEmpty() && stays.isEmpty()) {
                return question.passed(Text.of(FOREIGN_NONE), Text.of(FOREIGN_WANTED));
            }
            var told = taken.isEmpty() ? stays : taken;
            return question.failed(
                    Severity.INFO,
                    Question.value(told),
                    Text.of(FOREIGN_WANTED),
                    Text.of(
                            taken.isEmpty() ? FOREIGN_FAILS : FOREIGN_TAKEN,
                            subject.host().name(),
                            told),
                    "");
        });
    }

    private static List<String> foreign(List<Leftover> some) {
        return some.stream()
                .filter(one -> one.owner().equals(Leftover.FOREIGN))
                .map(Leftover::id)
                .toList();
    }
}
