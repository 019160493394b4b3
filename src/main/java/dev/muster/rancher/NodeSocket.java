package dev.muster.rancher;

import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Rancher's own news of nodes: `/v3/subscribe` (rancher-2.1 §2.6).
final class NodeSocket implements AutoCloseable {

    /// What comes of it.
    sealed interface Signal {

        record Changed(JsonNode node) implements Signal {}

        record Ended() implements Signal {}
    }

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Duration OPENING = Duration.ofSeconds(10);
    private static final int LONGEST = 4 * 1024 * 1024;

    private final WebSocket socket;

    private NodeSocket(WebSocket socket) {
        this.socket = socket;
    }

    /// Null: none can be had. A proxy in between may know no websockets.
    static @Nullable NodeSocket open(Wire wire, String token, LinkedBlockingQueue<Signal> signals)
            throws InterruptedException {
        wire.turnstile().pass();
        try {
            var socket = wire.client()
                    .newWebSocketBuilder()
                    .connectTimeout(OPENING)
                    .header("Authorization", "Bearer " + token)
                    .buildAsync(
                            URI.create("wss" + wire.server().substring("https".length())
                                    + "/v3/subscribe?resourceTypes=node"),
                            new Ear(signals))
                    .get(OPENING.toSeconds(), TimeUnit.SECONDS);
            return new NodeSocket(socket);
        } catch (ExecutionException | CompletionException | TimeoutException e) {
            return null;
        }
    }

    @Override
    public void close() {
        socket.abort();
    }

    private static final class Ear implements WebSocket.Listener {

        private final LinkedBlockingQueue<Signal> signals;
        private final StringBuilder whole = new StringBuilder();

        Ear(LinkedBlockingQueue<Signal> signals) {
            this.signals = signals;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            whole.append(text);
            if (whole.length() > LONGEST) {
                socket.abort();
                signals.add(new Signal.Ended());
                return null;
            }
            if (last) {
                heard(whole.toString());
                whole.setLength(0);
            }
            socket.request(1);
            return null;
        }

        private void heard(String frame) {
            try {
                var json = MAPPER.readTree(frame);
                // "ping" says that the line lives, and nothing else
                if (json.path("name").asString("").equals("resource.change")) {
                    signals.add(new Signal.Changed(json.path("data")));
                }
            } catch (JacksonException e) {
                // not a frame of Rancher's; the list will tell
            }
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            signals.add(new Signal.Ended());
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable why) {
            signals.add(new Signal.Ended());
        }
    }
}
