package dev.muster.practice.rancher;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A node as Rancher sees it. It moves when its agent calls in; nothing else moves it.
final class Node {

    /// rancher-2.1 §2.6; `error` is a word that goes with any of them.
    enum Stage {
        REGISTERING,
        PROVISIONING,
        ACTIVE
    }

    /// What an agent says of its host.
    ///
    /// @param roles `etcd`, `controlplane`, `worker`
    /// @param os    `linux`, `windows`
    record Told(String name, Set<String> roles, String address, String os) {}

    private static final int DIGITS_OF_AN_ID = 12;

    private final String cluster;
    private final String name;
    private final Set<String> roles;
    private final String address;
    private final String os;
    private Stage stage = Stage.REGISTERING;
    private String trouble = "";

    /// @param roles `etcd`, `controlplane`, `worker`
    /// @param os    `linux`, `windows`
    Node(String cluster, String name, Set<String> roles, String address, String os) {
        this.cluster = cluster;
        this.name = name;
        this.roles = Set.copyOf(roles);
        this.address = address;
        this.os = os;
    }

    /// Two hosts of the same name have the same id, and the later one takes the place of the other (rancher-2.1
    /// §1.5).
    String id() {
        return cluster + ":m-" + md5(name).substring(0, DIGITS_OF_AN_ID);
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }

    String cluster() {
        return cluster;
    }

    String name() {
        return name;
    }

    Stage stage() {
        return stage;
    }

    boolean has(String role) {
        return roles.contains(role);
    }

    boolean bears() {
        return has("etcd") || has("controlplane");
    }

    void reach(Stage next) {
        stage = next;
    }

    void stumble(String why) {
        trouble = why;
    }

    ObjectNode json() {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("id", id())
                .put("type", "node")
                .put("baseType", "node")
                .put("clusterId", cluster)
                .put("requestedHostname", name)
                .put("hostname", name)
                .put("nodeName", stage == Stage.ACTIVE ? name : "")
                .put("ipAddress", address)
                .put("etcd", has("etcd"))
                .put("controlPlane", has("controlplane"))
                .put("worker", has("worker"))
                .put("state", stage.name().toLowerCase(Locale.ROOT))
                .put("transitioning", !trouble.isEmpty() ? "error" : stage == Stage.ACTIVE ? "no" : "yes")
                .put("transitioningMessage", trouble.isEmpty() ? message() : trouble);
        json.putObject("labels").put("beta.kubernetes.io/os", os);
        return json;
    }

    private String message() {
        return switch (stage) {
            case REGISTERING -> "waiting to register with Kubernetes";
            case PROVISIONING -> "waiting for the plan to be applied";
            case ACTIVE -> "";
        };
    }
}
