package dev.muster.probe;

import dev.muster.base.Reading;
import java.util.List;

/// `/etc/resolv.conf`.
///
/// @param wildcard whether a name that can't exist resolves all the same; unknown when no name server answered
public record Resolver(List<String> nameServers, List<String> search, Reading<Boolean> wildcard) {

    public Resolver {
        nameServers = List.copyOf(nameServers);
        search = List.copyOf(search);
    }
}
