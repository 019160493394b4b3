package dev.muster.setup;

/// What Rancher is asked to make before hosts can join, as it will be sent.
///
/// @param path with its query
/// @param body JSON, one line or many; the id of a cluster that isn't there yet stands in it as `<NAME>`
public record ClusterRequest(Makes makes, String method, String path, String body) {

    public enum Makes {
        CLUSTER,
        /// The token by which hosts register, and the command with it.
        REGISTRATION
    }
}
