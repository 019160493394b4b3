package dev.muster.practice.rancher;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A custom cluster and its nodes. It is active once it has etcd and a control plane, and every node that bears one
/// of them is active.
final class Cluster {

    private final String id;
    private final String name;
    private final JsonNode asked;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final List<String> tokens = new ArrayList<>();
    private int looks;

    /// @param asked the body that made it
    Cluster(String id, String name, JsonNode asked) {
        this.id = id;
        this.name = name;
        this.asked = asked;
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    JsonNode asked() {
        return asked;
    }

    Collection<Node> nodes() {
        return nodes.values();
    }

    Optional<Node> node(String host) {
        return nodes.values().stream().filter(node -> node.name().equals(host)).findFirst();
    }

    void take(Node node) {
        nodes.put(node.id(), node);
    }

    List<String> tokens() {
        return tokens;
    }

    /// How often somebody has looked at it through `/v1`, this time included.
    int look() {
        return ++looks;
    }

    boolean isComplete() {
        return nodes().stream().anyMatch(node -> node.has("etcd"))
                && nodes().stream().anyMatch(node -> node.has("controlplane"));
    }

    boolean isActive() {
        return isComplete() && nodes().stream().filter(Node::bears).allMatch(node -> node.stage() == Node.Stage.ACTIVE);
    }

    /// A node's agent has called in: it is one step on when what it waits for is there.
    void callsIn(Node node) {
        switch (node.stage()) {
            case REGISTERING -> {
                if (isComplete()) {
                    node.reach(Node.Stage.PROVISIONING);
                }
            }
            case PROVISIONING -> {
                if (node.bears() || isActive()) {
                    node.reach(Node.Stage.ACTIVE);
                }
            }
            case ACTIVE -> {}
        }
    }

    /// As `/v3/clusters` has it.
    ObjectNode norman() {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("type", "cluster")
                .put("baseType", "cluster")
                .put("name", name)
                .put("state", isActive() ? "active" : "provisioning")
                .put("transitioning", isActive() ? "no" : "yes")
                .put("transitioningMessage", message());
        var config = asked.path("rancherKubernetesEngineConfig");
        if (!config.isMissingNode()) {
            json.set("rancherKubernetesEngineConfig", config);
        }
        return json;
    }

    /// As `/v1/provisioning.cattle.io.clusters` has it.
    ObjectNode steve() {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("id", "fleet-default/" + name)
                .put("type", "provisioning.cattle.io.cluster")
                .put("apiVersion", "provisioning.cattle.io/v1")
                .put("kind", "Cluster");
        json.putObject("metadata").put("name", name).put("namespace", "fleet-default");
        json.set("spec", asked.path("spec"));
        var status = json.putObject("status").put("ready", isActive()).put("agentDeployed", isActive());
        if (looks > 1) {
            status.put("clusterName", id);
        }
        return json;
    }

    private String message() {
        if (nodes.isEmpty()) {
            return "waiting for nodes";
        }
        if (!isComplete()) {
            return "waiting for etcd and controlplane nodes to be registered";
        }
        return isActive() ? "" : "Waiting for API to be available";
    }
}
