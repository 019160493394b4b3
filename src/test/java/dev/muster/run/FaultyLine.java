package dev.muster.run;

import dev.muster.practice.door.Door;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// A wire between us and a real server on loopback, that breaks as it is told.
final class FaultyLine implements AutoCloseable {

    /// What becomes of a connection.
    ///
    /// @param after so many bytes from the server
    record Fault(Kind kind, long after) {
        static final Fault NONE = new Fault(Kind.CUT, Long.MAX_VALUE);
    }

    enum Kind {
        /// Both ends are told.
        CUT,
        /// Both ends are told at once, and what was under way is lost.
        RESET,
        /// Nobody is told: neither end hears anything any more.
        SILENT,
        /// A byte a second from there on.
        DRIP
    }

    /// Says what is to become of a connection, the first of which is 1.
    @FunctionalInterface
    interface Faults {
        Fault of(int connection);
    }

    private final Door front = new Door("line's", InetAddress.getLoopbackAddress(), this::serve);
    private final int back;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicLong carried = new AtomicLong();
    private volatile Faults faults = _ -> Fault.NONE;

    /// @param back the server's port
    FaultyLine(int back) throws IOException {
        this.back = back;
        front.open();
    }

    int port() {
        return front.port();
    }

    /// For connections from now on, which are counted anew.
    void breakAs(Faults newFaults) {
        connections.set(0);
        carried.set(0);
        faults = newFaults;
    }

    /// Bytes from the server since [#breakAs].
    long carried() {
        return carried.get();
    }

    private void serve(Socket near) throws IOException {
        var fault = faults.of(connections.incrementAndGet());
        try (var far = new Socket(InetAddress.getLoopbackAddress(), back)) {
            far.setTcpNoDelay(true);
            var wire = new Wire(near, far, fault);
            Thread.startVirtualThread(wire::toClient);
            wire.toServer();
        }
    }

    private final class Wire {
        private final Socket near;
        private final Socket far;
        private final Fault fault;
        private volatile boolean dead;

        private Wire(Socket near, Socket far, Fault fault) {
            this.near = near;
            this.far = far;
            this.fault = fault;
        }

        private void toServer() {
            try {
                var buffer = new byte[8192];
                for (int got; (got = near.getInputStream().read(buffer)) >= 0; ) {
                    if (!dead) {
                        far.getOutputStream().write(buffer, 0, got);
                    }
                }
                end();
            } catch (IOException e) {
                end();
            }
        }

        private void toClient() {
            try {
                carry(far.getInputStream(), fault.after());
                switch (fault.kind()) {
                    case CUT -> end();
                    case RESET -> {
                        near.setSoLinger(true, 0);
                        end();
                    }
                    case SILENT -> {
                        dead = true;
                        far.close();
                    }
                    case DRIP -> drip(far.getInputStream());
                }
            } catch (IOException | InterruptedException e) {
                end();
            }
        }

        private void carry(InputStream in, long most) throws IOException {
            var buffer = new byte[8192];
            for (var left = most; left > 0; ) {
                var got = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (got < 0) {
                    return;
                }
                near.getOutputStream().write(buffer, 0, got);
                carried.addAndGet(got);
                left -= got;
            }
        }

        private void drip(InputStream in) throws IOException, InterruptedException {
            for (int next; (next = in.read()) >= 0; ) {
                near.getOutputStream().write(next);
                Thread.sleep(1000);
            }
            end();
        }

        private void end() {
            Door.hangUp(near);
            Door.hangUp(far);
        }
    }

    @Override
    public void close() {
        front.close();
    }
}
