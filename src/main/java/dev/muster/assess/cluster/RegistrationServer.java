package dev.muster.assess.cluster;

import static dev.muster.assess.cluster.ClusterWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.assess.Situation;
import dev.muster.assess.cluster.Rule.Place;
import dev.muster.base.Text;
import dev.muster.setup.Registration;
import dev.muster.setup.shape.ServerShape;
import java.util.List;

/// Whether the command belongs to the Rancher that the setup names.
final class RegistrationServer extends RegistrationCheck {

    RegistrationServer() {
        super(new Rule(
                CheckId.REGISTRATION_SERVER,
                Severity.HARD,
                SERVER,
                SERVER_WHY,
                SERVER_NONE_FIX,
                "RANCHER v2.1.6 package/run.sh (--server); DERIVED"));
    }

    @Override
    List<Finding> assess(Registration registration, Situation situation, Rule rule) {
        var place = Place.cluster("rancher.server");
        var said = registration.server();
        var wanted = situation.setup().rancher().server();
        if (said.isEmpty() && wanted.isEmpty()) {
            return List.of(rule.failed(place, Rule.NONE, Text.of(SERVER_WANTED), Text.of(SERVER_NONE)));
        }
        if (said.isEmpty() || wanted.isEmpty() || same(said, wanted)) {
            var found = said.isEmpty() ? wanted : said;
            var asked = wanted.isEmpty() ? Text.of(SERVER_WANTED) : Rule.value(wanted);
            return List.of(rule.passed(place, Rule.value(found), asked));
        }
        return List.of(rule.mendedBy(Text.of(SERVER_FIX, wanted))
                .failed(place, Rule.value(said), Rule.value(wanted), Text.of(SERVER_FAILS, said, wanted)));
    }

    private static boolean same(String one, String other) {
        return ServerShape.canonical(one).equals(ServerShape.canonical(other));
    }
}
