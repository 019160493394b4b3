package dev.muster.practice.rancher;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What was asked of it, for tests that count. Never a header or a body: there are secrets in them. Safe for many
/// threads.
public final class Asked {

    /// @param path without the query
    public record Once(Instant when, String method, String path) {}

    private final List<Once> all = new ArrayList<>();

    synchronized void add(Request request) {
        all.add(new Once(Instant.now(), request.method(), request.path()));
    }

    public synchronized List<Once> all() {
        return List.copyOf(all);
    }

    /// Requests that change something, in their order: `POST /v3/clusters`.
    public List<String> changes() {
        return all().stream()
                .filter(once -> !once.method().equals("GET"))
                .map(once -> once.method() + " " + once.path())
                .toList();
    }
}
