package dev.muster.assess.cluster;

import static dev.muster.assess.cluster.ClusterWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.assess.Situation;
import dev.muster.assess.cluster.Rule.Place;
import dev.muster.base.Text;
import dev.muster.setup.Host;
import dev.muster.setup.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Whether what the command says of a node (roles, name, address, labels) is true of any host. Muster takes all of it
/// from the list of hosts; who pasted a command with `--label` may think that the label will be there.
final class RegistrationRoles extends RegistrationCheck {

    RegistrationRoles() {
        super(new Rule(
                CheckId.REGISTRATION_ROLES,
                Severity.SOFT,
                ROLES,
                ROLES_WHY,
                ROLES_FIX,
                "UI lib/shared/addon/components/cluster-driver/driver-rke/component.js (command); DERIVED"));
    }

    @Override
    List<Finding> assess(Registration registration, Situation situation, Rule rule) {
        var place = Place.cluster("hosts");
        var hosts = situation.setup().hosts();
        var said = new ArrayList<Object>(registration.roles());
        said.addAll(registration.said());
        var stray = new ArrayList<Object>();
        if (!registration.roles().isEmpty()
                && hosts.stream().noneMatch(host -> host.roles().equals(registration.roles()))) {
            stray.addAll(registration.roles());
        }
        registration.said().stream()
                .filter(words -> hosts.stream().noneMatch(host -> isTrueOf(words, host)))
                .forEach(stray::add);
        var wanted = Text.of(ROLES_WANTED);
        if (!stray.isEmpty()) {
            return List.of(rule.failed(place, Rule.value(said), wanted, Text.of(ROLES_FAILS, stray)));
        }
        var found = said.isEmpty() ? Text.of(ROLES_FOUND_NONE) : Rule.value(said);
        return List.of(rule.passed(place, found, wanted));
    }

    /// @param words a flag or a variable, a blank, its value: `--label disk=ssd`
    private static boolean isTrueOf(String words, Host host) {
        var flag =
                words.substring(0, words.indexOf(' ')).toLowerCase(Locale.ROOT).replaceAll("[-_]|cattle", "");
        var value = words.substring(words.indexOf(' ') + 1);
        return switch (flag) {
            case "n", "nodename" -> host.nodeName().value().equalsIgnoreCase(value);
            case "address" -> host.address().equals(value);
            case "i", "internaladdress" ->
                host.internalAddress().equals(value) || host.address().equals(value);
            case "l", "label", "nodelabel" -> labels(value, host);
            default -> false;
        };
    }

    private static boolean labels(String value, Host host) {
        for (var label : value.split(",", -1)) {
            var parts = label.split("=", 2);
            if (parts.length < 2 || !parts[1].equals(host.labels().get(parts[0]))) {
                return false;
            }
        }
        return true;
    }
}
