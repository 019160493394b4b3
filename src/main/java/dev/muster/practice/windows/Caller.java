package dev.muster.practice.windows;

import dev.muster.practice.door.HttpTalk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.impl.io.DefaultBHttpServerConnection;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;

/// One connection, from its first request to its end; one thread.
///
/// Decided: the loop over requests is our own and only parsing and printing HTTP is the library's, because a logon by
/// NTLM belongs to the connection, and a request without one is answered from its headers alone: a client that waits
/// for the answer before it sends its body would wait for ever (windows hosts' own client library does so after a
/// wrong password). JDK's own server knows no connections; whole servers hide them.
final class Caller {

    private static final ContentType SOAP = ContentType.create("application/soap+xml", StandardCharsets.UTF_8);

    private final Socket wire;
    private final Socket socket;
    private final int number;
    private final WsmanSettings settings;
    private final Service service;
    private final Mishaps mishaps;
    private final Heard heard;
    private final Logon logon;
    private final DefaultBHttpServerConnection line;
    private String proof = "";

    /// @param wire   as it was accepted
    /// @param socket the same, or TLS over it
    Caller(
            Socket wire,
            Socket socket,
            int number,
            WsmanSettings settings,
            Service service,
            Mishaps mishaps,
            Heard heard) {
        this.wire = wire;
        this.socket = socket;
        this.number = number;
        this.settings = settings;
        this.service = service;
        this.mishaps = mishaps;
        this.heard = heard;
        this.logon = new Logon(settings, heard);
        this.line = HttpTalk.line(settings.tls() ? "https" : "http");
    }

    void serve() throws IOException, InterruptedException {
        HttpTalk.serve(line, socket, this::exchange);
    }

    private boolean exchange() throws IOException, HttpException, InterruptedException {
        var request = line.receiveRequestHeader();
        if (request == null) {
            return false;
        }
        line.receiveRequestEntity(request);
        var goOn = answered(request);
        EntityUtils.consume(request.getEntity());
        return goOn && !header(request, HttpHeaders.CONNECTION).equalsIgnoreCase("close");
    }

    private boolean answered(ClassicHttpRequest request) throws IOException, HttpException, InterruptedException {
        if (!request.getPath().toLowerCase(Locale.ROOT).startsWith("/wsman")) {
            return empty(404);
        }
        if (!request.getMethod().equals("POST")) {
            return empty(405);
        }
        if (header(request, "WSMANIDENTIFY").equalsIgnoreCase("unauthenticated")) {
            return send(service.identity(false).bytes(), 200, Optional.empty());
        }
        return switch (logon.hear(header(request, HttpHeaders.AUTHORIZATION))) {
            case Logon.Verdict.Asked asked -> refuse(asked);
            case Logon.Verdict.In(var sealing, var shown) -> {
                proof = shown;
                yield admitted(request, sealing);
            }
        };
    }

    private boolean admitted(ClassicHttpRequest request, Optional<Sealing> sealing)
            throws IOException, HttpException, InterruptedException {
        var body = body(request);
        if (body.length == 0) {
            return empty(200);
        }
        var type = header(request, HttpHeaders.CONTENT_TYPE);
        if (!SealedBody.isOne(type)) {
            return (settings.tls() || settings.open())
                    ? asked(body, type, Optional.empty())
                    : refuse(logon.asked(false));
        }
        var plain = sealing.flatMap(keys -> SealedBody.open(body, keys));
        return plain.isPresent() ? asked(plain.get(), type, sealing) : empty(400);
    }

    private static byte[] body(ClassicHttpRequest request) throws IOException {
        var bytes = request.getEntity() == null ? null : EntityUtils.toByteArray(request.getEntity());
        return bytes == null ? new byte[0] : bytes;
    }

