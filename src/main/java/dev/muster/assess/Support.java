package dev.muster.assess;

import dev.muster.base.Place;
import dev.muster.base.Problem;
import dev.muster.base.ProblemException;
import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.catalog.Catalog;
import dev.muster.catalog.JoinKind;
import dev.muster.catalog.KnownRancher;
import dev.muster.catalog.OsSupport;
import dev.muster.catalog.RancherLine;
import java.util.List;

/// What one version of Rancher supports (`muster support`). What the catalogue doesn't know is unknown, never empty.
///
/// @param rancher           as asked, a line alone made its newest release where that is known
/// @param docker            lines of Docker: `17.03`
/// @param sources           where it comes from; empty when nothing is known
public record Support(
        String rancher,
        Reading<List<String>> kubernetes,
        Reading<String> defaultKubernetes,
        Reading<List<String>> os,
        Reading<List<String>> docker,
        Reading<String> helm,
        Reading<String> certManager,
        Reading<Boolean> windowsSupported,
        Reading<List<Integer>> windowsBuilds,
        Reading<List<String>> windowsNetworks,
        Reading<JoinKind> join,
        List<String> sources) {

    public Support {
        sources = List.copyOf(sources);
    }

    /// What is known of a version as written: `v2.1.6`, `2.1`, `v2.15`.
    ///
    /// @throws ProblemException when there is no such line, or a known line has no such release
    public static Support of(Catalog catalog, String written) {
        var line = catalog.line(written).orElseThrow(() -> unknownVersion(catalog, written));
        return switch (catalog.rancher(written)) {
            case Reading.Known<KnownRancher>(var known) -> of(known);
            case Reading.Unknown<KnownRancher>(var why)
            when line.support() instanceof Reading.Unknown -> nothingKnown(written, why);
            case Reading.Unknown<KnownRancher> _ -> throw unknownVersion(catalog, written);
        };
    }

    /// One a line that the catalogue has, oldest first.
    public static List<Support> ofLines(Catalog catalog) {
        return catalog.lines().stream()
                .map(RancherLine::line)
                .map(line -> of(catalog, line))
                .toList();
    }

    private static Support of(KnownRancher known) {
        var line = known.line();
        var release = known.release();
        var windows = release.windows();
        return new Support(
                release.version(),
                Reading.of(release.kubernetes()),
                Reading.of(release.defaultKubernetes()),
                Reading.of(line.os().stream().map(OsSupport::name).toList()),
                Reading.of(release.engines()),
                Reading.of(line.helm()),
                Reading.of(line.certManager()),
                Reading.of(windows),
                Reading.of(windows ? line.windows().builds() : List.of()),
                Reading.of(windows ? line.windows().networks() : List.of()),
                Reading.of(line.join()),
                line.sources());
    }

    private static Support nothingKnown(String written, String why) {
        return new Support(
                written.startsWith("v") ? written : "v" + written,
                Reading.unknown(why),
                Reading.unknown(why),
                Reading.unknown(why),
                Reading.unknown(why),
                Reading.unknown(why),
                Reading.unknown(why),
                Reading.unknown(why),
                Reading.unknown(why),
                Reading.unknown(why),
                Reading.unknown(why),
                List.of());
    }

    private static ProblemException unknownVersion(Catalog catalog, String written) {
        return new ProblemException(Problem.input(
                Place.field("--rancher", written),
                Text.of(AssessWords.SUPPORT_UNKNOWN, written),
                Text.of(AssessWords.SUPPORT_UNKNOWN_WHY),
                Text.of(
                        AssessWords.SUPPORT_UNKNOWN_FIX,
                        catalog.lines().stream().map(RancherLine::line).toList())));
    }
}
