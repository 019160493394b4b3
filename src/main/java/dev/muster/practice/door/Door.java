package dev.muster.practice.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// A random port on which connections are taken, each served on a thread of its own. Whoever makes one closes it.
public final class Door implements AutoCloseable {

    private static final int WAITING = 200;
    private static final Duration ENDING = Duration.ofSeconds(5);

    /// Serves one connection, which is closed when it is through.
    @FunctionalInterface
    public interface Host {
        /// An exception ends the connection, of which nobody is told.
        void serve(Socket socket) throws IOException, InterruptedException;
    }

    private final String name;
    private final ServerSocket port;
    private final Host host;
    private final Thread doorkeeper;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Set<Thread> callers = ConcurrentHashMap.newKeySet();

    /// Has a port at once, where clients wait until [#open].
    ///
    /// @param name    what its threads are called by
    /// @param address of this machine
    public Door(String name, InetAddress address, Host host) throws IOException {
        this.name = name;
        this.host = host;
        this.port = new ServerSocket(0, WAITING, address);
        this.doorkeeper = Thread.ofVirtual().name(name + " door").unstarted(this::accept);
    }

    /// Begins to take connections.
    public void open() {
        doorkeeper.start();
    }

    public int port() {
        return port.getLocalPort();
    }

    private void accept() {
        while (!port.isClosed()) {
            try {
                take(port.accept());
            } catch (IOException e) {
                // closed, which ends the loop; or one connection that didn't come to be
            }
        }
    }

    private void take(Socket socket) {
        open.add(socket);
        var caller = Thread.ofVirtual().name(name + " caller").unstarted(() -> serve(socket));
        callers.add(caller);
        caller.start();
    }

    private void serve(Socket socket) {
        try {
            socket.setTcpNoDelay(true);
            host.serve(socket);
        } catch (IOException e) {
            // the line broke, or what we showed wasn't liked: nobody is left to be told
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            hangUp(socket);
            open.remove(socket);
            callers.remove(Thread.currentThread());
        }
    }

    /// TLS over a connection, from the server's side, once the client agreed to it.
    ///
    /// @param address that the connection came to
    public static SSLSocket secured(Socket socket, SSLContext context, String address) throws IOException {
        var secure = (SSLSocket) context.getSocketFactory().createSocket(socket, address, socket.getPort(), true);
        secure.setUseClientMode(false);
        secure.startHandshake();
        return secure;
    }

    /// Ends the connections that there are; others may come.
    public void dropAll() {
        open.forEach(Door::hangUp);
    }

    /// Ends a connection.
    public static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Lets nobody in any more, and ends the connections and who serves them.
    @Override
    public void close() {
        try {
            port.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        dropAll();
        callers.forEach(Thread::interrupt);
        try {
            // the port is free when nobody waits at it any more
            doorkeeper.join(ENDING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
