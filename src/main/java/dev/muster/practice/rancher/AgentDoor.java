package dev.muster.practice.rancher;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Where agents call in, and nodes move on for it.
///
/// Source: rancher-2.1 facts §§1.5, 2.1; rancher-today facts §§2.3.4, 3.1.3.
final class AgentDoor {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final Book book;
    private final Watchers watchers;
    private final Map<String, Node> machines = new HashMap<>();

    AgentDoor(Book book, Watchers watchers) {
        this.book = book;
        this.watchers = watchers;
    }

    /// 2.1, first call: `/v3/connect/register`, a websocket.
    Reply register(Request request) throws Refusal {
        var cluster = cluster(request.header("X-API-Tunnel-Token"));
        if (!request.wantsWebSocket()) {
            throw new Refusal(400, "BadRequest", "", "not a websocket handshake");
        }
        register(cluster, node(cluster, parameters(request).path("node")));
        return new Reply.Tunnel();
    }

    private void register(Cluster cluster, Node node) {
        cluster.take(node);
        tell(cluster, node);
    }

    /// 2.1, every call after: `/v3/connect/config`.
    Reply config(Request request) throws Refusal {
        var cluster = cluster(request.header("X-API-Tunnel-Token"));
        var name = Book.lower(
                parameters(request).path("node").path("requestedHostname").asString(""));
        var node = cluster.node(name).orElseThrow(() -> Refusal.notFound("the node " + name));
        callIn(cluster, node);
        return Reply.ok(JsonNodeFactory.instance.objectNode().put("clusterName", cluster.id()));
    }

    private void callIn(Cluster cluster, Node node) {
        cluster.callsIn(node);
        tell(cluster, node);
    }

    /// The agent of a practice host, which is in this process and needs no line.
    void calls(String token, Node.Told told) throws Refusal {
        var cluster = cluster(token);
        var known = cluster.node(told.name());
        if (known.isPresent()) {
            callIn(cluster, known.get());
        } else {
            register(cluster, new Node(cluster.id(), told.name(), told.roles(), told.address(), told.os()));
        }
    }

    private static JsonNode parameters(Request request) throws Refusal {
        try {
            var text = Base64.getDecoder().decode(request.header("X-API-Tunnel-Params"));
            return MAPPER.readTree(new String(text, StandardCharsets.UTF_8));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new Refusal(400, "BadRequest", "", "X-API-Tunnel-Params isn't JSON in base64");
        }
    }

    private static Node node(Cluster cluster, JsonNode told) throws Refusal {
        var name = Book.lower(told.path("requestedHostname").asString(""));
        if (name.isEmpty()) {
            throw new Refusal(400, "BadRequest", "", "a node without requestedHostname");
        }
        var roles = new HashSet<String>();
        for (var role : Map.of("etcd", "etcd", "controlPlane", "controlplane", "worker", "worker")
                .entrySet()) {
            if (told.path(role.getKey()).asBoolean(false)) {
                roles.add(role.getValue());
            }
        }
        // a node without a role is shown as a worker (rancher-2.1 §1.5)
        return new Node(
                cluster.id(),
                name,
                roles.isEmpty() ? Set.of("worker") : roles,
                told.path("customConfig").path("address").asString(""),
                "linux");
    }

    /// Today, every call: `/v3/connect/agent`.
    Reply today(Request request) throws Refusal {
        var cluster = cluster(request.header("Authorization").replaceFirst("(?i)^Bearer ", ""));
        var id = request.header("X-Cattle-Id");
        if (id.isEmpty()) {
            throw new Refusal(400, "BadRequest", "", "a machine without X-Cattle-Id");
        }
        var node = machines.get(id);
        if (node == null) {
            node = machine(cluster, request);
            machines.put(id, node);
            cluster.take(node);
        } else {
            cluster.callsIn(node);
        }
        tell(cluster, node);
        var info = JsonNodeFactory.instance.objectNode();
        info.put("namespace", "fleet-default")
                .put("secretName", "custom-" + node.id().substring(node.id().length() - 12));
        return Reply.ok(info);
    }

    private static Node machine(Cluster cluster, Request request) throws Refusal {
        var name = Book.lower(request.header("X-Cattle-Node-Name"));
        if (name.isEmpty()) {
            throw new Refusal(400, "BadRequest", "", "practice Rancher wants X-Cattle-Node-Name");
        }
        var roles = new HashSet<String>();
        for (var role : Set.of("etcd", "controlplane", "worker")) {
            if (request.header("X-Cattle-Role-" + role).equals("true")) {
                roles.add(role);
            }
        }
        var os = request.header("X-Cattle-Labels").contains("cattle.io/os=windows") ? "windows" : "linux";
        return new Node(cluster.id(), name, roles, request.header("X-Cattle-Address"), os);
    }

    private Cluster cluster(String token) throws Refusal {
        return book.registering(token).orElseThrow(Refusal::unauthorized);
    }

    private void tell(Cluster cluster, Node node) {
        watchers.changed("node", node.json());
        watchers.changed("cluster", cluster.norman());
    }
}
