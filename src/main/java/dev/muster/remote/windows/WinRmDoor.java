package dev.muster.remote.windows;

import dev.muster.remote.windows.WinRmFailure.Kind;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.function.Predicate;

/// A connection to where WinRM listens, with the certificate seen and nobody signed in yet: so that no secret is even
/// asked for before the host is known.
public final class WinRmDoor implements AutoCloseable {

    private final Endpoint endpoint;
    private final Http http;
    private final Duration limit;

    private WinRmDoor(Endpoint endpoint, Http http, Duration limit) {
        this.endpoint = endpoint;
        this.http = http;
        this.limit = limit;
    }

    /// @param plain   connected; closed when this fails
    /// @param trusted judges the certificate before anything else is sent; not asked without TLS
    /// @param limit   how long the host may send nothing, here and while we sign in
    public static WinRmDoor open(Socket plain, Endpoint endpoint, Predicate<X509Certificate> trusted, Duration limit)
            throws WinRmFailure {
        var done = false;
        try {
            plain.setSoTimeout(Math.toIntExact(limit.toMillis()));
            var socket = endpoint.https() ? Tls.over(plain, endpoint.host(), endpoint.port(), trusted) : plain;
            var door = new WinRmDoor(endpoint, new Http(socket, endpoint.authority()), limit);
            done = true;
            return door;
        } catch (SocketException e) {
            throw new WinRmFailure(Kind.BROKEN, String.valueOf(e.getMessage()));
        } finally {
            if (!done) {
                closeQuietly(plain);
            }
        }
    }

    /// Shows the credentials, once, and goes in.
    ///
    /// @param again another connection to the same place, for when this one breaks
    public WinRmSession signIn(WinRm library, Credentials credentials, Again again) throws WinRmFailure {
        return new WinRmSession(
                library, endpoint, () -> Wire.on(again.door(), credentials), Wire.on(this, credentials));
    }

    /// Makes another connection to the same place.
    public interface Again {
        WinRmDoor door() throws WinRmFailure;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    Http http() {
        return http;
    }

    Duration limit() {
        return limit;
    }

    @Override
    public void close() {
        http.close();
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // closed it is
        }
    }
}
