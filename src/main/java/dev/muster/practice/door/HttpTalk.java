package dev.muster.practice.door;

import java.io.IOException;
import java.net.Socket;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpServerConnection;

/// HTTP on one connection: requests one after the other, answered by hand.
public final class HttpTalk {

    private static final Http1Config LIMITS =
            Http1Config.custom().setMaxHeaderCount(100).setMaxLineLength(65_536).build();

    /// Reads a request and answers it.
    @FunctionalInterface
    public interface Exchange {
        /// @return whether another request may follow on the same connection
        boolean goesOn() throws IOException, HttpException, InterruptedException;
    }

    private HttpTalk() {}

    /// What parses and prints, with limits against endless headers.
    ///
    /// @param scheme `http` or `https`
    public static DefaultBHttpServerConnection line(String scheme) {
        return new DefaultBHttpServerConnection(scheme, LIMITS);
    }

    /// Answers requests until one was the last, and closes the line.
    public static void serve(DefaultBHttpServerConnection line, Socket socket, Exchange exchange)
            throws IOException, InterruptedException {
        try (line) {
            line.bind(socket);
            var more = true;
            while (more) {
                more = exchange.goesOn();
            }
        } catch (HttpException e) {
            throw new IOException("not HTTP", e);
        }
    }
}
