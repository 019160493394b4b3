package dev.muster.setup;

import java.nio.file.Path;

/// Who signs Rancher's certificate.
public sealed interface ServerCa {

    /// Of PEM certificates; these authorities and no others count.
    record InFile(Path path) implements ServerCa {}

    /// @param hex SHA-256 of the server's certificate or of its authority's: 64 hexadecimal digits in lower case
    record Sha256(String hex) implements ServerCa {}
}
