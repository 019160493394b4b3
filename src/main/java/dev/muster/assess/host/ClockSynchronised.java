package dev.muster.assess.host;

import static dev.muster.assess.host.HostWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Text;

/// Whether something keeps the clock right.
final class ClockSynchronised extends HostCheck {

    private static final String COMMAND = "sudo timedatectl set-ntp true; timedatectl";

    ClockSynchronised() {
        super(
                CheckId.CLOCK_SYNCHRONISED,
                Severity.SOFT,
                new Topic(SYNC, SYNC_WHY, SYNC_FIX),
                "",
                situation -> situation.catalog().limits().clockSoft().source());
    }

    @Override
    Finding judge(Subject subject, Question question) {
        return withFact(subject.facts().timeSync(), question, sync -> {
            var wanted = Text.of(SYNC_WANTED);
            var name = subject.host().name();
            return switch (sync.state()) {
                case SYNCHRONISED -> question.passed(Text.of(SYNC_BY, sync.by()), wanted);
                case SYNCING ->
                    question.pending(
                            Text.of(SYNC_WAITS, sync.by()),
                            wanted,
                            Text.of(SYNC_PENDING, name, sync.by()),
                            "timedatectl");
                case OFF ->
                    question.failed(Severity.SOFT, Text.of(SYNC_NOBODY), wanted, Text.of(SYNC_FAILS, name), COMMAND);
            };
        });
    }
}
