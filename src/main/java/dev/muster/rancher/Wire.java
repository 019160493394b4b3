package dev.muster.rancher;

import dev.muster.base.Redactor;
import dev.muster.rancher.ApiFailure.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// HTTPS to Rancher: requests, answers, and what goes wrong with them. What only reads is tried again when Rancher is
/// busy or the line breaks; what changes something never is. Redirects aren't followed: a token goes nowhere else.
final class Wire implements AutoCloseable {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int TRIES = 4;
    private static final int CLIP = 300;

    private final String server;
    private final Vouching vouching;
    private final HttpClient client;
    private final Turnstile turnstile;
    private final Redactor redactor;
    private final Duration pause;

    /// @param server `https://host[:port]`
    /// @param pause  before the second try; the third waits twice as long
    Wire(String server, Vouching vouching, Turnstile turnstile, Redactor redactor, Duration pause) {
        this.server = server;
        this.vouching = vouching;
        this.turnstile = turnstile;
        this.redactor = redactor;
        this.pause = pause;
        this.client = HttpClient.newBuilder()
                .sslContext(vouching.context())
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    String server() {
        return server;
    }

    Vouching vouching() {
        return vouching;
    }

    HttpClient client() {
        return client;
    }

    Turnstile turnstile() {
        return turnstile;
    }

    /// @param token empty: the request needs none
    JsonNode send(Call call, String token) throws ApiFailure, InterruptedException {
        var wait = pause;
        for (var left = call.changesNothing() ? TRIES : 1; ; left--) {
            try {
                return once(call, token);
            } catch (Pausing busy) {
                if (left <= 1) {
                    throw busy.failure;
                }
                Thread.sleep(busy.asked.isZero() ? wait : busy.asked);
                wait = wait.multipliedBy(2);
            }
        }
    }

    private JsonNode once(Call call, String token) throws ApiFailure, Pausing, InterruptedException {
        turnstile.pass();
        HttpResponse<String> response;
        try {
            response = client.send(request(call, token), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (SSLException e) {
            throw failure(vouching.refused() == null ? Kind.UNREACHABLE : Kind.CERTIFICATE, call, e);
        } catch (HttpConnectTimeoutException | ConnectException e) {
            throw new Pausing(failure(Kind.UNREACHABLE, call, e), Duration.ZERO);
        } catch (IOException e) {
            throw new Pausing(failure(Kind.LOST, call, e), Duration.ZERO);
        }
        return read(call, response);
    }

    private HttpRequest request(Call call, String token) {
        var body = call.body() == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(call.body().toString(), StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create(server + call.path()))
                .timeout(ANSWER)
                .header("Accept", "application/json")
                .method(call.method(), body);
        if (call.body() != null) {
            request.header("Content-Type", "application/json");
        }
        return token.isEmpty()
                ? request.build()
                : request.header("Authorization", "Bearer " + token).build();
    }

    private JsonNode read(Call call, HttpResponse<String> response) throws ApiFailure, Pausing {
        var status = response.statusCode();
        var json = json(response.body());
        if (status == 429 || status == 502 || status == 503 || status == 504) {
            throw new Pausing(said(Kind.BUSY, call, status, json), pauseAskedFor(response));
        }
        if (json == null || (status >= 300 && status < 400)) {
            throw new ApiFailure(Kind.NOT_AN_API, call.named(), status, "", "", type(response));
        }
        return switch (status) {
            case 200, 201, 202 -> json;
            case 401 -> throw said(Kind.UNAUTHORIZED, call, status, json);
            case 403 -> throw said(Kind.FORBIDDEN, call, status, json);
            case 404 -> throw said(Kind.NOT_FOUND, call, status, json);
            default -> throw said(Kind.REFUSED, call, status, json);
        };
    }

    /// Null: it isn't JSON. An answer without a body is an empty object.
    private static @Nullable JsonNode json(String body) {
        if (body.isBlank()) {
            return MAPPER.createObjectNode();
        }
        try {
            var json = MAPPER.readTree(body);
            return json.isObject() ? json : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    private ApiFailure said(Kind kind, Call call, int status, @Nullable JsonNode json) {
        return json == null
                ? new ApiFailure(kind, call.named(), status, "", "", "")
                : new ApiFailure(
                        kind,
                        call.named(),
                        status,
                        clean(json.path("code").asString("")),
                        clean(json.path("fieldName").asString("")),
                        clean(json.path("message").asString("")));
    }

    private static Duration pauseAskedFor(HttpResponse<String> response) {
        var told = response.headers().firstValue("Retry-After").orElse("");
        var seconds = told.matches("\\d{1,4}") ? Duration.ofSeconds(Long.parseLong(told)) : Duration.ZERO;
        return seconds.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : seconds;
    }

    private String type(HttpResponse<String> response) {
        return clean(response.headers().firstValue("Content-Type").orElse(""));
    }

    private ApiFailure failure(Kind kind, Call call, IOException e) {
        var unresolved = e.getCause() instanceof UnresolvedAddressException
                || (e.getCause() != null && e.getCause().getCause() instanceof UnresolvedAddressException);
        var said = unresolved ? "the name isn't known" : e.getMessage() == null ? "" : e.getMessage();
        return new ApiFailure(kind, call.named(), 0, "", "", clean(said));
    }

    /// One line, not too long, without control characters and secrets.
    private String clean(String text) {
        var line = redactor.redact(text).replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() > CLIP ? line.substring(0, CLIP) : line;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    /// It may go better in a moment.
    private static final class Pausing extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient ApiFailure failure;
        private final transient Duration asked;

        private Pausing(ApiFailure failure, Duration asked) {
            super(failure.message(), null, false, false);
            this.failure = failure;
            this.asked = asked;
        }
    }
}
