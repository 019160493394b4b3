package dev.muster.probe.mesh;

import dev.muster.base.HostName;
import dev.muster.catalog.PortNeed;

/// One line of what a host tries.
sealed interface Attempt {

    /// As `mesh-try` reads it.
    String line();

    /// @param served somebody else listens there
    record Port(PortNeed need, String address, boolean served) implements Attempt {
        @Override
        public String line() {
            var kind = served ? "served" : need.use().protocol();
            return kind + " " + address + " " + need.port();
        }
    }

    record Ping(HostName target, String address) implements Attempt {
        @Override
        public String line() {
            return "ping " + address;
        }
    }

    record Mtu(HostName target, String address) implements Attempt {
        @Override
        public String line() {
            return "mtu " + address;
        }
    }
}
