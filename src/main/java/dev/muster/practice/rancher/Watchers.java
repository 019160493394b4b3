package dev.muster.practice.rancher;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The websockets that are told of changes. Safe for many threads.
final class Watchers {

    private final Map<WebSocket, Set<String>> open = new ConcurrentHashMap<>();

    void add(WebSocket socket, Set<String> types) {
        open.put(socket, types);
    }

    void remove(WebSocket socket) {
        open.remove(socket);
    }

    int count() {
        return open.size();
    }

    /// @param type `node`, `cluster`
    void changed(String type, ObjectNode resource) {
        var frame = JsonNodeFactory.instance.objectNode().put("name", "resource.change");
        frame.set("data", resource);
        var text = frame.toString();
        open.forEach((socket, types) -> {
            if (types.contains(type)) {
                say(socket, text);
            }
        });
    }

    private void say(WebSocket socket, String text) {
        try {
            socket.say(text);
        } catch (IOException e) {
            open.remove(socket);
        }
    }

    /// As a proxy does that has seen nothing for a while.
    void cutAll() throws IOException {
        var all = List.copyOf(open.keySet());
        open.clear();
        for (var socket : all) {
            socket.cut();
        }
    }
}
