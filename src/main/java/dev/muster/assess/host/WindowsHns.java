package dev.muster.assess.host;

import static dev.muster.assess.host.WindowsWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Text;
import dev.muster.probe.WindowsFacts;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Whether networks of an earlier cluster, or somebody's address translation, stand in the new network's way.
final class WindowsHns extends WindowsHostCheck {

    private static final Set<String> OF_CLUSTERS = Set.of("cbr0", "vxlan0", "Calico", "External", "flannel.4096");

    /// The networking service names the translation of its own network so: `H` and an id.
    private static final Pattern OF_HNS = Pattern.compile("H[0-9a-fA-F-]{4,}");

    WindowsHns() {
        super(
                CheckId.WINDOWS_HNS,
                Severity.SOFT,
                new Topic(HNS, HNS_WHY, HNS_FIX),
                "RANCHER package/windows/hyperkube.ps1 (cbr0, vxlan0); RKE2 pkg/windows; docker/for-win#598");
    }

    @Override
    Finding judge(Subject subject, WindowsFacts windows, Question question) {
        return withFact(
                windows.hns(),
                question,
                networks -> withFact(windows.natNetworks(), question, nats -> {
                    var translated =
                            networks.stream().anyMatch(network -> network.type().equalsIgnoreCase("nat"));
                    var own = Belonging.of(subject).isOwn();
                    List<String> found = Stream.concat(
                                    networks.stream()
                                            .map(WindowsFacts.HnsNetwork::name)
                                            .filter(name -> !own && OF_CLUSTERS.contains(name)),
                                    nats.stream()
                                            .filter(name -> !(translated
                                                    && OF_HNS.matcher(name).matches()))
                                            .map(name -> "NetNat " + name))
                            .toList();
                    var wanted = Text.of(HNS_WANTED);
                    return found.isEmpty()
                            ? question.passed(Question.NONE, wanted)
                            : question.failed(
                                    Severity.SOFT,
                                    Question.value(found),
                                    wanted,
                                    Text.of(HNS_FAILS, subject.host().name(), found),
                                    "Get-HnsNetwork; Get-NetNat");
                }));
    }
}
