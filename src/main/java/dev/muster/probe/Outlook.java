package dev.muster.probe;

import dev.muster.base.Reading;
import java.util.List;

/// The world as a host sees it.
///
/// @param rancher    unknown: it wasn't asked
/// @param registries where images come from; empty: they weren't asked
/// @param mirrors    that the host's Docker asks first
/// @param imageHere  whether the agent's image is on the host already
/// @param proxies    that the host's services have, or will have
public record Outlook(
        Reading<Visit> rancher,
        List<Visit> registries,
        List<Visit> mirrors,
        Reading<Boolean> imageHere,
        Reading<List<ProxySetting>> proxies) {

    public Outlook {
        registries = List.copyOf(registries);
        mirrors = List.copyOf(mirrors);
    }
}
