package dev.muster.practice.rancher;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What a request gets.
sealed interface Reply {

    record Json(int status, JsonNode body) implements Reply {}

    /// @param headers besides type and length
    record Plain(int status, String type, String text, Map<String, String> headers) implements Reply {

        public Plain {
            headers = Map.copyOf(headers);
        }
    }

    /// A websocket that is told of changes.
    record Watching(Set<String> types) implements Reply {

        public Watching {
            types = Set.copyOf(types);
        }
    }

    /// A websocket that says nothing: an agent's tunnel.
    record Tunnel() implements Reply {}

    /// The line breaks in the middle of an answer.
    record Cut() implements Reply {}

    static Reply ok(JsonNode body) {
        return new Json(200, body);
    }

    static Reply created(JsonNode body) {
        return new Json(201, body);
    }

    static Reply plain(String text) {
        return new Plain(200, "text/plain", text, Map.of());
    }
}
