package dev.muster.assess.cluster;

import static dev.muster.assess.cluster.ClusterWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.assess.Situation;
import dev.muster.assess.cluster.Rule.Place;
import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.catalog.KnownRancher;
import dev.muster.catalog.Version;
import dev.muster.catalog.WindowsSupport;
import java.util.Optional;

/// Whether Windows hosts work with the cluster's Kubernetes: 1.11 alone under Rancher 2.1, 1.21 and later in RKE2.
final class WindowsKubernetes extends WindowsCheck {

    WindowsKubernetes() {
        super(
                new Rule(
                        CheckId.WINDOWS_KUBERNETES,
                        Severity.HARD,
                        KUBERNETES_OF_WINDOWS,
                        KUBERNETES_WINDOWS_WHY,
                        KUBERNETES_WINDOWS_FIX,
                        "rancher/rancher#17341, #18824, #19277"),
                "cluster.kubernetes");
    }

    @Override
    Finding assess(KnownRancher rancher, Situation situation, Rule rule, Place place) {
        return switch (rancher.windows()) {
            case Reading.Unknown<Optional<WindowsSupport>>(var why) -> rule.unknown(place, why);
            case Reading.Known<Optional<WindowsSupport>>(var windows)
            when windows.isEmpty() -> rule.notApplicable(place, LINE_HAS_NO_WINDOWS);
            case Reading.Known<Optional<WindowsSupport>>(var windows) ->
                switch (Wanted.kubernetes(rancher, situation)) {
                    case Reading.Unknown<String>(var why) -> rule.unknown(place, why);
                    case Reading.Known<String>(var version) ->
                        assess(
                                version,
                                windows.get(),
                                rancher,
                                rule.from(windows.get().source()),
                                place);
                };
        };
    }

    private static Finding assess(
            String version, WindowsSupport windows, KnownRancher rancher, Rule rule, Place place) {
        var found = Rule.value(version);
        var only = windows.kubernetes();
        if (only.isEmpty()) {
            var wanted = Text.of(KUBERNETES_SINCE, windows.oldestKubernetes());
            return Version.of(version).compareTo(Version.of(windows.oldestKubernetes())) >= 0
                    ? rule.passed(place, found, wanted)
                    : rule.because(Text.of(KUBERNETES_SINCE_WHY, windows.oldestKubernetes()))
                            .mendedBy(Text.of(KUBERNETES_WINDOWS_FIX, wanted))
                            .failed(place, found, wanted, Text.of(KUBERNETES_WINDOWS, version));
        }
        var wanted = Rule.value(only);
        if (Version.of(version).minor().equals(only)) {
            return rule.passed(place, found, wanted);
        }
        var fix = rancher.kubernetes(only)
                .map(one -> Text.of(KUBERNETES_WINDOWS_FIX, one))
                .orElseGet(() -> Text.of(KUBERNETES_WINDOWS_NONE, only));
        return rule.mendedBy(fix).failed(place, found, wanted, Text.of(KUBERNETES_WINDOWS, version));
    }
}
