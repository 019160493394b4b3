package dev.muster.probe;

import dev.muster.base.Bytes;
import dev.muster.base.Reading;

/// One thing that an earlier cluster left on the host, or that looks as if.
///
/// @param id    stable between two scans: `path:/etc/kubernetes`
/// @param owner `rancher`, `kubernetes`, `network`, `snapshot` (of etcd), `data` (that pods have kept), `foreign`
///     (somebody else's); empty for what couldn't be asked
/// @param key   what tells it from a later one of the same name: a container's id; empty: its name does
public record Leftover(String id, Kind kind, String name, Reading<Bytes> size, String owner, String key) {

    public static final String FOREIGN = "foreign";

    public Leftover(String id, Kind kind, String name, Reading<Bytes> size, String owner) {
        this(id, kind, name, size, owner, "");
    }

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
        HNS_NETWORK,
        /// no thing but a question that had no answer: there may be more
        UNASKED
    }

    /// Whether it is a cluster's: nobody else's, and not just a question.
    public boolean isOfCluster() {
        return !owner.equals(FOREIGN) && kind != Kind.UNASKED;
    }
}
