package dev.muster.catalog;

import dev.muster.base.Reading;
import java.util.List;

/// One kind of cluster under one line of Rancher.
///
/// @param agentImage    of Linux hosts, less its tag, which is Rancher's version; empty where no image is started
/// @param architectures as `uname -m` says them
/// @param experimental  architectures that work, but aren't promised
/// @param inits         names of process 1 that start what the node needs again after a reboot
/// @param storageDrivers of Docker, that the line's Kubernetes runs well on; empty where there is no Docker
/// @param networks      as the setup file calls them
/// @param docker        which Docker for which Kubernetes; empty where there is no Docker
/// @param kubernetes    what is offered, from old releases of Rancher to new ones
/// @param newestPatches of Kubernetes, that the newest release offers
/// @param windows       Windows workers; empty where there can't be any
public record ClusterSupport(
        JoinKind join,
        String agentImage,
        List<String> architectures,
        List<String> experimental,
        List<String> inits,
        List<String> storageDrivers,
        List<String> networks,
        Reading<List<OsSupport>> os,
        List<DockerTable> docker,
        List<KubernetesOffer> kubernetes,
        List<String> newestPatches,
        List<WindowsSupport> windows,
        String source) {

    public ClusterSupport {
        architectures = List.copyOf(architectures);
        experimental = List.copyOf(experimental);
        inits = List.copyOf(inits);
        storageDrivers = List.copyOf(storageDrivers);
        networks = List.copyOf(networks);
        os = os.map(List::copyOf);
        docker = List.copyOf(docker);
        kubernetes = List.copyOf(kubernetes);
        newestPatches = List.copyOf(newestPatches);
        windows = List.copyOf(windows);
    }

    /// Whether its containers run in the host's Docker; RKE2 and K3s bring a runtime of their own.
    public boolean onDocker() {
        return join == JoinKind.DOCKER_RUN;
    }
}
