package dev.muster.remote.windows;

import dev.muster.remote.windows.WinRmFailure.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.http.HttpEntity;
import org.apache.http.HttpException;
import org.apache.http.HttpHeaders;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.impl.DefaultBHttpClientConnection;
import org.apache.http.impl.DefaultConnectionReuseStrategy;
import org.apache.http.message.BasicHttpEntityEnclosingRequest;
import org.apache.http.protocol.BasicHttpContext;
import org.apache.http.protocol.HttpRequestExecutor;
import org.jspecify.annotations.Nullable;

/// Requests on one connection, one after another: what is signed in is the connection. Never redirected, never
/// repeated.
final class Http implements AutoCloseable {

    /// The host is asked for less than 150 kB an answer.
    private static final int LONGEST = 4 * 1024 * 1024;

    /// An answer.
    ///
    /// @param type of the content, as it was told
    @SuppressWarnings("ArrayRecordComponent") // taken once, never compared
    record Answer(int status, List<String> challenges, String type, byte[] body) {}

    private final DefaultBHttpClientConnection connection = new DefaultBHttpClientConnection(16 * 1024);
    private final String host;
    private final Socket socket;
    private boolean open = true;

    /// @param host as it stands in the header `Host`
    Http(Socket socket, String host) throws WinRmFailure {
        this.host = host;
        this.socket = socket;
        try {
            connection.bind(socket);
        } catch (IOException e) {
            throw new WinRmFailure(Kind.BROKEN, String.valueOf(e.getMessage()));
        }
    }

    boolean isOpen() {
        return open && !socket.isClosed();
    }

    /// @param limit         how long the host may send nothing
    /// @param authorization null: none
    Answer post(String type, byte[] body, @Nullable String authorization, Duration limit) throws WinRmFailure {
        var request = new BasicHttpEntityEnclosingRequest("POST", "/wsman");
        request.addHeader(HttpHeaders.HOST, host);
        request.addHeader(HttpHeaders.CONTENT_TYPE, type);
        request.addHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length));
        if (authorization != null) {
            request.addHeader(HttpHeaders.AUTHORIZATION, authorization);
        }
        request.setEntity(new ByteArrayEntity(body));
        try {
            connection.setSocketTimeout(Math.toIntExact(limit.toMillis()));
            var context = new BasicHttpContext();
            var response = new HttpRequestExecutor().execute(request, connection, context);
            var told = response.getFirstHeader(HttpHeaders.CONTENT_TYPE);
            var answer = new Answer(
                    response.getStatusLine().getStatusCode(),
                    Arrays.stream(response.getHeaders(HttpHeaders.WWW_AUTHENTICATE))
                            .map(header -> header.getValue().strip())
                            .toList(),
                    told == null ? "" : told.getValue(),
                    read(response.getEntity()));
            if (!DefaultConnectionReuseStrategy.INSTANCE.keepAlive(response, context)) {
                close();
            }
            return answer;
        } catch (SocketTimeoutException e) {
            close();
            throw new WinRmFailure(Kind.SILENT, limit.toSeconds() + " s");
        } catch (HttpException e) {
            close();
            throw new WinRmFailure(Kind.NOT_WINRM, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            close();
            throw new WinRmFailure(Kind.BROKEN, String.valueOf(e.getMessage()));
        }
    }

    private static byte[] read(@Nullable HttpEntity entity) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        var kept = new ByteArrayOutputStream();
        try (var content = entity.getContent()) {
            var piece = new byte[16 * 1024];
            for (var length = content.read(piece); length >= 0; length = content.read(piece)) {
                kept.write(piece, 0, length);
                if (kept.size() > LONGEST) {
                    throw new IOException("an answer of more than " + LONGEST + " bytes");
                }
            }
        }
        return kept.toByteArray();
    }

    @Override
    public void close() {
        open = false;
        try {
            // the socket first: a connection that closes politely may wait
            socket.close();
            connection.shutdown();
        } catch (IOException e) {
            // closed it is
        }
    }
}
