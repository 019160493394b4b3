package dev.muster.assess.cluster;

import dev.muster.assess.Check;
import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Situation;
import dev.muster.setup.Registration;
import dev.muster.setup.RegistrationReading;
import java.util.List;

/// A check on a registration command that could be read. One that couldn't doesn't apply here:
/// `registration.readable` says what is wrong with it.
abstract class RegistrationCheck implements Check {

    static final String FIELD = "rancher.registration";

    private final Rule rule;

    RegistrationCheck(Rule rule) {
        this.rule = rule;
    }

    abstract List<Finding> assess(Registration registration, Situation situation, Rule rule);

    @Override
    public final CheckId id() {
        return rule.id();
    }

    @Override
    public final List<Finding> assess(Situation situation) {
        return switch (situation.registration()) {
            case RegistrationReading.Readable(var registration) -> assess(registration, situation, rule);
            case RegistrationReading.Unreadable _, RegistrationReading.Missing _ ->
                List.of(rule.notApplicable(Rule.Place.cluster(FIELD), ClusterWords.NO_REGISTRATION));
        };
    }
}
