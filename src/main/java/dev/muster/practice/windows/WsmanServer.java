package dev.muster.practice.windows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/// A WS-Management service on loopback and a random port, with a scripted Windows host behind it. Whoever starts it
/// closes it.
public final class WsmanServer implements AutoCloseable {

    private static final int WAITING = 200;
    private static final Duration ENDING = Duration.ofSeconds(5);
    private static final Duration IDLE = Duration.ofMinutes(2);

    private final WsmanSettings settings;
    private final Service service;
    private final Mishaps mishaps = new Mishaps();
    private final Heard heard;
    private final ServerSocket door;
    private final Thread doorkeeper;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Set<Thread> callers = ConcurrentHashMap.newKeySet();
    private volatile Identity identity;

    private WsmanServer(WsmanSettings settings, Identity identity, ServerSocket door) {
        this.settings = settings;
        this.identity = identity;
        this.door = door;
        this.service = new Service(settings);
        this.heard = new Heard(settings.recording());
        this.doorkeeper = Thread.ofVirtual().name("practice door").unstarted(this::accept);
    }

    public static WsmanServer start(WsmanSettings settings) throws IOException {
        var identity = Identity.fresh(settings.machine().computer());
        var server =
                new WsmanServer(settings, identity, new ServerSocket(0, WAITING, InetAddress.ofLiteral("127.0.0.1")));
        server.doorkeeper.start();
        return server;
    }

    public int port() {
        return door.getLocalPort();
    }

    /// `https://127.0.0.1:PORT/wsman`
    public String url() {
        return (settings.tls() ? "https" : "http") + "://127.0.0.1:" + port() + "/wsman";
    }

    /// What it shows now over TLS.
    public X509Certificate certificate() {
        return identity.certificate();
    }

    /// Its bytes, in base64.
    public String certificateText() {
        return identity.text();
    }

    /// SHA-256 of the certificate, in hexadecimal digits.
    public String fingerprint() {
        return identity.fingerprint();
    }

    /// From the next connection on, another key and certificate, as if somebody else had this address.
    public void changeCertificate() throws IOException {
        identity = Identity.fresh(settings.machine().computer());
    }

    public Mishaps mishaps() {
        return mishaps;
    }

    public Heard heard() {
        return heard;
    }

    /// Shells that nobody has deleted yet.
    public int openShells() {
        return service.shells().count();
    }

    /// Ends all connections, as a restart of the service does; shells are gone, too.
    public void dropAll() {
        service.shells().close();
        open.forEach(WsmanServer::close);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var socket = door.accept();
                open.add(socket);
                var caller = Thread.ofVirtual().name("practice caller").unstarted(() -> serve(socket));
                callers.add(caller);
                caller.start();
            } catch (IOException e) {
                // closed, which ends the loop; or one connection that didn't come to be
            }
        }
    }

    private void serve(Socket socket) {
        var number = heard.connected();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) IDLE.toMillis());
            switch (mishaps.door()) {
                case OPEN -> new Caller(socket, wrapped(socket), number, settings, service, mishaps, heard).serve();
                case SLAMMED -> socket.setSoLinger(true, 0);
                case DEAF -> Thread.sleep(Long.MAX_VALUE);
            }
        } catch (SSLException e) {
            heard.brokenHandshake();
        } catch (IOException e) {
            // the line broke: nobody is left to be told
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close(socket);
            open.remove(socket);
            callers.remove(Thread.currentThread());
        }
    }

    private Socket wrapped(Socket socket) throws IOException {
        if (!settings.tls()) {
            return socket;
        }
        var secure = (SSLSocket)
                identity.context().getSocketFactory().createSocket(socket, "127.0.0.1", socket.getPort(), true);
        secure.setUseClientMode(false);
        secure.startHandshake();
        return secure;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Ends what runs, then the connections, then the door.
    @Override
    public void close() {
        try {
            door.close();
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
