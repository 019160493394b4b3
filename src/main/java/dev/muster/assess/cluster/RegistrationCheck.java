package dev.muster.assess.cluster;

import dev.muster.assess.Check;
import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Situation;
import dev.muster.setup.Registration;
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
        return situation
                .registration()
                .known()
                .map(registration -> assess(registration, situation, rule))
                .orElseGet(() -> List.of(rule.notApplicable(Rule.Place.cluster(FIELD), ClusterWords.NO_REGISTRATION)));
    }
}
