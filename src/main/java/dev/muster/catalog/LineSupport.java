package dev.muster.catalog;

import java.util.List;
import java.util.Optional;

/// What one line of Rancher supports, whatever the patch.
///
/// @param agentImage        of Linux hosts, less its tag, which is Rancher's version
/// @param windowsAgentImage of Windows hosts, `{version}` standing for Rancher's version
/// @param architectures     as `uname -m` says them
/// @param inits             names of process 1 that start Docker again after a reboot
/// @param storageDrivers    of Docker, that the line's Kubernetes runs well on
/// @param networks          as the setup file calls them
/// @param helm              the client for the HA install
/// @param releases          oldest first
public record LineSupport(
        JoinKind join,
        String agentImage,
        String windowsAgentImage,
        List<String> architectures,
        List<String> inits,
        List<String> storageDrivers,
        List<String> networks,
        String helm,
        String certManager,
        WindowsSupport windows,
        List<OsSupport> os,
        List<DockerTable> docker,
        List<RancherRelease> releases,
        List<String> sources) {

    public LineSupport {
        architectures = List.copyOf(architectures);
        inits = List.copyOf(inits);
        storageDrivers = List.copyOf(storageDrivers);
        networks = List.copyOf(networks);
        os = List.copyOf(os);
        docker = List.copyOf(docker);
        releases = List.copyOf(releases);
        sources = List.copyOf(sources);
    }

    public RancherRelease newest() {
        return releases.getLast();
    }

    public Optional<RancherRelease> release(String version) {
        return releases.stream()
                .filter(release -> release.version().equals(version))
                .findFirst();
    }
}
