package dev.muster.catalog;

import dev.muster.base.Reading;
import java.util.List;

/// A release of Rancher with what its line supports.
public record KnownRancher(LineSupport line, RancherRelease release) {

    /// The lines of Docker (`17.03`) that this release's RKE takes for a Kubernetes; unknown where its table
    /// wasn't read, empty where the table has no such Kubernetes.
    public Reading<List<String>> dockerFor(String kubernetes) {
        var minor = Version.of(kubernetes).minor();
        return line.docker().stream()
                .filter(table -> table.rke().contains(release.rke()))
                .findFirst()
                .map(table -> Reading.of(table.byKubernetes().getOrDefault(minor, List.of())))
                .orElseGet(() -> Reading.unknown("RKE " + release.rke() + ": K8sDockerVersions"));
    }

    /// Where the rule on Docker comes from.
    public String dockerSource() {
        return line.docker().stream()
                .filter(table -> table.rke().contains(release.rke()))
                .findFirst()
                .map(DockerTable::source)
                .orElse(release.source());
    }
}
