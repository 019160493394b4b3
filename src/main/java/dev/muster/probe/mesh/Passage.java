package dev.muster.probe.mesh;

import dev.muster.base.Reading;
import java.util.Map;

/// The way from one host to another.
///
/// @param ports by what they are called: `6443/tcp`
/// @param pings unknown too where nobody asked: latency and loss matter between servers
public record Passage(Map<String, PortAnswer> ports, Reading<PathMtu> mtu, Reading<Pings> pings) {

    public Passage {
        ports = Map.copyOf(ports);
    }
}
