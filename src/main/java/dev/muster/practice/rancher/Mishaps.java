package dev.muster.practice.rancher;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What goes wrong next; each mishap happens once, to the first request that it is meant for. Safe for many threads.
public final class Mishaps {

    private record Meant(String method, String path, Mishap mishap) {

        boolean isFor(Request request) {
            return request.is(method) && request.path().startsWith(path);
        }
    }

    private final List<Meant> waiting = new ArrayList<>();
    private boolean withoutWebSockets;
    private boolean withoutTokens;

    /// @param method `POST`
    /// @param path   how the request's path begins: `/v3/clusters`
    public synchronized void next(String method, String path, Mishap mishap) {
        waiting.add(new Meant(method, path, mishap));
    }

    /// Whether a proxy in between knows no websockets.
    public synchronized void refuseWebSockets(boolean refuse) {
        withoutWebSockets = refuse;
    }

    /// Whether registration commands come with `{token}` in the token's place, as they do when they are read past
    /// Rancher (rancher-today §3.3).
    public synchronized void keepTokensBack(boolean keep) {
        withoutTokens = keep;
    }

    synchronized boolean refusesWebSockets() {
        return withoutWebSockets;
    }

    synchronized boolean keepsTokensBack() {
        return withoutTokens;
    }

    synchronized Optional<Mishap> take(Request request) {
        var found = waiting.stream().filter(meant -> meant.isFor(request)).findFirst();
        found.ifPresent(waiting::remove);
        return found.map(Meant::mishap);
    }
}
