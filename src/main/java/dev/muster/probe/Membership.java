package dev.muster.probe;

/// Whether this host is a node of a Rancher already.
public sealed interface Membership {

    record None() implements Membership {}

    /// An agent runs, or has run to its end: `serverca` is written, an agent's container or its service is there.
    ///
    /// @param server     as the agent's container has it in `CATTLE_SERVER`, or its service in its connection;
    ///     empty when it can't be told
    /// @param caChecksum SHA-256 of the server's CA as it lies on the host; empty when it isn't there
    /// @param running    an agent's container (bootstrap or the cluster's own pod), or its service, runs
    /// @param complete   the cluster's own agent pod, or RKE2 or K3s, runs: the node was taken in
    /// @param container  the container or the service that says so; empty when none is left
    record Agent(String server, String caChecksum, boolean running, boolean complete, String container)
            implements Membership {}
}
