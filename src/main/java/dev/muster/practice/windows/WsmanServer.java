package dev.muster.practice.windows;

import dev.muster.practice.door.Door;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLException;

/// A WS-Management service on loopback and a random port, with a scripted Windows host behind it. Whoever starts it
/// closes it.
public final class WsmanServer implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration IDLE = Duration.ofMinutes(2);

    private final WsmanSettings settings;
    private final Service service;
    private final Mishaps mishaps = new Mishaps();
    private final Heard heard;
    private final Door door;
    private volatile Identity identity;

    private WsmanServer(WsmanSettings settings, Identity identity) throws IOException {
        this.settings = settings;
        this.identity = identity;
        this.door = new Door("practice", InetAddress.ofLiteral(LOOPBACK), this::serve);
        this.service = new Service(settings);
        this.heard = new Heard(settings.recording());
    }

    public static WsmanServer start(WsmanSettings settings) throws IOException {
        var identity = Identity.fresh(settings.machine().computer());
        var server = new WsmanServer(settings, identity);
        server.door.open();
        return server;
    }

    public int port() {
        return door.port();
    }

    /// `https://127.0.0.1:PORT/wsman`
    public String url() {
        return (settings.tls() ? "https" : "http") + "://" + LOOPBACK + ":" + port() + "/wsman";
    }

    /// What it shows now over TLS.
    public X509Certificate certificate() {
        return identity.shown().certificate();
    }

    /// Its bytes, in base64.
    public String certificateText() {
        return identity.shown().text();
    }

    /// SHA-256 of the certificate, in hexadecimal digits.
    public String fingerprint() {
        return identity.shown().fingerprint();
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
        door.dropAll();
    }

    private void serve(Socket socket) throws IOException, InterruptedException {
        var number = heard.connected();
        try {
            socket.setSoTimeout((int) IDLE.toMillis());
            switch (mishaps.door()) {
                case OPEN -> new Caller(socket, wrapped(socket), number, settings, service, mishaps, heard).serve();
                case SLAMMED -> socket.setSoLinger(true, 0);
                case DEAF -> Thread.sleep(Long.MAX_VALUE);
            }
        } catch (SSLException e) {
            heard.brokenHandshake();
        }
    }

    private Socket wrapped(Socket socket) throws IOException {
        return settings.tls() ? Door.secured(socket, identity.context(), LOOPBACK) : socket;
    }

    /// Lets nobody in any more, then ends what runs.
    @Override
    public void close() {
        door.close();
        service.shells().close();
    }
}
