package dev.muster.assess.cluster;

import static dev.muster.assess.cluster.ClusterWords.*;

import dev.muster.assess.Check;
import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.assess.Situation;
import dev.muster.assess.cluster.Rule.Place;
import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.catalog.KnownRancher;
import dev.muster.catalog.LineSupport;
import dev.muster.catalog.RancherLine;
import dev.muster.catalog.Version;
import dev.muster.setup.ClusterSettings.Distribution;
import java.util.List;

/// Whether Rancher makes such clusters and offers this Kubernetes. A version that isn't offered wants a word only: a
/// cluster made by an earlier Rancher keeps its own.
final class RancherKubernetes implements Check {

    private static final Rule RULE = new Rule(
            CheckId.RANCHER_KUBERNETES,
            Severity.SOFT,
            KUBERNETES,
            KUBERNETES_WHY,
            KUBERNETES_FIX,
            "RANCHER tags v2.1.0 to v2.1.14 k8s_defaults.go");

    private static final Place PLACE = Place.cluster("cluster.kubernetes");

    @Override
    public CheckId id() {
        return RULE.id();
    }

    @Override
    public List<Finding> assess(Situation situation) {
        var wanted = situation.setup().cluster().distribution();
        var line = situation
                .catalog()
                .line(situation.setup().rancher().version())
                .map(RancherLine::support)
                .flatMap(Reading::known);
        if (line.isPresent() && !line.get().distributions().contains(wanted)) {
            return List.of(distribution(line.get(), wanted, situation));
        }
        return List.of(
                switch (situation.known()) {
                    case Reading.Unknown<KnownRancher>(var why) -> RULE.unknown(PLACE, why);
                    case Reading.Known<KnownRancher>(var rancher) ->
                        switch (rancher.kubernetes()) {
                            case Reading.Unknown<List<String>>(var why) -> RULE.unknown(PLACE, why);
                            case Reading.Known<List<String>>(var offered) -> assess(offered, rancher, situation);
                        };
                });
    }

    private static Finding distribution(LineSupport line, Distribution wanted, Situation situation) {
        return RULE.as(Severity.HARD)
                .because(Text.of(KUBERNETES_DISTRIBUTION_WHY, line.distributions()))
                .mendedBy(Text.of(
                        KUBERNETES_DISTRIBUTION_FIX, line.distributions().getFirst()))
                .from(String.join("; ", line.sources()))
                .failed(
                        Place.cluster("cluster.distribution"),
                        Rule.value(wanted),
                        Rule.value(line.distributions()),
                        Text.of(
                                KUBERNETES_DISTRIBUTION,
                                situation.setup().rancher().version(),
                                wanted));
    }

    private static Finding assess(List<String> offered, KnownRancher rancher, Situation situation) {
        var written = situation.setup().cluster().kubernetes();
        var release = rancher.release().version();
        var rule = RULE.from(String.join("; ", rancher.line().sources()));
        var wanted = Rule.value(offered);
        return switch (Wanted.kubernetes(rancher, situation)) {
            case Reading.Unknown<String>(var why) -> rule.unknown(PLACE, why);
            case Reading.Known<String>(var version)
            when isOffered(version, offered) ->
                rule.passed(PLACE, written.isEmpty() ? Text.of(DEFAULT_OF, version) : Rule.value(version), wanted);
            case Reading.Known<String>(var version) ->
                rule.mendedBy(fix(release, rancher.defaultKubernetes()))
                        .failed(PLACE, Rule.value(version), wanted, Text.of(KUBERNETES_FAILS, release, version));
        };
    }

    private static Text fix(String release, Reading<String> byDefault) {
        return switch (byDefault) {
            case Reading.Known<String>(var version) -> Text.of(KUBERNETES_FIX, release, version);
            case Reading.Unknown<String> _ -> Text.of(KUBERNETES_FIX_NO_DEFAULT, release);
        };
    }

    /// The very version, or a patch of a line that is offered as such.
    private static boolean isOffered(String version, List<String> offered) {
        var minor = Version.of(version).minor();
        return offered.contains(version)
                || offered.stream()
                        .map(Version::of)
                        .anyMatch(one -> one.parts().size() == 2 && one.minor().equals(minor));
    }
}
