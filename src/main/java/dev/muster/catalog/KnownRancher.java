package dev.muster.catalog;

import dev.muster.base.Reading;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A release of Rancher with what its line supports for one kind of cluster.
public record KnownRancher(LineSupport line, ClusterSupport cluster, RancherRelease release) {

    /// What it offers for new clusters: whole versions, or lines of which any patch is meant.
    public Reading<List<String>> kubernetes() {
        return offer().map(KubernetesOffer::offered);
    }

    public Reading<String> defaultKubernetes() {
        return switch (offer()) {
            case Reading.Known<KubernetesOffer>(var offer) -> offer.byDefault();
            case Reading.Unknown<KubernetesOffer>(var why) -> Reading.unknown(why);
        };
    }

    /// The whole versions that the newest release of a line offers, where they were read; else as
    /// [#kubernetes()].
    public Reading<List<String>> kubernetesAsShown() {
        return release.equals(line.newest()) && !cluster.newestPatches().isEmpty()
                ? Reading.of(cluster.newestPatches())
                : kubernetes();
    }

    private Reading<KubernetesOffer> offer() {
        return cluster.kubernetes().stream()
                .filter(offer -> isSince(offer.since()))
                .reduce((_, later) -> later)
                .map(Reading::of)
                .orElseGet(() -> Reading.unknown("what " + release.version() + " offers wasn't read"));
    }

    private boolean isSince(String first) {
        return Version.of(release.version()).compareTo(Version.of(first)) >= 0;
    }

    /// The newest offered version of a minor line: `1.11` → `v1.11.6-rancher1-1`.
    public Optional<String> kubernetes(String minor) {
        return kubernetes().known().stream()
                .flatMap(List::stream)
                .filter(offered -> Version.of(offered).minor().equals(minor))
                .max(Comparator.comparing(Version::of));
    }

    /// Whether and how Windows workers can join; known and empty where they can't.
    public Reading<Optional<WindowsSupport>> windows() {
        if (cluster.windows().isEmpty()) {
            return Reading.of(Optional.empty());
        }
        var windows = cluster.windows().getFirst();
        if (!isSince(windows.since())) {
            return Reading.unknown("Windows before " + windows.since() + " wasn't read");
        }
        var over =
                !windows.until().isEmpty() && Version.of(release.version()).compareTo(Version.of(windows.until())) > 0;
        return Reading.of(over ? Optional.empty() : Optional.of(windows));
    }

    /// The lines of Docker (`17.03`) that this release's RKE takes for a Kubernetes; unknown where its table
    /// wasn't read, empty where the table has no such Kubernetes.
    public Reading<List<String>> dockerFor(String kubernetes) {
        var minor = Version.of(kubernetes).minor();
        return table().map(table -> Reading.of(table.byKubernetes().getOrDefault(minor, List.of())))
                .orElseGet(() -> Reading.unknown("RKE " + release.rke() + ": K8sDockerVersions"));
    }

    /// Where the rule on Docker comes from.
    public String dockerSource() {
        return table().map(DockerTable::source).orElse(release.source());
    }

    private Optional<DockerTable> table() {
        return cluster.docker().stream()
                .filter(table -> table.rke().contains(release.rke()))
                .findFirst();
    }
}
