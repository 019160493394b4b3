package dev.muster.practice.rancher;

import dev.muster.practice.door.HttpTalk;
import java.io.IOException;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.impl.io.DefaultBHttpServerConnection;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;

/// One connection, from its first request to its end or to the websocket it becomes; one thread.
final class Caller {

    private final Socket socket;
    private final Api api;
    private final Watchers watchers;
    private final Asked asked;
    private final DefaultBHttpServerConnection line = HttpTalk.line("https");

    Caller(Socket socket, Api api, Watchers watchers, Asked asked) {
        this.socket = socket;
        this.api = api;
        this.watchers = watchers;
        this.asked = asked;
    }

    void serve() throws IOException, InterruptedException {
        HttpTalk.serve(line, socket, this::exchange);
    }

    private boolean exchange() throws IOException, HttpException {
        var raw = line.receiveRequestHeader();
        if (raw == null) {
            return false;
        }
        line.receiveRequestEntity(raw);
        var request = read(raw);
        asked.add(request);
        return answer(request) && !isLast(raw, request);
    }

    /// @return whether the line goes on
    private boolean answer(Request request) throws IOException, HttpException {
        return switch (api.answer(request)) {
            case Reply.Json(var status, var body) -> send(status, "application/json", body.toString(), Map.of());
            case Reply.Plain(var status, var type, var text, var headers) -> send(status, type, text, headers);
            case Reply.Watching(var types) -> {
                var watch = new WebSocket(socket);
                try {
                    // nothing is said to it before the handshake, and nothing is missed after
                    synchronized (watch) {
                        watchers.add(watch, types);
                        upgrade(request);
                    }
                    watch.listen();
                } finally {
                    watchers.remove(watch);
                }
                yield false;
            }
            case Reply.Tunnel() -> {
                upgrade(request);
                new WebSocket(socket).listen();
                yield false;
            }
            case Reply.Cut() -> {
                socket.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"ty"
                                .getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
                yield false;
            }
        };
    }

    /// Whether the caller wants the line closed once it is answered.
    private static boolean isLast(ClassicHttpRequest raw, Request request) {
        var said = request.header("Connection").toLowerCase(Locale.ROOT);
        var old = raw.getVersion() != null && raw.getVersion().lessEquals(HttpVersion.HTTP_1_0);
        return said.contains("close") || (old && !said.contains("keep-alive"));
    }

    private void upgrade(Request request) throws IOException {
        var out = socket.getOutputStream();
        out.write(WebSocket.handshake(request.header("sec-websocket-key")));
        out.flush();
    }

    private boolean send(int status, String type, String text, Map<String, String> headers)
            throws IOException, HttpException {
        var response = new BasicClassicHttpResponse(status);
        headers.forEach(response::addHeader);
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CONTENT_TYPE, type);
        response.setHeader(HttpHeaders.CONTENT_LENGTH, bytes.length);
        response.setEntity(new ByteArrayEntity(bytes, null));
        line.sendResponseHeader(response);
        line.sendResponseEntity(response);
        line.flush();
        return true;
    }

    private static Request read(ClassicHttpRequest raw) throws IOException {
        var headers = new HashMap<String, String>();
        for (var header : raw.getHeaders()) {
            headers.put(header.getName().toLowerCase(Locale.ROOT), String.valueOf(header.getValue()));
        }
        var target = raw.getRequestUri();
        var mark = target.indexOf('?');
        var content = raw.getEntity() == null ? null : EntityUtils.toByteArray(raw.getEntity());
        return new Request(
                raw.getMethod(),
                mark < 0 ? target : target.substring(0, mark),
                mark < 0 ? Map.of() : query(target.substring(mark + 1)),
                headers,
                content == null ? "" : new String(content, StandardCharsets.UTF_8));
    }

    private static Map<String, List<String>> query(String text) {
        var query = new LinkedHashMap<String, List<String>>();
        for (var part : text.split("&", -1)) {
            var equals = part.indexOf('=');
            var name = equals < 0 ? part : part.substring(0, equals);
            var value = equals < 0 ? "" : part.substring(equals + 1);
            query.computeIfAbsent(decoded(name), _ -> new ArrayList<>()).add(decoded(value));
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
