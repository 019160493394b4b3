package dev.muster.catalog;

import dev.muster.base.Reading;
import java.util.List;
import java.util.Optional;

/// Windows workers in one kind of cluster under a line of Rancher.
///
/// @param since            release of Rancher
/// @param until            the last release of Rancher that takes them; empty: all since
/// @param builds           of the host
/// @param networks         that work there
/// @param kubernetes       the only minor line that works: `1.11`; empty: see `oldestKubernetes`
/// @param oldestKubernetes the first minor line that has them; empty: all
/// @param images           that run on such a host, with the build that they are of
/// @param docker           version that the documentation names; empty where no Docker is needed
/// @param english          whether the host must be an English edition
/// @param feature          of Windows, that must be installed; empty: none
public record WindowsSupport(
        String since,
        String until,
        List<Host> builds,
        List<Net> networks,
        String kubernetes,
        String oldestKubernetes,
        List<Image> images,
        String docker,
        boolean english,
        String feature,
        String source) {

    public WindowsSupport {
        builds = List.copyOf(builds);
        networks = List.copyOf(networks);
        images = List.copyOf(images);
    }

    /// What the sources say of a build or of a network.
    public enum Word {
        SUPPORTED,
        /// it is there, and nobody promises that it works
        EXPERIMENTAL,
        /// one source says so, another one doesn't
        DISPUTED
    }

    /// @param kubernetes the patches that brought it, one a line of Kubernetes; empty: every one
    public record Host(@KnownBuild int build, Word word, List<String> kubernetes, String source) {

        public Host {
            kubernetes = List.copyOf(kubernetes);
        }
    }

    /// @param network    as the setup file calls it
    /// @param kubernetes the patches that brought it, one a line of Kubernetes; empty: every one
    public record Net(String network, Word word, List<String> kubernetes, String source) {

        public Net {
            kubernetes = List.copyOf(kubernetes);
        }
    }

    /// @param name `{version}` stands for Rancher's version, `{kubernetes}` for that of Kubernetes
    public record Image(String name, @KnownBuild int build, Use use, String source) {

        public enum Use {
            AGENT,
            /// holds a pod's network
            PAUSE,
            /// kubelet, network and proxy of the node
            NODE
        }
    }

    public Optional<Host> host(int build) {
        return builds.stream().filter(host -> host.build() == build).findFirst();
    }

    public Optional<Net> network(String wanted) {
        return networks.stream().filter(net -> net.network().equals(wanted)).findFirst();
    }

    /// Whether a version of Kubernetes has what some patches brought. Unknown where only the version's line is
    /// told, and some of its patches have it and some haven't.
    ///
    /// @param brought one patch a line: `1.28.7`, `1.29.2`; empty: every version has it
    public static Reading<Boolean> has(List<String> brought, String kubernetes) {
        if (brought.isEmpty()) {
            return Reading.of(true);
        }
        var version = Version.of(kubernetes);
        if (version.parts().size() < 2) {
            return Reading.unknown(kubernetes);
        }
        for (var one : brought) {
            var patch = Version.of(one);
            if (patch.minor().equals(version.minor())) {
                return version.parts().size() == 2
                        ? Reading.unknown(kubernetes)
                        : Reading.of(version.compareTo(patch) >= 0);
            }
        }
        return Reading.of(brought.stream().map(Version::of).allMatch(patch -> version.compareTo(patch) > 0));
    }
}
