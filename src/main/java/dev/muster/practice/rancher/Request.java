package dev.muster.practice.rancher;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a client asks.
///
/// @param path    without the query
/// @param query   in the order of the URL
/// @param headers by their names in lower case
record Request(
        String method, String path, Map<String, List<String>> query, Map<String, String> headers, String content) {

    private static final JsonMapper MAPPER = new JsonMapper();

    Request {
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }

    boolean is(String wanted) {
        return method.equals(wanted);
    }

    String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    List<String> all(String name) {
        return query.getOrDefault(name, List.of());
    }

    /// Empty when it isn't there.
    String parameter(String name) {
        var values = all(name);
        return values.isEmpty() ? "" : values.getFirst();
    }

    JsonNode json() throws Refusal {
        try {
            var node = MAPPER.readTree(content);
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException e) {
            // what follows says it
        }
        throw new Refusal(422, "InvalidBodyContent", "", "the body isn't a JSON object");
    }

    boolean wantsWebSocket() {
        return header("upgrade").equalsIgnoreCase("websocket")
                && !header("sec-websocket-key").isEmpty();
    }
}
