package dev.muster.rancher;

import dev.muster.base.ProblemException;
import dev.muster.base.Secret;
import dev.muster.setup.ClusterRequest;
import dev.muster.setup.ClusterRequest.Makes;
import dev.muster.setup.ClusterSettings;
import dev.muster.setup.Os;
import dev.muster.setup.Registration;
import dev.muster.setup.RegistrationReading;
import dev.muster.setup.RegistrationReading.Foretold;
import dev.muster.setup.RegistrationReading.Readable;
import dev.muster.setup.Setup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// How hosts come to register with a cluster: the command that Rancher has, or what must be asked for first. Reads
/// until [#make].
///
/// @param windows whether Windows hosts join, too
public record Registering(Rancher rancher, ClusterSettings cluster, boolean windows) {

    private static final JsonMapper JSON = new JsonMapper();

    public static Registering of(Rancher rancher, Setup setup) {
        return new Registering(
                rancher, setup.cluster(), setup.hosts().stream().anyMatch(host -> host.os() == Os.WINDOWS));
    }

    /// What the cluster's command says, as if it had been pasted; of a cluster that isn't there, what it will
    /// say.
    public RegistrationReading reading() throws InterruptedException {
        var version = rancher.version();
        var found = rancher.find(version, cluster.name());
        if (found.isEmpty()) {
            return foretold(version, requests(version));
        }
        var commands = rancher.commands(found.get());
        return commands.isPresent()
                ? commands.get().registration()
                : foretold(version, List.of(command(found.get().value())));
    }

    private List<ClusterRequest> requests(ServerVersion version) throws InterruptedException {
        var requests = new ArrayList<ClusterRequest>();
        requests.add(request(Makes.CLUSTER, ClusterCalls.of(version, cluster, kubernetes(version))));
        if (!version.isToday()) {
            requests.add(command("<" + cluster.name() + ">"));
        }
        return requests;
    }

    private String kubernetes(ServerVersion version) throws InterruptedException {
        return version.isToday()
                ? KubernetesChoice.today(cluster.kubernetes())
                : KubernetesChoice.line21(rancher.offeredKubernetes(), cluster.kubernetes(), windows);
    }

    private static ClusterRequest command(String id) {
        return request(Makes.REGISTRATION, Rancher.commandsCall(id));
    }

    private static ClusterRequest request(Makes makes, Call call) {
        var body = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(call.body());
        return new ClusterRequest(makes, call.method(), call.path(), body);
    }

    /// Rancher's own settings make up the command (rancher-2.1 §1.5, §2.3).
    private Foretold foretold(ServerVersion version, List<ClusterRequest> requests) throws InterruptedException {
        var server = rancher.setting("server-url");
        var registry = rancher.setting("system-default-registry");
        var image = version.isToday() ? "" : rancher.setting("agent-image");
        return new Foretold(
                new Registration(
                        server.isEmpty() ? rancher.server() : withoutPath(server),
                        Optional.empty(),
                        CaChecksum.of(rancher.setting("cacerts")),
                        registry.isEmpty() || image.isEmpty() ? image : registry + "/" + image,
                        Os.LINUX,
                        Set.of(),
                        List.of(),
                        List.of()),
                requests);
    }

    private static String withoutPath(String url) {
        var host = url.indexOf("://") + 3;
        var path = url.indexOf('/', host);
        return path < 0 ? url : url.substring(0, path);
    }

    /// Makes what the request asks for, unless it is there.
    ///
    /// @return the cluster's id, and whether it was there
    public Made make(ClusterRequest request) throws InterruptedException {
        var version = rancher.version();
        var found = rancher.find(version, cluster.name());
        return switch (request.makes()) {
            case CLUSTER -> {
                if (found.isPresent()) {
                    yield new Made(true, found.get());
                }
                yield new Made(false, rancher.make(version, cluster.name(), call(request)));
            }
            case REGISTRATION -> {
                var id = found.orElseThrow(() -> rancher.complaints().noCluster(cluster.name()));
                var already = rancher.commands(id).isPresent();
                if (!already) {
                    rancher.makeCommands(id);
                }
                yield new Made(already, id);
            }
        };
    }

    private static Call call(ClusterRequest request) {
        return new Call(request.method(), request.path(), (ObjectNode) JSON.readTree(request.body()));
    }

    /// The token as it is now.
    ///
    /// @throws ProblemException when the cluster isn't there, or has no command
    public Secret token() throws InterruptedException {
        var name = cluster.name();
        var found = rancher.find(rancher.version(), name)
                .orElseThrow(() -> rancher.complaints().noCluster(name));
        var commands =
                rancher.commands(found).orElseThrow(() -> rancher.complaints().noTokenYet(name));
        if (commands.registration() instanceof Readable(var registration)) {
            return registration.token().orElseThrow(() -> rancher.complaints().noTokenYet(name));
        }
        throw rancher.complaints().noCommand(name);
    }

    /// @param already it was there before
    public record Made(boolean already, ClusterId cluster) {}
}
