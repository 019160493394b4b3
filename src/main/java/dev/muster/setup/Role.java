package dev.muster.setup;

/// What a host is in its cluster, in the words of Kubernetes and Rancher. `ETCD`, `CONTROLPLANE` and `WORKER` are the
/// roles of a joined node; `SERVER`, `AGENT` and `BALANCER` those of an installation.
public enum Role {
    ETCD,
    CONTROLPLANE,
    WORKER,
    SERVER,
    AGENT,
    BALANCER
}
