package dev.muster.rancher;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// A collection that comes in pages (rancher-2.1 §2: a hundred at a time, or as many as `limit` says, up to 1000).
final class Pages {

    /// 200 nodes are one page; nobody has this many
    private static final int MOST = 100;

    private Pages() {}

    static List<JsonNode> all(Session session, String server, String path) throws ApiFailure, InterruptedException {
        var all = new ArrayList<JsonNode>();
        var next = path;
        for (var page = 0; page < MOST && !next.isEmpty(); page++) {
            var answer = session.send(Call.get(next));
            all.addAll(Rancher.list(answer.path("data")));
            var told = answer.path("pagination").path("next").asString("");
            // a link that leads elsewhere gets no token
            next = told.startsWith(server + "/") ? told.substring(server.length()) : "";
        }
        return all;
    }
}
