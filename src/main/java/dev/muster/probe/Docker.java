package dev.muster.probe;

/// The Docker engine of the host.
public sealed interface Docker {

    /// No `docker` on the host.
    record Absent() implements Docker {}

    /// The client is there, the engine doesn't answer at `/var/run/docker.sock`.
    ///
    /// @param why what the client said
    record Silent(String clientVersion, String why) implements Docker {}

    /// @param version `18.09.9`; Red Hat's own is `1.13.1`
    /// @param rootDirectory `/var/lib/docker`
    record Running(
            String version, String storageDriver, String rootDirectory, String cgroupDriver, String backingFileSystem)
            implements Docker {}
}
