package dev.muster.assess.host;

import static dev.muster.assess.host.NetworkWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Text;
import dev.muster.probe.ProxySetting;
import dev.muster.setup.Os;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Which proxies the host's services use; one that would also be asked for the cluster's own addresses is said.
final class HostProxy extends HostCheck {

    private static final String EXCEPT = "NO_PROXY";

    HostProxy() {
        super(
                CheckId.HOST_PROXY,
                Severity.INFO,
                new Topic(PROXY, PROXY_WHY, PROXY_FIX),
                "",
                _ -> "RPD other-installation-methods/http-proxy (NO_PROXY with the cluster's networks)");
    }

    @Override
    boolean asks(Os os) {
        return true;
    }

    @Override
    Finding judge(Subject subject, Question question) {
        return withFact(subject.facts().outlook().proxies(), question, settings -> {
            var own = List.of(subject.cluster().podCidr(), subject.cluster().serviceCidr(), ".svc", ".cluster.local");
            var wanted = Text.of(PROXY_WANTED, own);
            if (settings.stream().allMatch(setting -> setting.name().equals(EXCEPT))) {
                return question.passed(Text.of(PROXY_NONE), wanted);
            }
            var found = Question.value(settings.stream()
                    .map(setting -> setting.who() + ": " + setting.name() + "=" + setting.value())
                    .toList());
            var missing = new ArrayList<String>();
            for (var who : settings.stream().map(ProxySetting::who).distinct().toList()) {
                own.stream()
                        .filter(one -> proxied(who, settings)
                                && exceptions(who, settings).noneMatch(entry -> covers(entry, one)))
                        .filter(one -> !missing.contains(one))
                        .forEach(missing::add);
            }
            return missing.isEmpty()
                    ? question.passed(found, wanted)
                    : question.failed(
                            Severity.INFO,
                            found,
                            wanted,
                            Text.of(PROXY_FAILS, subject.host().name(), missing),
                            "");
        });
    }

    private static boolean proxied(String who, List<ProxySetting> settings) {
        return settings.stream()
                .anyMatch(
                        setting -> setting.who().equals(who) && !setting.name().equals(EXCEPT));
    }

    private static Stream<String> exceptions(String who, List<ProxySetting> settings) {
        return settings.stream()
                .filter(setting -> setting.who().equals(who) && setting.name().equals(EXCEPT))
                .flatMap(setting -> Stream.of(setting.value().split("[,; ]+", -1)))
                .map(entry -> entry.strip().toLowerCase(Locale.ROOT));
    }

    /// A network in a wider one, or the same end of a name.
    private static boolean covers(String entry, String wanted) {
        var network = Cidr.parse(wanted);
        var wider = Cidr.parse(entry);
        return network.isPresent()
                ? wider.filter(one -> one.holds(network.get())).isPresent()
                : Optional.of(entry)
                        .filter(one -> !one.isEmpty() && wanted.endsWith(one))
                        .isPresent();
    }
}
