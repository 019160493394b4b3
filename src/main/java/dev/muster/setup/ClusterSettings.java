package dev.muster.setup;

/// The cluster that the hosts become nodes of.
///
/// @param name         empty: not given
/// @param kubernetes   a full version (`v1.11.6-rancher1-1`), a line, or empty: as Rancher's default
/// @param podCidr      `10.42.0.0/16` unless told
/// @param serviceCidr  `10.43.0.0/16` unless told
public record ClusterSettings(
        String name,
        String kubernetes,
        Distribution distribution,
        Network network,
        String podCidr,
        String serviceCidr) {

    public enum Distribution {
        RKE1,
        RKE2,
        K3S
    }

    public enum Network {
        FLANNEL_HOST_GW,
        FLANNEL,
        CANAL,
        CALICO,
        CILIUM,
        WEAVE
    }
}
