package dev.muster.remote;

import dev.muster.setup.Host;

/// Opens connections to hosts, one a host, kept open and shared until closed. Safe for many threads.
public interface Reach extends AutoCloseable {

    /// Climbs the ladder to this host, or gives the connection that is open already. Wrong passwords are tried
    /// once only.
    Opened open(Host host) throws InterruptedException;

    /// Forgets the line to this host, so that the next [#open] climbs anew: after a line was lost, or a login
    /// changed.
    void drop(Host host);

    @Override
    void close();
}
