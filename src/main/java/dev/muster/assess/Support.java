package dev.muster.assess;

import dev.muster.base.Place;
import dev.muster.base.Problem;
import dev.muster.base.ProblemException;
import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.catalog.Catalog;
import dev.muster.catalog.ClusterSupport;
import dev.muster.catalog.JoinKind;
import dev.muster.catalog.KnownRancher;
import dev.muster.catalog.LineSupport;
import dev.muster.catalog.LineSupport.Clusters;
import dev.muster.catalog.OsSupport;
import dev.muster.catalog.RancherLine;
import dev.muster.catalog.RancherRelease;
import dev.muster.catalog.WindowsSupport;
import dev.muster.catalog.WindowsSupport.Host;
import dev.muster.catalog.WindowsSupport.Net;
import dev.muster.catalog.WindowsSupport.Word;
import java.util.List;
import java.util.Optional;

/// What one version of Rancher supports (`muster support`). What the catalogue doesn't know is unknown, never empty.
///
/// @param rancher           as asked, a line alone made its newest release where that is known
/// @param clusters          kinds of cluster that take hosts; the rest is about the first one that is known
/// @param docker            lines of Docker: `17.03`; empty where none is needed
/// @param windowsBuildsUnsure   builds that are an experiment, or on which the sources differ
/// @param windowsNetworksUnsure networks on which the sources differ
/// @param sources           where it comes from; empty when nothing is known
public record Support(
        String rancher,
        List<Clusters> clusters,
        Reading<List<String>> kubernetes,
        Reading<String> defaultKubernetes,
        Reading<List<String>> os,
        Reading<List<String>> docker,
        Reading<String> helm,
        Reading<String> certManager,
        Reading<Boolean> windowsSupported,
        Reading<List<Integer>> windowsBuilds,
        Reading<List<String>> windowsNetworks,
        Reading<List<Integer>> windowsBuildsUnsure,
        Reading<List<String>> windowsNetworksUnsure,
        Reading<JoinKind> join,
        List<String> sources) {

    public Support {
        clusters = List.copyOf(clusters);
        sources = List.copyOf(sources);
    }

    /// What is known of a version as written: `v2.1.6`, `2.1`, `v2.15`.
    ///
    /// @throws ProblemException when there is no such line, or a known line has no such release
    public static Support of(Catalog catalog, String written) {
        var line = catalog.line(written).orElseThrow(() -> unknownVersion(catalog, written));
        return switch (line.support()) {
            case Reading.Unknown<LineSupport>(var why) -> nothingKnown(written, why);
            case Reading.Known<LineSupport>(var support) -> {
                var release = catalog.release(written).orElseThrow(() -> unknownVersion(catalog, written));
                yield switch (support.chief()) {
                    case Reading.Known<ClusterSupport>(var cluster) -> of(new KnownRancher(support, cluster, release));
                    case Reading.Unknown<ClusterSupport>(var why) -> clustersUnknown(support, release, why);
                };
            }
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
        var cluster = known.cluster();
        var windows = known.windows();
        return new Support(
                known.release().version(),
                line.clusters(),
                known.kubernetesAsShown(),
                known.defaultKubernetes(),
                cluster.os()
                        .map(systems -> systems.stream().map(OsSupport::name).toList()),
                Reading.of(known.release().engines()),
                line.helm(),
                line.certManager(),
                windows.map(Optional::isPresent),
                windows.map(some -> builds(some, true)),
                windows.map(some -> networks(some, true)),
                windows.map(some -> builds(some, false)),
                windows.map(some -> networks(some, false)),
                Reading.of(cluster.join()),
                line.sources());
    }

    private static List<Integer> builds(Optional<WindowsSupport> windows, boolean supported) {
        return windows.map(WindowsSupport::builds).orElse(List.of()).stream()
                .filter(host -> (host.word() == Word.SUPPORTED) == supported)
                .map(Host::build)
                .toList();
    }

    private static List<String> networks(Optional<WindowsSupport> windows, boolean supported) {
        return windows.map(WindowsSupport::networks).orElse(List.of()).stream()
                .filter(net -> (net.word() == Word.SUPPORTED) == supported)
                .map(Net::network)
                .toList();
    }

    private static Support clustersUnknown(LineSupport line, RancherRelease release, String why) {
        return unknown(release.version(), line.clusters(), line.helm(), line.certManager(), line.sources(), why);
    }

    private static Support nothingKnown(String written, String why) {
        var version = written.startsWith("v") ? written : "v" + written;
        return unknown(version, List.of(), Reading.unknown(why), Reading.unknown(why), List.of(), why);
    }

    /// All that depends on a kind of cluster is unknown.
    private static Support unknown(
            String rancher,
            List<Clusters> clusters,
            Reading<String> helm,
            Reading<String> certManager,
            List<String> sources,
            String why) {
        return new Support(
                rancher,
                clusters,
                Reading.unknown(why),
                Reading.unknown(why),
                Reading.unknown(why),
                Reading.unknown(why),
                helm,
                certManager,
                Reading.unknown(why),
                Reading.unknown(why),
                Reading.unknown(why),
                Reading.unknown(why),
                Reading.unknown(why),
                Reading.unknown(why),
                sources);
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
