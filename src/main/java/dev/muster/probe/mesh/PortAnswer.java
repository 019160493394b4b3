package dev.muster.probe.mesh;

import java.time.Duration;

/// What came of trying one port.
public sealed interface PortAnswer {

    /// Our own listener answered.
    record Open(Duration took) implements PortAnswer {}

    /// Somebody listened there already, and took the call.
    ///
    /// @param by as the host says it; empty: it can't be seen
    record Served(String by) implements PortAnswer {}

    /// Somebody listens there already who can't be asked for an answer: a port of UDP.
    record InUse(String by) implements PortAnswer {}

    /// It isn't got through to.
    record Closed(How how) implements PortAnswer {}

    /// @param why as the host says it
    record NotTried(String why) implements PortAnswer {}

    enum How {
        /// a firewall drops it, here, there or between
        SILENT,
        /// it arrived; the answer to it didn't
        ONE_WAY,
        /// somebody refuses in the host's name, or nobody listens any more
        REFUSED,
        UNREACHABLE,
        /// the sender's own firewall
        PROHIBITED,
        /// the call was taken, and then nothing came: large packets are lost, or somebody between takes all
        /// calls
        MUTE,
        /// somebody else answered in the host's name
        STRANGER
    }
}
