package dev.muster.assess.cluster;

import static dev.muster.assess.cluster.ClusterWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.assess.Situation;
import dev.muster.assess.cluster.Rule.Place;
import dev.muster.base.Text;
import dev.muster.setup.ClusterSettings.Distribution;
import dev.muster.setup.Registration;
import java.util.List;
import java.util.regex.Pattern;

/// Whether the agent's image carries the version of Rancher that the setup says.
final class RegistrationVersion extends RegistrationCheck {

    private static final Pattern OF_A_TAG = Pattern.compile("v\\d+\\.\\d+\\.\\d+");

    RegistrationVersion() {
        super(new Rule(
                CheckId.REGISTRATION_VERSION,
                Severity.SOFT,
                ClusterWords.VERSION,
                VERSION_WHY,
                VERSION_FIX,
                "RANCHER v2.1.6 pkg/settings/setting.go (agent-image), package/Dockerfile (windows-agent-image)"));
    }

    @Override
    List<Finding> assess(Registration registration, Situation situation, Rule rule) {
        var place = Place.cluster("rancher.version");
        var wanted = situation.setup().rancher().version();
        if (registration.bySystemAgent()) {
            // it names no version, but its kind is that of the lines of RKE2 and K3s
            var docker = situation.setup().cluster().distribution() == Distribution.RKE1;
            return List.of(
                    docker
                            ? rule.failed(
                                    place,
                                    Text.of(VERSION_TODAY),
                                    Rule.value(wanted),
                                    Text.of(VERSION_TODAY_FAILS, wanted))
                            : rule.passed(place, Text.of(VERSION_TODAY), Rule.value(wanted)));
        }
        var version = OF_A_TAG.matcher(registration.imageTag());
        if (!version.lookingAt()) {
            return List.of(rule.mendedBy(Text.of(VERSION_FIX, wanted))
                    .failed(
                            place,
                            Rule.value(registration.image()),
                            Rule.value(wanted),
                            Text.of(VERSION_MOVING, registration.image())));
        }
        var found = version.group();
        if (found.equals(wanted) || found.startsWith(wanted + ".")) {
            return List.of(rule.passed(place, Rule.value(found), Rule.value(wanted)));
        }
        return List.of(rule.mendedBy(Text.of(VERSION_FIX, found))
                .failed(place, Rule.value(found), Rule.value(wanted), Text.of(VERSION_FAILS, found, wanted)));
    }
}
