package dev.muster.bench;

import dev.muster.base.HostName;
import dev.muster.catalog.Catalog;
import dev.muster.probe.Probed;
import dev.muster.probe.Prober;
import dev.muster.probe.mesh.MeshProber;
import dev.muster.probe.mesh.PortAnswer;
import dev.muster.remote.Opened;
import dev.muster.remote.SshReach;
import dev.muster.remote.Trust;
import dev.muster.setup.ClusterSettings;
import dev.muster.setup.Goal;
import dev.muster.setup.Host;
import dev.muster.setup.Limits;
import dev.muster.setup.Login;
import dev.muster.setup.Os;
import dev.muster.setup.RancherSettings;
import dev.muster.setup.Role;
import dev.muster.setup.Setup;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// The network between fifty hosts of `src/bench/sshds`, each with every role of an RKE2 cluster, so that all of them
/// try thirteen ports of all others, the largest packet, latency and loss. Signing in isn't counted. Needs root, and
/// nothing on this machine that listens on Kubernetes' ports.
public final class Mesh {

    private static final int HOSTS = 50;
    private static final int TIMES = 3;

    private Mesh() {}

    public static void main(String[] words) throws IOException, InterruptedException {
        try (var sshds = Sshds.up()) {
            measure(sshds);
        }
    }

    private static void measure(Sshds sshds) throws InterruptedException {
        var trust = new Trust(sshds.folder().resolve("trust"), List.of());
        var login = Login.withKey("root", "root", sshds.key());
        var hosts = IntStream.rangeClosed(1, HOSTS)
                .mapToObj(number -> host(number, login))
                .toList();
        var setup = new Setup(
                "bench",
                Goal.JOIN,
                new RancherSettings("v2.12", RancherSettings.Edition.COMMUNITY, "https://rancher.example", null),
                new ClusterSettings(
                        "bench",
                        "",
                        ClusterSettings.Distribution.RKE2,
                        ClusterSettings.Network.CANAL,
                        "10.42.0.0/16",
                        "10.43.0.0/16"),
                List.of(),
                List.of(),
                hosts,
                List.of(),
                Limits.DEFAULT);
        try (var reach = new SshReach(trust, (_, _) -> null, Limits.DEFAULT)) {
            var probed = new HashMap<HostName, Probed>();
            for (var host : hosts) {
                if (reach.open(host) instanceof Opened.KeyUnknown unknown) {
                    trust.confirm(unknown.offered());
                }
                reach.open(host);
            }
            var one = new Prober(reach).probe(hosts.getFirst());
            hosts.forEach(host -> probed.put(host.name(), new Probed(host, one.ladder(), one.facts(), one.at())));
            var prober = new MeshProber(reach, 32, new SecureRandom(), InstantSource.system());
            for (var time = 0; time < TIMES; time++) {
                var began = System.nanoTime();
                var mesh = prober.probe(setup, probed, Catalog.shipped().ports(), _ -> {});
                var took = Duration.ofNanos(System.nanoTime() - began);
                var answers = new TreeMap<String, Integer>();
                mesh.passages().values().stream()
                        .flatMap(passage -> passage.ports().values().stream())
                        .map(Mesh::kind)
                        .forEach(kind -> answers.merge(kind, 1, Integer::sum));
                System.out.println(String.format(
                        Locale.ROOT,
                        "| %d hosts, %d pairs | %.1f s | %s |",
                        HOSTS,
                        mesh.passages().size(),
                        took.toMillis() / 1000.0,
                        answers));
            }
        }
    }

    private static String kind(PortAnswer answer) {
        return answer instanceof PortAnswer.NotTried(var why)
                ? why
                : answer.getClass().getSimpleName();
    }

    private static Host host(int number, Login login) {
        var address = "127.0.0." + number;
        var name = new HostName("h" + number);
        return new Host(
                name,
                address,
                2222,
                Os.LINUX,
                EnumSet.of(Role.ETCD, Role.CONTROLPLANE, Role.WORKER),
                login,
                null,
                address,
                name,
                new TreeMap<>(),
                List.of());
    }
}
