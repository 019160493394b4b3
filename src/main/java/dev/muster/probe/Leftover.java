package dev.muster.probe;

import dev.muster.base.Bytes;
import dev.muster.base.Reading;

/// One thing that an earlier cluster left on the host.
///
/// @param id    stable between two scans: `path:/etc/kubernetes`
/// @param owner `rancher`, `kubernetes`, `network`, `snapshot`, `foreign`
public record Leftover(String id, Kind kind, String name, Reading<Bytes> size, String owner) {

    public enum Kind {
        CONTAINER,
        VOLUME,
        IMAGE,
        MOUNT,
        PATH,
        INTERFACE,
        ROUTE,
        IPTABLES,
        IPSET,
        SERVICE,
        PROCESS,
        /// a variable of the machine's
        ENVIRONMENT,
        FIREWALL_RULE,
        EVENT_SOURCE,
        CERTIFICATE,
        HNS_NETWORK
    }
}
