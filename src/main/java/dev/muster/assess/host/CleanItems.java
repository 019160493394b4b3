package dev.muster.assess.host;

import static dev.muster.assess.host.CleanWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.assess.Ticks;
import dev.muster.base.Text;

/// Whether each item that the setup spares or takes along is there: one that is misspelt would protect nothing.
/// An item of a host that isn't to be cleaned any more harms nobody.
final class CleanItems extends HostCheck {

    CleanItems() {
        super(
                CheckId.CLEAN_ITEMS,
                Severity.HARD,
                new Topic(ITEMS, ITEMS_WHY, ITEMS_FIX),
                "",
                _ -> "setup file: clean.also, clean.except");
    }

    @Override
    Finding judge(Subject subject, Question question) {
        return withFact(subject.facts().leftovers(), question, _ -> {
            var unknown = Ticks.unknown(subject.situation());
            var empty = Ticks.of(subject.situation(), subject.host()).taken().isEmpty();
            return unknown.isEmpty() || empty
                    ? question.passed(Text.of(ITEMS_FOUND), Text.of(ITEMS_WANTED))
                    : question.failed(
                            Severity.HARD,
                            Question.value(unknown),
                            Text.of(ITEMS_WANTED),
                            Text.of(ITEMS_FAILS, subject.host().name(), unknown),
                            "muster scan FILE --json");
        });
    }
}
