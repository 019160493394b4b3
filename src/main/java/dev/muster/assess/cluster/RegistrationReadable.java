package dev.muster.assess.cluster;

import static dev.muster.assess.cluster.ClusterWords.*;

import dev.muster.assess.Check;
import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.assess.Situation;
import dev.muster.assess.cluster.Rule.Place;
import dev.muster.base.Problem;
import dev.muster.base.Text;
import dev.muster.setup.RegistrationReading.Foretold;
import dev.muster.setup.RegistrationReading.Missing;
import dev.muster.setup.RegistrationReading.Readable;
import dev.muster.setup.RegistrationReading.Unreadable;
import java.util.List;

/// Whether there is a registration command that can be used; one finding for each thing that is wrong with it.
final class RegistrationReadable implements Check {

    private static final Rule RULE = new Rule(
            CheckId.REGISTRATION_READABLE,
            Severity.HARD,
            READABLE,
            READABLE_WHY,
            READABLE_FIX,
            "RANCHER v2.1.6 pkg/api/customization/clusterregistrationtokens/formatter.go, package/run.sh");
    private static final Place PLACE = Place.cluster(RegistrationCheck.FIELD);

    @Override
    public CheckId id() {
        return RULE.id();
    }

    @Override
    public List<Finding> assess(Situation situation) {
        return switch (situation.registration()) {
            case Readable(var registration) ->
                List.of(RULE.passed(PLACE, Text.of(READABLE_FOUND, registration.shown()), Text.of(READABLE_WANTED)));
            case Foretold _ -> List.of(RULE.passed(PLACE, Text.of(READABLE_FORETOLD), Text.of(READABLE_WANTED)));
            case Unreadable(var problems) ->
                problems.stream().map(RegistrationReadable::failed).toList();
            case Missing() ->
                List.of(RULE.pending(
                        PLACE, Text.of(READABLE_MISSING_FOUND), Text.of(READABLE_WANTED), Text.of(READABLE_MISSING)));
        };
    }

    private static Finding failed(Problem problem) {
        return RULE.because(problem.why())
                .mendedBy(problem.fix())
                .failed(PLACE, problem.what(), Text.of(READABLE_WANTED), Text.of(READABLE_FAILS, problem.what()));
    }
}
