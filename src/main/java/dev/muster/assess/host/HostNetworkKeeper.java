package dev.muster.assess.host;

import static dev.muster.assess.host.NetworkWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Text;
import dev.muster.probe.NetworkKeeper;
import dev.muster.setup.ClusterSettings.Network;
import java.util.List;

/// Whether NetworkManager leaves the interfaces of the cluster's network alone, and adds no routes of a cloud's.
final class HostNetworkKeeper extends HostCheck {

    private static final String BY_NAME = "interface-name:";

    HostNetworkKeeper() {
        super(
                CheckId.HOST_NETWORK_MANAGER,
                Severity.SOFT,
                new Topic(MANAGER, MANAGER_WHY, MANAGER_FIX),
                "",
                _ -> "R2D known_issues.md (NetworkManager; nm-cloud-setup on RHEL 8.4 and later)");
    }

    @Override
    Finding judge(Subject subject, Question question) {
        return withFact(subject.facts().networkManager(), question, manager -> {
            var devices = devices(subject.cluster().network());
            var wanted = devices.isEmpty() ? Text.of(MANAGER_NO_CLOUD) : Text.of(MANAGER_WANTED, devices);
            if (!manager.runs()) {
                return question.passed(Text.of(MANAGER_OFF), wanted);
            }
            var name = subject.host().name();
            if (manager.cloudSetup()) {
                return question.failed(
                        Severity.SOFT,
                        Text.of(MANAGER_CLOUD),
                        wanted,
                        Text.of(MANAGER_CLOUD_FAILS, name),
                        "sudo systemctl disable --now nm-cloud-setup.timer nm-cloud-setup.service && sudo reboot");
            }
            var managed = devices.stream()
                    .filter(device -> manager.unmanaged().stream().noneMatch(entry -> covers(entry, device)))
                    .toList();
            return managed.isEmpty()
                    ? question.passed(found(manager), wanted)
                    : question.failed(
                            Severity.SOFT,
                            found(manager),
                            wanted,
                            Text.of(MANAGER_FAILS, name, managed),
                            command(devices));
        });
    }

    private static Text found(NetworkKeeper manager) {
        return manager.unmanaged().isEmpty() ? Text.of(MANAGER_ALL) : Question.value(manager.unmanaged());
    }

    /// Names of the interfaces that a network makes and NetworkManager would take; of the others nobody says any.
    static List<String> devices(Network network) {
        return switch (network) {
            case FLANNEL, FLANNEL_HOST_GW -> List.of("flannel*");
            case CANAL -> List.of("flannel*", "cali*");
            case CALICO -> List.of("cali*", "tunl*", "vxlan.calico");
            case CILIUM, WEAVE -> List.of();
        };
    }

    /// `interface-name:cali*` covers `cali*`, `interface-name:*` covers all.
    private static boolean covers(String entry, String device) {
        if (entry.equals("*")) {
            return true;
        }
        if (!entry.startsWith(BY_NAME)) {
            return false;
        }
        var pattern = entry.substring(BY_NAME.length()).replaceFirst("^=", "");
        return pattern.equals(device)
                || (pattern.endsWith("*")
                        && device.replace("*", "").startsWith(pattern.substring(0, pattern.length() - 1)));
    }

    private static String command(List<String> devices) {
        return "printf '[keyfile]\\nunmanaged-devices="
                + String.join(";", devices.stream().map(BY_NAME::concat).toList())
                + "\\n' | sudo tee /etc/NetworkManager/conf.d/90-cluster.conf && sudo systemctl reload NetworkManager";
    }
}