    private boolean asked(byte[] envelope, String type, Optional<Sealing> sealing)
            throws IOException, HttpException, InterruptedException {
        var message = service.read(envelope);
        heard.request(new Heard.Request(
                number,
                message.map(Message::operation),
                type,
                sealing.isPresent(),
                new String(envelope, StandardCharsets.UTF_8)));
        if (message.isEmpty()) {
            return send(service.refuse(envelope), sealing);
        }
        var asked = message.get();
        var mishap = mishaps.take(asked.operation());
        if (mishap.isEmpty()) {
            return send(service.answer(asked), sealing);
        }
        return switch (mishap.get()) {
            case Mishap.Status(var code) -> code == 401 ? refuse(logon.asked(false)) : empty(code);
            case Mishap.Told(var fault) -> send(service.fault(asked.id(), fault), sealing);
            case Mishap.Malformed _ -> {
                var whole = service.answer(asked).envelope();
                yield send(new Answer(200, whole.substring(0, whole.length() / 2)), sealing);
            }
            case Mishap.Page _ -> {
                service.answer(asked);
                yield page();
            }
            case Mishap.Cut(var after) -> {
                var bytes = raw(service.answer(asked), sealing);
                write(bytes, Math.min(after, bytes.length - 1), 0);
                yield false;
            }
            case Mishap.Reset(var after) -> {
                var bytes = raw(service.answer(asked), sealing);
                write(bytes, Math.min(after, bytes.length - 1), 0);
                wire.setSoLinger(true, 0);
                wire.close();
                yield false;
            }
            case Mishap.Drip(var between) -> {
                var bytes = raw(service.answer(asked), sealing);
                write(bytes, bytes.length, between.toMillis());
                yield true;
            }
            case Mishap.Silence _ -> {
                service.answer(asked);
                Thread.sleep(Long.MAX_VALUE);
                yield false;
            }
        };
    }

    private boolean page() throws IOException, HttpException {
        var response = response(200, List.of());
        response.setEntity(new ByteArrayEntity(
                "<html><body>Sign in to the network</body></html>".getBytes(StandardCharsets.UTF_8),
                ContentType.TEXT_HTML));
        return flush(response);
    }

    private boolean refuse(Logon.Verdict.Asked asked) throws IOException, HttpException {
        var response = response(401, asked.offers());
        if (asked.close()) {
            response.addHeader(HttpHeaders.CONNECTION, "close");
        }
        flush(response);
        return !asked.close();
    }

    private boolean empty(int status) throws IOException, HttpException {
        return flush(response(status, List.of()));
    }

    private boolean send(Answer answer, Optional<Sealing> sealing) throws IOException, HttpException {
        return send(answer.bytes(), answer.status(), sealing);
    }

    private boolean send(byte[] envelope, int status, Optional<Sealing> sealing) throws IOException, HttpException {
        var response = response(status, List.of());
        var bytes = sealing.map(keys -> SealedBody.of(envelope, keys)).orElse(envelope);
        response.setEntity(new ByteArrayEntity(bytes, sealing.isPresent() ? null : SOAP));
        if (sealing.isPresent()) {
            response.setHeader(HttpHeaders.CONTENT_TYPE, SealedBody.TYPE);
        }
        return flush(response);
    }

    private BasicClassicHttpResponse response(int status, List<String> offers) {
        var response = new BasicClassicHttpResponse(status, status == 200 ? "OK" : "");
        response.addHeader(HttpHeaders.SERVER, "Microsoft-HTTPAPI/2.0");
        offers.forEach(offer -> response.addHeader(HttpHeaders.WWW_AUTHENTICATE, offer));
        if (!proof.isEmpty()) {
            response.addHeader(HttpHeaders.WWW_AUTHENTICATE, proof);
            proof = "";
        }
        return response;
    }

    private boolean flush(BasicClassicHttpResponse response) throws IOException, HttpException {
        var entity = response.getEntity();
        response.setHeader(HttpHeaders.CONTENT_LENGTH, entity == null ? 0 : entity.getContentLength());
        if (entity != null && entity.getContentType() != null) {
            response.setHeader(HttpHeaders.CONTENT_TYPE, entity.getContentType());
        }
        line.sendResponseHeader(response);
        if (entity != null) {
            line.sendResponseEntity(response);
        }
        line.flush();
        return true;
    }

    private static byte[] raw(Answer answer, Optional<Sealing> sealing) {
        var bytes = sealing.map(keys -> SealedBody.of(answer.bytes(), keys)).orElse(answer.bytes());
        var head = "HTTP/1.1 " + answer.status() + " OK\r\nContent-Type: "
                + (sealing.isPresent() ? SealedBody.TYPE : "application/soap+xml;charset=UTF-8")
                + "\r\nContent-Length: " + bytes.length + "\r\n\r\n";
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        whole.writeBytes(bytes);
        return whole.toByteArray();
    }

    private void write(byte[] bytes, int count, long pause) throws IOException, InterruptedException {
        OutputStream out = socket.getOutputStream();
        if (pause == 0) {
            out.write(bytes, 0, count);
        }
        for (var at = 0; pause > 0 && at < count; at++) {
            out.write(bytes[at]);
            out.flush();
            Thread.sleep(pause);
        }
        out.flush();
    }

    private static String header(ClassicHttpRequest request, String name) {
        var found = request.getFirstHeader(name);
        return found == null || found.getValue() == null ? "" : found.getValue();
    }
}
