package dev.muster.catalog;

import dev.muster.base.HostName;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// One host has to get through to a port of another one.
///
/// @param use the row of the catalogue that says so; the first of them where there are several
public record PortNeed(HostName source, HostName target, int port, PortUse use) {

    static Stream<PortNeed> of(HostName source, HostName target, PortUse use) {
        return IntStream.of(use.from(), use.to()).distinct().mapToObj(port -> new PortNeed(source, target, port, use));
    }

    public boolean isTcp() {
        return use.protocol().equals("tcp");
    }

    /// `6443/tcp`
    public String shown() {
        return port + "/" + use.protocol();
    }

    String key() {
        return source + " " + target + " " + shown();
    }
}
