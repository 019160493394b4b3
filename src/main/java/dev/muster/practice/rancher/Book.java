package dev.muster.practice.rancher;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// All that this Rancher knows. One thread at a time: [Api] sees to it.
final class Book {

    private static final int PART_OF_AN_ID = 5;
    private static final int PART_OF_TODAYS_ID = 8;
    private static final int REGISTRATION_TOKEN = 54;

    private final Release release;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Map<String, String> tokens = new HashMap<>();
    private final Map<String, Cluster> clusters = new LinkedHashMap<>();
    private String password;
    private boolean mustChange;

    /// @param password of the user `admin`
    Book(Release release, Authority authority, String password) {
        this.release = release;
        this.password = password;
        this.mustChange = password.equals("admin");
        settings.put("server-version", release.version());
        settings.put("cacerts", authority.pem());
        settings.put("ca-checksum", authority.checksum());
        settings.put("first-login", "true");
        settings.put("server-url", "");
        settings.put("agent-image", "rancher/rancher-agent:" + release.version());
        settings.put("windows-agent-image", "rancher/rancher-agent:" + release.version() + "-nanoserver-1803");
        settings.put("k8s-version", release.isToday() ? "v1.35.7+rke2r1" : "v1.11.6-rancher1-1");
        settings.put(
                "k8s-version-to-images",
                "{\"v1.9.7-rancher2-2\":{},\"v1.10.12-rancher1-1\":{},\"v1.11.6-rancher1-1\":{},"
                        + "\"v1.12.4-rancher1-1\":{}}");
        settings.put("password-min-length", "12");
    }

    Release release() {
        return release;
    }

    Map<String, String> settings() {
        return settings;
    }

    String setting(String name) {
        return settings.getOrDefault(name, "");
    }

    boolean isPassword(String given) {
        return given.equals(password);
    }

    boolean mustChange() {
        return mustChange;
    }

    void change(String newPassword) {
        password = newPassword;
        mustChange = false;
        settings.put("first-login", "false");
    }

    /// A new token for the API: `token-xxxxx:secret`.
    String issue() {
        var id = "token-" + Letters.word(PART_OF_AN_ID);
        var secret = Letters.word(REGISTRATION_TOKEN);
        tokens.put(id, secret);
        return id + ":" + secret;
    }

    boolean admits(String token) {
        var colon = token.indexOf(':');
        return colon > 0 && token.substring(colon + 1).equals(tokens.get(token.substring(0, colon)));
    }

    void revoke(String token) {
        var colon = token.indexOf(':');
        tokens.remove(colon < 0 ? token : token.substring(0, colon));
    }

    void revokeAll() {
        tokens.clear();
    }

    Collection<Cluster> clusters() {
        return clusters.values();
    }

    Optional<Cluster> cluster(String id) {
        return Optional.ofNullable(clusters.get(id));
    }

    Optional<Cluster> named(String name) {
        return clusters.values().stream()
                .filter(cluster -> cluster.name().equalsIgnoreCase(name))
                .findFirst();
    }

    Cluster make(String name, JsonNode asked) {
        var id = release.isToday() ? "c-m-" + Letters.word(PART_OF_TODAYS_ID) : "c-" + Letters.word(PART_OF_AN_ID);
        var cluster = new Cluster(id, name, asked);
        clusters.put(id, cluster);
        if (release.isToday()) {
            rotate(cluster);
        }
        return cluster;
    }

    /// A new registration token, and the only one.
    void rotate(Cluster cluster) {
        cluster.tokens().clear();
        cluster.tokens().add(Letters.word(REGISTRATION_TOKEN));
    }

    Optional<Cluster> registering(String token) {
        return clusters.values().stream()
                .filter(cluster -> cluster.tokens().contains(token))
                .findFirst();
    }

    List<Node> nodes(String cluster) {
        var nodes = new ArrayList<Node>();
        clusters.values().stream()
                .filter(each -> cluster.isEmpty() || each.id().equals(cluster))
                .forEach(each -> nodes.addAll(each.nodes()));
        return nodes;
    }

    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
