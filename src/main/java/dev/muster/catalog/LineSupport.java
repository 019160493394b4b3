package dev.muster.catalog;

import dev.muster.base.Reading;
import dev.muster.setup.ClusterSettings.Distribution;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one line of Rancher supports, whatever the patch.
///
/// @param helm            the client for the HA install
/// @param localKubernetes up to where Rancher's own cluster may be, as its chart says; from old to new
/// @param clusters        kinds of cluster that take hosts of the admin's own; what isn't here isn't offered
/// @param patches         how many releases there are, where they aren't told one by one
/// @param releases        oldest first
public record LineSupport(
        Reading<String> helm,
        Reading<String> certManager,
        List<Ceiling> localKubernetes,
        List<Clusters> clusters,
        @Nullable Patches patches,
        List<RancherRelease> releases,
        List<String> sources) {

    public LineSupport {
        localKubernetes = List.copyOf(localKubernetes);
        clusters = List.copyOf(clusters);
        releases = patches == null ? List.copyOf(releases) : patches.releases();
        sources = List.copyOf(sources);
        if (releases.isEmpty()) {
            throw new IllegalArgumentException("a line has releases, or patches");
        }
    }

    /// @param support unknown where nobody read up on it
    public record Clusters(Distribution distribution, Reading<ClusterSupport> support) {}

    /// @param since release of Rancher
    /// @param below the first line of Kubernetes that is too new: `1.31`
    public record Ceiling(String since, String below, String source) {}

    public RancherRelease newest() {
        return releases.getLast();
    }

    public Optional<RancherRelease> release(String version) {
        return releases.stream()
                .filter(release -> release.version().equals(version))
                .findFirst();
    }

    public List<Distribution> distributions() {
        return clusters.stream().map(Clusters::distribution).toList();
    }

    /// Empty where the line has no such clusters.
    public Optional<Reading<ClusterSupport>> cluster(Distribution distribution) {
        return clusters.stream()
                .filter(some -> some.distribution() == distribution)
                .map(Clusters::support)
                .findFirst();
    }

    /// The kind of cluster that is meant when none is told: the first one that is known.
    public Reading<ClusterSupport> chief() {
        return clusters.stream()
                .map(Clusters::support)
                .filter(Reading.Known.class::isInstance)
                .findFirst()
                .orElseGet(() -> clusters.isEmpty()
                        ? Reading.unknown("it takes no hosts")
                        : clusters.getFirst().support());
    }
}
