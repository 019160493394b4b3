package dev.muster.catalog;

import dev.muster.setup.ClusterSettings.Distribution;
import dev.muster.setup.ClusterSettings.Network;
import java.util.List;
import java.util.Set;

/// What the kernel of a node needs.
///
/// @param distributions whose nodes
public record Kernel(
        Set<Distribution> distributions,
        Oldest oldest,
        Cgroups cgroups,
        List<KernelModule> modules,
        List<Sysctl> sysctls) {

    public Kernel {
        distributions = Set.copyOf(distributions);
        modules = List.copyOf(modules);
        sysctls = List.copyOf(sysctls);
    }

    /// The modules that a host with this kernel (`uname -r`) needs for a network.
    public List<KernelModule> modulesFor(Network network, String kernel) {
        return modules.stream()
                .filter(module -> !module.vxlan() || isVxlan(network))
                .filter(module -> module.isIn(kernel))
                .toList();
    }

    private static boolean isVxlan(Network network) {
        return network == Network.FLANNEL || network == Network.CANAL;
    }

    /// @param version `3.10`
    public record Oldest(String version, String source) {}

    /// @param versions of the hierarchy that kubelet can use
    public record Cgroups(Set<Integer> versions, Set<String> controllers, String source) {

        public Cgroups {
            versions = Set.copyOf(versions);
            controllers = Set.copyOf(controllers);
        }
    }
}
