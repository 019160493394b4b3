package dev.muster.assess.host;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.assess.Situation;
import java.util.function.Function;

/// A check that looks at one host at a time.
abstract class HostCheck extends HostsCheck {

    HostCheck(CheckId id, Severity severity, Topic topic, String field, Function<Situation, String> source) {
        super(id, severity, topic, field, source);
    }

    abstract Finding judge(Subject subject, Question question);

    @Override
    final Judge judge(Situation situation) {
        return this::judge;
    }
}
