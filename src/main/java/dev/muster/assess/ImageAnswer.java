package dev.muster.assess;

/// How an image runs on a host, at best.
public enum ImageAnswer {
    PROCESS,
    /// with a kernel of its own only, which Kubernetes doesn't start today
    HYPERV,
    NO,
    UNKNOWN
}
