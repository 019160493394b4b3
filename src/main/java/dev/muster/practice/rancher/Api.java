package dev.muster.practice.rancher;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Which paths there are, and who may ask. One request at a time.
final class Api {

    /// Readable before anybody has signed in (rancher-2.1 §2.1).
    private static final Set<String> OPEN_SETTINGS = Set.of("cacerts", "first-login", "ui-pl");

    private final Book book;
    private final Mishaps mishaps;
    private final Accounts accounts;
    private final Norman norman;
    private final Steve steve;
    private final AgentDoor agents;
    private final Map<String, String> files = new ConcurrentHashMap<>();

    Api(Book book, Watchers watchers, Mishaps mishaps, String url) {
        var commands = new Commands(book, url);
        this.book = book;
        this.mishaps = mishaps;
        this.accounts = new Accounts(book);
        this.norman = new Norman(book, commands, watchers, mishaps, url);
        this.steve = new Steve(book, commands, watchers, mishaps);
        this.agents = new AgentDoor(book, watchers);
    }

    /// A file that anybody may fetch.
    void serve(String path, String text) {
        files.put(path, text);
    }

    Reply answer(Request request) {
        synchronized (book) {
            try {
                var mishap = mishaps.take(request);
                if (mishap.isEmpty()) {
                    return carryOut(request);
                }
                if (mishap.get() instanceof Mishap.Cut) {
                    carryOut(request);
                }
                return mishap.get().reply();
            } catch (Refusal refusal) {
                return new Reply.Json(refusal.status(), refusal.body());
            }
        }
    }

    /// @return whether the registration token is one of a cluster
    boolean calls(String token, Node.Told told) {
        synchronized (book) {
            try {
                agents.calls(token, told);
                return true;
            } catch (Refusal refusal) {
                return false;
            }
        }
    }

    private Reply carryOut(Request request) throws Refusal {
        var path = List.of(request.path().replaceFirst("^/", "").split("/", -1));
        return switch (path.getFirst()) {
            case "ping" -> Reply.plain("pong");
            case "healthz" -> Reply.plain("ok");
            // with one line break at its end, which the checksum counts (rancher-today §2.3)
            case "cacerts" -> Reply.plain(book.setting("cacerts").stripTrailing() + "\n");
            case "v3-public", "v1-public" -> open(request);
            case "v3" -> v3(request, path.subList(1, path.size()));
            case "v1" -> v1(request, path.subList(1, path.size()));
            default -> {
                var file = files.get(request.path());
                if (file == null) {
                    throw Refusal.notFound(request.path());
                }
                yield Reply.plain(file);
            }
        };
    }

    private Reply open(Request request) throws Refusal {
        var login = request.is("POST") && request.parameter("action").equals("login");
        if (login && request.path().equals("/v3-public/localProviders/local")) {
            return accounts.login(request, Shapes.LOGIN);
        }
        if (request.is("POST")
                && request.path().equals("/v1-public/login")
                && book.release().hasPublicV1()) {
            return accounts.login(request, Shapes.LOGIN_V1);
        }
        throw Refusal.notFound(request.path());
    }

    private Reply v3(Request request, List<String> path) throws Refusal {
        var kind = path.isEmpty() ? "" : path.getFirst().replaceFirst("s$", "");
        if (kind.equals("connect")) {
            return connect(request, path);
        }
        if (kind.equals("setting") && path.size() == 2 && request.is("GET") && OPEN_SETTINGS.contains(path.get(1))) {
            return norman.settings(request, path.get(1));
        }
        var token = admitted(request);
        var whole = kind + (path.size() == 2 ? "/" : "");
        return switch (whole) {
            case "setting/" -> norman.settings(request, path.get(1));
            case "user" ->
                request.is("POST") ? accounts.changePassword(action(request, "changepassword")) : accounts.me();
            case "token" ->
                request.parameter("action").equals("logout") ? accounts.logout(token) : accounts.makeToken(request);
            case "cluster" -> norman.clusters(request);
            case "cluster/" -> norman.cluster(request, path.get(1));
            case "clusterregistrationtoken" -> norman.registrationTokens(request);
            case "node" -> norman.nodes(request);
            case "subscribe" -> subscribe(request);
            default -> throw Refusal.notFound(request.path());
        };
    }

    private static Request action(Request request, String action) throws Refusal {
        if (!request.parameter("action").equals(action)) {
            throw Refusal.notFound("an action but " + action);
        }
        return request;
    }

    private Reply subscribe(Request request) throws Refusal {
        if (mishaps.refusesWebSockets() || !request.wantsWebSocket()) {
            throw new Refusal(400, "BadRequest", "", "not a websocket handshake");
        }
        return new Reply.Watching(Set.copyOf(request.all("resourceTypes")));
    }

    private Reply connect(Request request, List<String> path) throws Refusal {
        var today = book.release().isToday();
        return switch (path.size() == 2 ? path.get(1) : "") {
            case "register" -> agents.register(request);
            case "config" -> agents.config(request);
            case "agent" -> {
                if (!today) {
                    throw Refusal.notFound(request.path());
                }
                yield agents.today(request);
            }
            default -> throw Refusal.notFound(request.path());
        };
    }

    private Reply v1(Request request, List<String> path) throws Refusal {
        if (!book.release().isToday()) {
            throw Refusal.notFound(request.path());
        }
        admitted(request);
        return switch (path.isEmpty() ? "" : path.getFirst()) {
            case "provisioning.cattle.io.clusters" ->
                path.size() == 1 ? steve.clusters(request) : steve.cluster(path.getLast());
            case "management.cattle.io.clusterregistrationtokens" ->
                steve.registrationToken(path.size() == 3 ? path.get(1) : "", path.getLast());
            default -> throw Refusal.notFound(request.path());
        };
    }

    private String admitted(Request request) throws Refusal {
        var token = request.header("Authorization").replaceFirst("(?i)^Bearer ", "");
        if (!book.admits(token)) {
            throw Refusal.unauthorized();
        }
        return token;
    }
}
