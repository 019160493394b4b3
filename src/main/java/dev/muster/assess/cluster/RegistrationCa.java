package dev.muster.assess.cluster;

import static dev.muster.assess.cluster.ClusterWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.assess.Situation;
import dev.muster.assess.cluster.Rule.Place;
import dev.muster.base.Text;
import dev.muster.setup.Os;
import dev.muster.setup.Registration;
import java.util.List;

/// Whether Windows hosts get the CA checksum that they can't do without.
final class RegistrationCa extends RegistrationCheck {

    RegistrationCa() {
        super(new Rule(
                CheckId.REGISTRATION_CA,
                Severity.HARD,
                CA,
                CA_WHY,
                CA_FIX,
                "RANCHER v2.1.0 to v2.1.14 package/windows/start.ps1, run.ps1; rancher/rancher#15966, #16837"));
    }

    @Override
    List<Finding> assess(Registration registration, Situation situation, Rule rule) {
        var place = Place.cluster(FIELD);
        // only 2.1's agent on Windows can't do without
        var windows = !registration.bySystemAgent()
                && situation.setup().hosts().stream().anyMatch(host -> host.os() == Os.WINDOWS);
        var wanted = windows ? Text.of(CA_WANTED) : Text.of(ClusterWords.NO_WINDOWS);
        if (!registration.caChecksum().isEmpty()) {
            return List.of(rule.passed(place, Rule.value(registration.caChecksum()), Text.of(CA_WANTED)));
        }
        return List.of(
                windows
                        ? rule.failed(place, Text.of(CA_PUBLIC), wanted, Text.of(CA_FAILS))
                        : rule.passed(place, Text.of(CA_PUBLIC), wanted));
    }
}
