package dev.muster.rancher;

import dev.muster.base.ProblemException;
import dev.muster.base.Redactor;
import dev.muster.base.Secret;
import dev.muster.rancher.ApiFailure.Kind;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// One Rancher, by its API. Nothing goes out before the first question; whoever opens it closes it. Safe for many
/// threads. Whatever can't be answered is a [ProblemException].
public final class Rancher implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration ID_LIMIT = Duration.ofMinutes(1);
    private static final String TODAYS_CLUSTERS = "/v1/provisioning.cattle.io.clusters";
    private static final String TOKENS = "/v3/clusterregistrationtokens";

    private final Wire wire;
    private final Session session;
    private final Complaints complaints;

    /// @param server    `https://host[:port]`
    /// @param confirmed whether the admin has confirmed this very certificate; asked when no authority vouches
    ///     for it
    /// @param redactor  gets to know every token
    public Rancher(
            String server,
            Authorities authorities,
            Predicate<X509Certificate> confirmed,
            Credentials credentials,
            Redactor redactor) {
        this(server, authorities, confirmed, credentials, redactor, Turnstile.DISTANCE, PAUSE);
    }

    /// @param distance between two requests
    /// @param pause    before what went wrong is tried again
    Rancher(
            String server,
            Authorities authorities,
            Predicate<X509Certificate> confirmed,
            Credentials credentials,
            Redactor redactor,
            Duration distance,
            Duration pause) {
        this.wire = new Wire(server, new Vouching(authorities, confirmed), new Turnstile(distance), redactor, pause);
        this.session = new Session(wire, credentials, redactor, authorities);
        this.complaints = session.complaints();
    }

    /// Signs in, and says which Rancher it is.
    public ServerVersion version() throws InterruptedException {
        var said = setting("server-version");
        if (!ServerVersion.isOne(said)) {
            throw complaints.notToday(said);
        }
        return new ServerVersion(said);
    }

    /// @return empty: no such setting, or one without a value
    public String setting(String name) throws InterruptedException {
        try {
            return session.send(Call.get("/v3/settings/" + name)).path("value").asString("");
        } catch (ApiFailure failure) {
            if (failure.kind() == Kind.NOT_FOUND) {
                return "";
            }
            throw session.problem(failure);
        }
    }

    /// The Kubernetes versions that a server of 2.1 offers for new clusters (rancher-2.1 §2.3).
    public List<String> offeredKubernetes() throws InterruptedException {
        var json = setting("k8s-version-to-images");
        try {
            return json.isEmpty()
                    ? List.of()
                    : new JsonMapper()
                            .readTree(json).propertyNames().stream().sorted().toList();
        } catch (JacksonException e) {
            return List.of();
        }
    }

    public FirstSignIn firstSignIn() {
        return new FirstSignIn(session);
    }

    /// The custom cluster of this name; names are told apart without their case.
    public Optional<ClusterId> find(ServerVersion version, String name) throws InterruptedException {
        if (!version.isToday()) {
            return all("/v3/clusters?limit=1000").stream()
                    .filter(cluster -> cluster.path("name").asString("").equalsIgnoreCase(name))
                    .map(cluster -> new ClusterId(cluster.path("id").asString("")))
                    .findFirst();
        }
        try {
            var cluster = session.send(Call.get(TODAYS_CLUSTERS + "/fleet-default/" + name));
            return Optional.of(todaysId(name, cluster));
        } catch (ApiFailure failure) {
            if (failure.kind() == Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw session.problem(failure);
        }
    }

    private ClusterId todaysId(String name, JsonNode seen) throws InterruptedException {
        var end = System.nanoTime() + ID_LIMIT.toNanos();
        var id = seen.path("status").path("clusterName").asString("");
        while (id.isEmpty()) {
            if (System.nanoTime() - end > 0) {
                throw complaints.noId(name, ID_LIMIT.toSeconds() + " s");
            }
            id = session.ask(Call.get(TODAYS_CLUSTERS + "/fleet-default/" + name))
                    .path("status")
                    .path("clusterName")
                    .asString("");
        }
        return new ClusterId(id);
    }

    /// Makes the cluster that the call asks for ([ClusterCalls]). When the answer is lost, it is looked for.
    public ClusterId make(ServerVersion version, String name, Call call) throws InterruptedException {
        try {
            var made = session.send(call);
            return version.isToday()
                    ? todaysId(name, made)
                    : new ClusterId(made.path("id").asString(""));
        } catch (ApiFailure failure) {
            if (failure.code().equals("NotUnique") || failure.code().equals("AlreadyExists")) {
                throw complaints.nameTaken(name);
            }
            if (failure.kind() != Kind.LOST) {
                throw session.problem(failure);
            }
        }
        try {
            return find(version, name).orElseThrow(() -> complaints.creationUnsure(name));
        } catch (ProblemException e) {
            throw complaints.creationUnsure(name);
        }
    }

    /// The commands by which hosts join. Never keep them: today's token changes by itself.
    ///
    /// @return empty: the cluster of a 2.1 has no registration token yet ([#makeCommands])
    public Optional<JoinCommands> commands(ClusterId cluster) throws InterruptedException {
        return all(TOKENS + "?clusterId=" + cluster.value()).stream()
                .filter(token -> !token.path("id").asString("").endsWith(":system"))
                .findFirst()
                .map(token -> commands(cluster, token));
    }

    /// @param cluster its id, or what stands for it as long as there is none
    static Call commandsCall(String cluster) {
        return Call.post(
                TOKENS,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("type", "clusterRegistrationToken")
                        .put("clusterId", cluster));
    }

    public JoinCommands makeCommands(ClusterId cluster) throws InterruptedException {
        return commands(cluster, session.ask(commandsCall(cluster.value())));
    }

    String server() {
        return wire.server();
    }

    Complaints complaints() {
        return complaints;
    }

    private JoinCommands commands(ClusterId cluster, JsonNode token) {
        var secret = token.path("token").asString("");
        var linux = token.path("nodeCommand").asString("");
        var windows = token.path("windowsNodeCommand").asString("");
        if (linux.contains("{token}") || windows.contains("{token}")) {
            throw complaints.keptBack(cluster.value());
        }
        if (linux.isEmpty()) {
            throw secret.isEmpty() ? complaints.keptBack(cluster.value()) : complaints.noCommand(cluster.value());
        }
        var commands = new JoinCommands(Secret.of(linux), Secret.of(windows));
        session.learn(Secret.of(secret));
        return commands;
    }

    /// Starts to watch the cluster's nodes; whoever starts it closes it.
    public NodeWatch watch(ClusterId cluster) {
        return NodeWatch.start(cluster, wire, session, NodeWatch.Rhythm.USUAL);
    }

    /// The same, of a cluster that must be there.
    public NodeWatch watch(String cluster) throws InterruptedException {
        return watch(find(version(), cluster).orElseThrow(() -> complaints.noCluster(cluster)));
    }

    NodeWatch watch(ClusterId cluster, NodeWatch.Rhythm rhythm) {
        return NodeWatch.start(cluster, wire, session, rhythm);
    }

    private List<JsonNode> all(String path) throws InterruptedException {
        try {
            return Pages.all(session, wire.server(), path);
        } catch (ApiFailure failure) {
            throw session.problem(failure);
        }
    }

    static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    @Override
    public void close() {
        try {
            session.end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            wire.close();
        }
    }
}
