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
import dev.muster.catalog.ClusterSupport;
import dev.muster.catalog.LineSupport;
import java.util.List;

/// Whether Muster knows how hosts join this Rancher.
final class RancherLineKnown implements Check {

    private static final Rule RULE = new Rule(
            CheckId.RANCHER_LINE,
            Severity.HARD,
            LINE,
            LINE_WHY,
            LINE_FIX,
            "RANCHER tags v2.1.0 to v2.1.14; RAN tags v2.5.0 to v2.15.0");
    private static final Place PLACE = Place.cluster("rancher.version");

    @Override
    public CheckId id() {
        return RULE.id();
    }

    @Override
    public List<Finding> assess(Situation situation) {
        var written = situation.setup().rancher().version();
        var line = situation.catalog().line(written);
        if (line.isEmpty()) {
            return List.of(noSuch(written));
        }
        return switch (line.get().support()) {
            case Reading.Unknown<LineSupport>(var why) -> List.of(RULE.unknown(PLACE, why));
            case Reading.Known<LineSupport>(var support) -> List.of(known(support, situation));
        };
    }

    private static Finding known(LineSupport support, Situation situation) {
        var written = situation.setup().rancher().version();
        var release = situation.catalog().release(written);
        if (release.isEmpty()) {
            return noSuch(written);
        }
        var found = Rule.value(release.get().version());
        var wanted = Text.of(
                LINE_RELEASES,
                support.releases().getFirst().version(),
                support.newest().version());
        var cluster =
                support.cluster(situation.setup().cluster().distribution()).orElseGet(support::chief);
        return switch (cluster) {
            case Reading.Unknown<ClusterSupport>(var why) -> RULE.unknown(PLACE, why);
            case Reading.Known<ClusterSupport> _ -> RULE.passed(PLACE, found, wanted);
        };
    }

    /// A release that its line doesn't have, or a line that isn't.
    private static Finding noSuch(String written) {
        return RULE.failed(PLACE, Rule.value(written), Text.of(LINE_WANTED), Text.of(LINE_NONE, written));
    }
}
