package dev.muster.practice.rancher;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `/v3`: settings, clusters, registration tokens, nodes. Collections may be asked for in the singular, too.
///
/// Source: rancher-2.1 facts §§2, 2.3 to 2.6.
record Norman(Book book, Commands commands, Watchers watchers, Mishaps mishaps, String url) {

    private static final int PAGE = 100;
    private static final int LARGEST_PAGE = 1000;

    Reply settings(Request request, String name) throws Refusal {
        if (!book.settings().containsKey(name)) {
            throw Refusal.notFound("the setting " + name);
        }
        if (request.is("PUT")) {
            var body = request.json();
            Shapes.SETTING.check(body, "");
            book.settings().put(name, body.path("value").asString());
        }
        return Reply.ok(JsonNodeFactory.instance
                .objectNode()
                .put("id", name)
                .put("type", "setting")
                .put("name", name)
                .put("value", book.setting(name)));
    }

    Reply clusters(Request request) throws Refusal {
        if (request.is("POST")) {
            return make(request);
        }
        var name = request.parameter("name");
        return page(
                request,
                book.clusters().stream()
                        .filter(cluster -> name.isEmpty() || cluster.name().equals(name))
                        .map(Cluster::norman)
                        .toList());
    }

    private Reply make(Request request) throws Refusal {
        if (book.release().isToday()) {
            throw new Refusal(422, "InvalidBodyContent", "", "RKE1 is gone: clusters are made through /v1");
        }
        var body = request.json();
        Shapes.CLUSTER_21.check(body, "");
        var name = body.path("name").asString();
        if (book.named(name).isPresent()) {
            throw new Refusal(422, "NotUnique", "name", "");
        }
        var network = body.path("rancherKubernetesEngineConfig").path("network");
        if (body.path("enableNetworkPolicy").asBoolean(false)
                && !network.path("plugin").asString("").equals("canal")) {
            throw new Refusal(422, "InvalidOption", "enableNetworkPolicy", "only with canal");
        }
        var cluster = book.make(name, body);
        watchers.changed("cluster", cluster.norman());
        return Reply.created(cluster.norman());
    }

    Reply cluster(Request request, String id) throws Refusal {
        var cluster = book.cluster(id).orElseThrow(() -> Refusal.notFound("the cluster " + id));
        if (!request.is("GET")) {
            throw new Refusal(405, "MethodNotAllow", "", "practice Rancher's clusters stay as they are");
        }
        return Reply.ok(cluster.norman());
    }

    Reply registrationTokens(Request request) throws Refusal {
        if (request.is("POST")) {
            var body = request.json();
            Shapes.REGISTRATION_TOKEN.check(body, "");
            var cluster = cluster(body);
            book.rotate(cluster);
            return Reply.created(commands.of(cluster, mishaps.keepsTokensBack()));
        }
        var id = request.parameter("clusterId");
        return page(
                request,
                book
                        .cluster(id)
                        .filter(cluster -> !cluster.tokens().isEmpty())
                        .map(cluster -> commands.of(cluster, mishaps.keepsTokensBack()))
                        .stream()
                        .toList());
    }

    private Cluster cluster(JsonNode body) throws Refusal {
        var id = body.path("clusterId").asString();
        return book.cluster(id).orElseThrow(() -> new Refusal(422, "InvalidReference", "clusterId", id));
    }

    Reply nodes(Request request) {
        return page(
                request,
                book.nodes(request.parameter("clusterId")).stream()
                        .map(Node::json)
                        .toList());
    }

    /// A hundred at a time unless more are asked for, a thousand at most; `pagination.next` leads on.
    private Reply page(Request request, List<ObjectNode> all) {
        var wished = request.parameter("limit");
        var limit = wished.matches("\\d{1,4}") ? Math.min(LARGEST_PAGE, Integer.parseInt(wished)) : PAGE;
        var marker = request.parameter("marker");
        var from = marker.matches("\\d{1,6}") ? Math.min(all.size(), Integer.parseInt(marker)) : 0;
        var to = Math.min(all.size(), from + limit);
        var collection = JsonNodeFactory.instance.objectNode().put("type", "collection");
        collection.putArray("data").addAll(all.subList(from, to));
        var pagination = collection.putObject("pagination").put("limit", limit);
        if (to < all.size()) {
            pagination.put("partial", true).put("next", url + request.path() + "?" + rest(request, limit) + to);
        }
        return Reply.ok(collection);
    }

    private static String rest(Request request, int limit) {
        var id = request.parameter("clusterId");
        return (id.isEmpty() ? "" : "clusterId=" + id + "&") + "limit=" + limit + "&marker=";
    }
}
