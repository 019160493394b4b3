package dev.muster.assess.cluster;

import static dev.muster.assess.cluster.ClusterWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.assess.Situation;
import dev.muster.assess.cluster.Rule.Place;
import dev.muster.base.Text;
import dev.muster.catalog.KnownRancher;
import dev.muster.catalog.RancherRelease;
import dev.muster.catalog.Version;
import dev.muster.setup.ClusterSettings.Distribution;
import java.util.Optional;

/// Whether Rancher offers this Kubernetes, and whether Windows hosts work with it. A version that isn't offered wants
/// a word only: a cluster made by an earlier Rancher keeps its own.
final class RancherKubernetes extends RancherCheck {

    RancherKubernetes() {
        super(
                new Rule(
                        CheckId.RANCHER_KUBERNETES,
                        Severity.SOFT,
                        KUBERNETES,
                        KUBERNETES_WHY,
                        KUBERNETES_FIX,
                        "RANCHER tags v2.1.0 to v2.1.14 k8s_defaults.go; rancher/rancher#17341, #18824, #19277"),
                "cluster.kubernetes");
    }

    @Override
    Finding assess(KnownRancher rancher, Situation situation, Rule rule, Place place) {
        var release = rancher.release();
        var cluster = situation.setup().cluster();
        if (cluster.distribution() != Distribution.RKE1) {
            return rule.as(Severity.HARD)
                    .because(Text.of(KUBERNETES_DISTRIBUTION_WHY))
                    .mendedBy(Text.of(KUBERNETES_DISTRIBUTION_FIX))
                    .failed(
                            Place.cluster("cluster.distribution"),
                            Rule.value(cluster.distribution()),
                            Rule.value(Distribution.RKE1),
                            Text.of(KUBERNETES_DISTRIBUTION, release.version(), cluster.distribution()));
        }
        var offered = offered(cluster.kubernetes(), release);
        var version = offered.orElse(cluster.kubernetes());
        var windows = rancher.line().windows();
        if (Workers.onWindows(situation.setup()) && !Version.of(version).minor().equals(windows.kubernetes())) {
            return windows(version, windows.kubernetes(), release, rule, place);
        }
        var wanted = Rule.value(release.kubernetes());
        if (offered.isEmpty()) {
            return rule.mendedBy(Text.of(KUBERNETES_FIX, release.version(), release.defaultKubernetes()))
                    .failed(place, Rule.value(version), wanted, Text.of(KUBERNETES_FAILS, release.version(), version));
        }
        return rule.passed(
                place, cluster.kubernetes().isEmpty() ? Text.of(DEFAULT_OF, version) : Rule.value(version), wanted);
    }

    /// The offered version that is meant: the default, the newest of a line, or the very one.
    private static Optional<String> offered(String written, RancherRelease release) {
        if (written.isEmpty()) {
            return Optional.of(release.defaultKubernetes());
        }
        return release.kubernetes().contains(written)
                ? Optional.of(written)
                : Version.of(written).parts().size() == 2
                        ? release.kubernetes(Version.of(written).minor())
                        : Optional.empty();
    }

    private static Finding windows(String version, String minor, RancherRelease release, Rule rule, Place place) {
        var fix = release.kubernetes(minor)
                .map(one -> Text.of(KUBERNETES_WINDOWS_FIX, one))
                .orElseGet(() -> Text.of(KUBERNETES_WINDOWS_NONE, minor));
        return rule.as(Severity.HARD)
                .because(Text.of(KUBERNETES_WINDOWS_WHY))
                .mendedBy(fix)
                .failed(place, Rule.value(version), Rule.value(minor), Text.of(KUBERNETES_WINDOWS, version));
    }
}
