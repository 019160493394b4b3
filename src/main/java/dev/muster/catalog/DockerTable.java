package dev.muster.catalog;

import java.util.List;
import java.util.Map;

/// Which lines of Docker an RKE takes for which Kubernetes.
///
/// @param rke          the versions of RKE that have this table
/// @param byKubernetes lines of Docker (`17.03`) by minor line of Kubernetes (`1.11`)
public record DockerTable(List<String> rke, Map<String, List<String>> byKubernetes, String source) {

    public DockerTable {
        rke = List.copyOf(rke);
        byKubernetes = Map.copyOf(byKubernetes);
    }
}
