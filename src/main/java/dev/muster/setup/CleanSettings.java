package dev.muster.setup;

import java.util.List;

/// What a cleaning takes besides what is a cluster's and nobody else's.
///
/// @param images    Rancher's and Kubernetes' images in Docker
/// @param snapshots etcd's
/// @param volumes   what pods have kept
/// @param reboot    restart the hosts at the end
/// @param also      items by their ids in the scan (`path:/etc/ceph`) that would stay
/// @param except    items that would go
public record CleanSettings(
        boolean images, boolean snapshots, boolean volumes, boolean reboot, List<String> also, List<String> except) {

    /// Nothing besides.
    public static final CleanSettings DEFAULT = new CleanSettings(false, false, false, false, List.of(), List.of());

    public CleanSettings {
        also = List.copyOf(also);
        except = List.copyOf(except);
    }
}
