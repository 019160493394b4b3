package dev.muster.catalog;

/// How a host joins a Rancher.
public enum JoinKind {
    /// the agent is a container that one `docker run` starts (2.0 to 2.5, RKE1 clusters of later lines)
    DOCKER_RUN,
    /// a script installs a service, `rancher-system-agent`
    SYSTEM_AGENT
}
