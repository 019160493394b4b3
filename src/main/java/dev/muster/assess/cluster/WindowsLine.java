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
import dev.muster.catalog.WindowsSupport;
import java.util.Optional;

/// Whether Windows hosts can join under this Rancher at all: 2.1 took them for ten releases, RKE2's clusters do, K3s'
/// don't.
final class WindowsLine extends WindowsCheck {

    WindowsLine() {
        super(
                new Rule(
                        CheckId.WINDOWS_LINE,
                        Severity.HARD,
                        LINE_OF_WINDOWS,
                        LINE_WINDOWS_WHY,
                        LINE_WINDOWS_FIX,
                        "DOCS-JAN cluster-provisioning/rke-clusters/windows-clusters; UI commit 63aac66e8"),
                "rancher.version");
    }

    @Override
    Finding assess(KnownRancher rancher, Situation situation, Rule rule, Place place) {
        var found = Rule.value(rancher.release().version());
        return switch (rancher.windows()) {
            case Reading.Unknown<Optional<WindowsSupport>>(var why) -> rule.unknown(place, why);
            case Reading.Known<Optional<WindowsSupport>>(var windows)
            when windows.isPresent() -> rule.from(windows.get().source()).passed(place, found, wanted(windows.get()));
            case Reading.Known<Optional<WindowsSupport>> _ -> failed(rancher, situation, rule, place, found);
        };
    }

    private static Finding failed(KnownRancher rancher, Situation situation, Rule rule, Place place, Text found) {
        var version = rancher.release().version();
        if (!rancher.cluster().windows().isEmpty()) {
            var windows = rancher.cluster().windows().getFirst();
            return rule.from(windows.source()).failed(place, found, wanted(windows), Text.of(LINE_WINDOWS, version));
        }
        var distribution = situation.setup().cluster().distribution();
        return rule.because(Text.of(LINE_WINDOWS_NONE_WHY, distribution))
                .mendedBy(Text.of(LINE_WINDOWS_NONE_FIX))
                .from(rancher.cluster().source())
                .failed(
                        Place.cluster("cluster.distribution"),
                        Rule.value(distribution),
                        Rule.NONE,
                        Text.of(LINE_WINDOWS_NONE, distribution, version));
    }

    private static Text wanted(WindowsSupport windows) {
        return windows.until().isEmpty()
                ? Text.of(LINE_SINCE, windows.since())
                : Text.of(LINE_RELEASES, windows.since(), windows.until());
    }
}
