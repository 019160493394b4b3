package dev.muster;

import dev.muster.assess.Situation;
import dev.muster.base.HostName;
import dev.muster.base.Reading;
import dev.muster.base.Secret;
import dev.muster.base.Text;
import dev.muster.catalog.Catalog;
import dev.muster.catalog.CatalogWords;
import dev.muster.probe.Facts;
import dev.muster.probe.Probed;
import dev.muster.probe.Rung;
import dev.muster.probe.mesh.Mesh;
import dev.muster.setup.CleanSettings;
import dev.muster.setup.ClusterSettings;
import dev.muster.setup.Goal;
import dev.muster.setup.Host;
import dev.muster.setup.Limits;
import dev.muster.setup.Login;
import dev.muster.setup.Os;
import dev.muster.setup.RancherSettings;
import dev.muster.setup.Registration;
import dev.muster.setup.RegistrationReading;
import dev.muster.setup.Role;
import dev.muster.setup.Setup;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Healthy wholes, of which a test breaks the one thing that it is about.
public final class Given {

    public static final String SERVER = "https://rancher.example.org";
    public static final String CHECKSUM = "3f1a8ace".repeat(8);
    public static final Instant NOW = Instant.parse("2026-11-23T14:02:00Z");

    private static final Catalog CATALOG = Catalog.shipped();

    private Given() {}

    /// A machine that passes every check as any of the hosts of [#setup()] whose address ends with 11.
    public static Facts healthyLinux() {
        return healthyLinuxBut().facts();
    }

    /// The same, to be changed before [HealthyLinux#facts()] is asked for.
    public static HealthyLinux healthyLinuxBut() {
        return new HealthyLinux(11);
    }

    /// `lin1` with every role, `lin2` and `lin3` workers, under Rancher v2.1.6 with flannel host-gw.
    public static Setup setup() {
        return setup(
                host("lin1", 11, Role.ETCD, Role.CONTROLPLANE, Role.WORKER),
                host("lin2", 12, Role.WORKER),
                host("lin3", 13, Role.WORKER));
    }

    public static Setup setup(Host... hosts) {
        return new Setup(
                "factory",
                Goal.JOIN,
                new RancherSettings("v2.1.6", RancherSettings.Edition.COMMUNITY, SERVER, null),
                cluster(ClusterSettings.Network.FLANNEL_HOST_GW, "v1.11.6-rancher1-1"),
                List.of(),
                List.of(),
                List.of(hosts),
                List.of(),
                Limits.DEFAULT);
    }

    public static ClusterSettings cluster(ClusterSettings.Network network, String kubernetes) {
        return new ClusterSettings(
                "factory", kubernetes, ClusterSettings.Distribution.RKE1, network, "10.42.0.0/16", "10.43.0.0/16");
    }

    public static Setup setupWith(RancherSettings rancher, ClusterSettings cluster, Setup setup) {
        return new Setup(
                setup.name(),
                setup.goal(),
                rancher,
                cluster,
                setup.images(),
                setup.logins(),
                setup.hosts(),
                setup.accept(),
                setup.limits());
    }

    /// A Linux host at 10.0.0.LAST.
    /// The same hosts, to be cleaned.
    public static Setup cleaning(Setup setup, CleanSettings clean) {
        return new Setup(
                setup.name(),
                Goal.CLEAN,
                setup.rancher(),
                setup.cluster(),
                setup.images(),
                setup.logins(),
                setup.hosts(),
                setup.accept(),
                setup.limits(),
                clean);
    }

    public static Host host(String name, int last, Role... roles) {
        return Host.linux(new HostName(name), "10.0.0." + last, EnumSet.copyOf(Arrays.asList(roles)), login());
    }

    public static Host windows(String name, int last) {
        return host(name, last, Role.WORKER).withOs(Os.WINDOWS);
    }

    public static Login login() {
        return Login.withKey("ops", "ops", Path.of("id_ed25519"));
    }

    public static Registration registration() {
        return new Registration(
                SERVER,
                Optional.of(Secret.of("a".repeat(54))),
                CHECKSUM,
                "rancher/rancher-agent:v2.1.6",
                Os.LINUX,
                Set.of(),
                List.of(),
                List.of());
    }

    /// Every host of a setup reached and healthy, and so is the network between each two of them.
    public static Situation situation(Setup setup) {
        return situation(setup, healthy(setup));
    }

    /// Every host of a setup reached and healthy.
    public static Map<HostName, Probed> healthy(Setup setup) {
        var probed = new HashMap<HostName, Probed>();
        for (var host : setup.hosts()) {
            var last = Integer.parseInt(host.address().substring(host.address().lastIndexOf('.') + 1));
            probed.put(host.name(), probed(host, new HealthyLinux(last).facts()));
        }
        return probed;
    }

    public static Situation situation(Setup setup, Map<HostName, Probed> probed) {
        return situation(setup, probed, new HealthyMesh(setup).mesh());
    }

    public static Situation situation(Setup setup, Map<HostName, Probed> probed, Mesh mesh) {
        return new Situation(
                setup, new RegistrationReading.Readable(registration()), probed, CATALOG, Reading.of(mesh));
    }

    /// `lin1` alone, with these facts.
    public static Situation lin1(Facts facts) {
        var setup = setup(host("lin1", 11, Role.ETCD, Role.CONTROLPLANE, Role.WORKER));
        var host = setup.hosts().getFirst();
        return situation(setup, Map.of(host.name(), probed(host, facts)));
    }

    public static Probed probed(Host host, Facts facts) {
        return new Probed(host, ladder(Rung.Name.PRIVILEGE, Rung.State.PASSED), Reading.of(facts), NOW);
    }

    /// A host of which only the ladder is known, up to a rung in some state; the ones above weren't reached.
    public static Probed unreached(Host host, Rung.Name rung, Rung.State state) {
        return new Probed(host, ladder(rung, state), Reading.unknown("not reached: " + rung), NOW);
    }

    private static List<Rung> ladder(Rung.Name upTo, Rung.State state) {
        return Arrays.stream(Rung.Name.values())
                .map(name -> rung(
                        name,
                        name.compareTo(upTo) < 0 ? Rung.State.PASSED : name == upTo ? state : Rung.State.NOT_REACHED))
                .toList();
    }

    private static Rung rung(Rung.Name name, Rung.State state) {
        // any words do
        var said = Text.of(CatalogWords.SAME_REVISION);
        return new Rung(name, state, said, said, said);
    }
}
