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
import dev.muster.catalog.JoinKind;
import dev.muster.catalog.KnownRancher;
import dev.muster.catalog.RancherLine;
import java.util.List;

/// Whether Muster knows how hosts join this Rancher, and whether Windows hosts can.
final class RancherLineKnown implements Check {

    private static final Rule RULE = new Rule(
            CheckId.RANCHER_LINE,
            Severity.HARD,
            LINE,
            LINE_WHY,
            LINE_FIX,
            "RANCHER tags v2.1.0 to v2.1.14; UI commit 63aac66e8 (Windows)");
    private static final Place PLACE = Place.cluster("rancher.version");

    @Override
    public CheckId id() {
        return RULE.id();
    }

    @Override
    public List<Finding> assess(Situation situation) {
        var written = situation.setup().rancher().version();
        return switch (situation.catalog().rancher(written)) {
            case Reading.Known<KnownRancher>(var known) -> List.of(known(known, situation));
            case Reading.Unknown<KnownRancher>(var why) -> List.of(unknown(written, why, situation));
        };
    }

    private static Finding known(KnownRancher known, Situation situation) {
        var version = known.release().version();
        var found = Rule.value(version);
        var releases = known.line().releases();
        var wanted = Text.of(
                LINE_RELEASES, releases.getFirst().version(), releases.getLast().version());
        if (known.line().join() != JoinKind.DOCKER_RUN) {
            return RULE.failed(PLACE, found, wanted, Text.of(LINE_JOIN, version));
        }
        if (Workers.onWindows(situation.setup()) && !known.release().windows()) {
            return RULE.because(Text.of(LINE_WINDOWS_WHY))
                    .mendedBy(Text.of(LINE_WINDOWS_FIX))
                    .failed(PLACE, found, wanted, Text.of(LINE_WINDOWS, version));
        }
        return RULE.passed(PLACE, found, wanted);
    }

    /// A line of which nothing is known is unknown; a release that its line doesn't have, and a line that isn't,
    /// fail.
    private static Finding unknown(String written, String why, Situation situation) {
        var nothingKnown = situation
                .catalog()
                .line(written)
                .map(RancherLine::support)
                .filter(Reading.Unknown.class::isInstance)
                .isPresent();
        return nothingKnown
                ? RULE.unknown(PLACE, why)
                : RULE.failed(PLACE, Rule.value(written), Text.of(LINE_WANTED), Text.of(LINE_NONE, written));
    }
}
