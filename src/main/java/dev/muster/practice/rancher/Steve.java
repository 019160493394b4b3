package dev.muster.practice.rancher;

import tools.jackson.databind.node.JsonNodeFactory;

/// `/v1` of today: clusters as they are provisioned, and their registration tokens.
///
/// Source: rancher-today facts §§3.2, 3.3.
record Steve(Book book, Commands commands, Watchers watchers, Mishaps mishaps) {

    Reply clusters(Request request) throws Refusal {
        if (request.is("GET")) {
            var collection = JsonNodeFactory.instance.objectNode().put("type", "collection");
            var all = collection.putArray("data");
            book.clusters().forEach(cluster -> all.add(cluster.steve()));
            return Reply.ok(collection);
        }
        var body = request.json();
        Shapes.CLUSTER_TODAY.check(body, "");
        var name = body.path("metadata").path("name").asString();
        if (book.named(name).isPresent()) {
            throw new Refusal(
                    409, "AlreadyExists", "", "clusters.provisioning.cattle.io \"" + name + "\" already exists");
        }
        var cluster = book.make(name, body);
        watchers.changed("cluster", cluster.norman());
        return Reply.created(cluster.steve());
    }

    /// `/v1/provisioning.cattle.io.clusters/fleet-default/NAME`
    Reply cluster(String name) throws Refusal {
        var cluster = book.named(name).orElseThrow(() -> Refusal.notFound("the cluster " + name));
        cluster.look();
        return Reply.ok(cluster.steve());
    }

    /// `/v1/management.cattle.io.clusterregistrationtokens/CLUSTER/default-token`
    Reply registrationToken(String cluster, String name) throws Refusal {
        var found = book.cluster(cluster)
                .filter(_ -> name.equals("default-token"))
                .orElseThrow(() -> Refusal.notFound(cluster + "/" + name));
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("id", cluster + "/" + name)
                .put("type", "management.cattle.io.clusterregistrationtoken");
        json.set("status", commands.of(found, mishaps.keepsTokensBack()));
        return Reply.ok(json);
    }
}
