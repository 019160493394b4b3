package dev.muster.assess.cluster;

import static dev.muster.assess.cluster.ClusterWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.assess.Situation;
import dev.muster.assess.cluster.Rule.Place;
import dev.muster.base.Text;
import dev.muster.setup.Registration;
import java.util.List;

/// Whether the agent would understand every flag; one finding for each that it wouldn't.
final class RegistrationFlags extends RegistrationCheck {

    private static final Place PLACE = Place.cluster(FIELD);

    RegistrationFlags() {
        super(new Rule(
                CheckId.REGISTRATION_FLAGS,
                Severity.HARD,
                FLAGS,
                FLAGS_WHY,
                FLAGS_FIX,
                "RANCHER v2.1.6 package/run.sh, package/windows/start.ps1"));
    }

    @Override
    List<Finding> assess(Registration registration, Situation situation, Rule rule) {
        if (registration.unknownFlags().isEmpty()) {
            return List.of(rule.passed(PLACE, Text.of(FLAGS_FOUND_NONE), Text.of(FLAGS_WANTED)));
        }
        return registration.unknownFlags().stream()
                .map(flag -> failed(flag, rule))
                .toList();
    }

    private static Finding failed(String flag, Rule rule) {
        if (flag.startsWith("--taints")) {
            return failed(flag, rule, Text.of(FLAGS_TAINTS), Text.of(FLAGS_TAINTS_FIX));
        }
        if (flag.startsWith("-a ")) {
            return failed(flag, rule, Text.of(FLAGS_ADDRESS, flag), Text.of(FLAGS_ADDRESS_FIX));
        }
        if (flag.endsWith("=") || flag.endsWith(":")) {
            return failed(flag, rule, Text.of(FLAGS_EQUALS, flag), Text.of(FLAGS_EQUALS_FIX));
        }
        return failed(flag, rule, Text.of(FLAGS_FAILS, flag), Text.of(FLAGS_FIX, flag));
    }

    private static Finding failed(String flag, Rule rule, Text what, Text fix) {
        return rule.mendedBy(fix).failed(PLACE, Rule.value(flag), Text.of(FLAGS_WANTED), what);
    }
}
