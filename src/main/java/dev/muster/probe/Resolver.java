package dev.muster.probe;

import java.util.List;

/// `/etc/resolv.conf`.
///
/// @param wildcard whether a name that can't exist resolves all the same
public record Resolver(List<String> nameServers, List<String> search, boolean wildcard) {

    public Resolver {
        nameServers = List.copyOf(nameServers);
        search = List.copyOf(search);
    }
}
