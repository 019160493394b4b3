package dev.muster.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.muster.assess.Checks;
import dev.muster.assess.Situation;
import dev.muster.base.Bytes;
import dev.muster.base.HostName;
import dev.muster.base.Reading;
import dev.muster.base.Secret;
import dev.muster.catalog.Catalog;
import dev.muster.catalog.KernelModule;
import dev.muster.catalog.Sysctl;
import dev.muster.probe.Cgroups;
import dev.muster.probe.Clock;
import dev.muster.probe.DiskSpace;
import dev.muster.probe.Docker;
import dev.muster.probe.Facts;
import dev.muster.probe.Firewall;
import dev.muster.probe.InterfaceAddress;
import dev.muster.probe.Listener;
import dev.muster.probe.Membership;
import dev.muster.probe.ModuleState;
import dev.muster.probe.OsRelease;
import dev.muster.probe.Probed;
import dev.muster.probe.Resolver;
import dev.muster.probe.Route;
import dev.muster.probe.SelinuxMode;
import dev.muster.probe.TimeSync;
import dev.muster.setup.ClusterSettings;
import dev.muster.setup.ClusterSettings.Distribution;
import dev.muster.setup.ClusterSettings.Network;
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
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Every check over 1,000 hosts that answered: processor seconds of this process, all its threads, beyond its start.
/// The first round is a cold one, as `muster check` has it; reading the catalogue is told apart.
public final class Assess {

    private static final Catalog CATALOG = Catalog.shipped();

    private static final int HOSTS = 1_000;
    private static final int ROUNDS = 5;
    private static final double SECOND = 1e9;

    private Assess() {}

    public static void main(String[] arguments) {
        var start = processor();
        CATALOG.lines();
        CATALOG.windows();
        CATALOG.ports();
        CATALOG.sizes();
        CATALOG.disks();
        CATALOG.limits();
        CATALOG.isolation();
        CATALOG.kernel(Distribution.RKE1);
        System.out.println(String.format(
                Locale.ROOT, "reading the catalogue: %.2f s of processor", (processor() - start) / SECOND));
        var setup = setup();
        var facts = setup.hosts().stream().collect(Collectors.toMap(Host::name, Assess::probed));
        System.out.println("| round | processor, s | findings |");
        System.out.println("| --- | --- | --- |");
        for (var round = 1; round <= ROUNDS; round++) {
            var before = processor();
            var situation = new Situation(setup, new RegistrationReading.Readable(registration()), facts, CATALOG);
            var findings = Checks.shipped().assess(situation).findings().size();
            System.out.println(
                    String.format(Locale.ROOT, "| %d | %.2f | %d |", round, (processor() - before) / SECOND, findings));
        }
    }

    private static long processor() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime();
    }

    private static Setup setup() {
        var login = Login.withKey("ops", "ops", Path.of("id_ed25519"));
        var hosts = IntStream.range(0, HOSTS)
                .mapToObj(number -> Host.linux(
                        new HostName("lin" + number),
                        address(number),
                        number < 3 ? EnumSet.of(Role.ETCD, Role.CONTROLPLANE) : EnumSet.of(Role.WORKER),
                        login))
                .toList();
        return new Setup(
                "factory",
                Goal.JOIN,
                new RancherSettings("v2.1.6", RancherSettings.Edition.COMMUNITY, "https://rancher.example.org", null),
                new ClusterSettings(
                        "factory", "", Distribution.RKE1, Network.FLANNEL_HOST_GW, "10.42.0.0/16", "10.43.0.0/16"),
                List.of(),
                List.of(login),
                hosts,
                List.of(),
                Limits.DEFAULT);
    }

    private static String address(int number) {
        return "10.0." + number / 250 + "." + (number % 250 + 2);
    }

    private static Registration registration() {
        return new Registration(
                "https://rancher.example.org",
                Optional.of(Secret.of("a".repeat(54))),
                "3f1a8ace".repeat(8),
                "rancher/rancher-agent:v2.1.6",
                Os.LINUX,
                Set.of(),
                List.of(),
                List.of());
    }

    private static Probed probed(Host host) {
        return new Probed(host, List.of(), Reading.of(facts(host)), Instant.EPOCH);
    }

    private static Facts facts(Host host) {
        var kernel = CATALOG.kernel(Distribution.RKE1);
        var room = new DiskSpace("/", "ext4", Bytes.gibi(200), Bytes.gibi(150), 10_000_000, 9_000_000);
        Map<String, Reading<DiskSpace>> disks = new HashMap<>();
        for (var path :
                List.of("/var/lib/docker", "/var/lib/kubelet", "/var/lib/rancher", "/var/lib/etcd", "/var/log")) {
            disks.put(path, Reading.of(room));
        }
        return new Facts(
                Reading.of(host.name().value()),
                Reading.of(new OsRelease("ubuntu", "16.04", "Ubuntu 16.04.7 LTS", List.of("debian"))),
                Reading.of("x86_64"),
                Reading.of("4.4.0-142-generic"),
                Reading.of("systemd"),
                Reading.of(4),
                Reading.of(Bytes.gibi(8)),
                Reading.of(new Bytes(0)),
                disks,
                kernel.modules().stream()
                        .collect(Collectors.toMap(KernelModule::name, _ -> Reading.of(ModuleState.LOADED))),
                Reading.of(new Cgroups(1, Set.of("cpu", "cpuacct", "cpuset", "memory"))),
                kernel.sysctls().stream()
                        .collect(Collectors.toMap(Sysctl::name, setting -> Reading.of(setting.wanted()))),
                Reading.of(SelinuxMode.ABSENT),
                Reading.of(new Firewall("none", false, List.of())),
                Reading.of(new Resolver(List.of("10.0.0.2"), List.of(), Reading.of(false))),
                Reading.of("machine-" + host.name()),
                Reading.of("uuid-" + host.name()),
                Reading.of(List.of(
                        new InterfaceAddress("lo", "127.0.0.1", 8, false),
                        new InterfaceAddress("eth0", host.address(), 16, false))),
                Reading.of(List.of(new Route("0.0.0.0/0", "10.0.0.1", "eth0"), new Route("10.0.0.0/16", "", "eth0"))),
                Reading.of(host.address()),
                Reading.of(new Clock(Duration.ZERO, Duration.ofMillis(10))),
                Reading.of(new TimeSync(TimeSync.State.SYNCHRONISED, "chronyd")),
                Reading.of("Etc/UTC"),
                Reading.of(new Docker.Running("17.03.2-ce", "overlay2", "/var/lib/docker", "cgroupfs", "extfs")),
                Reading.of(List.of(new Listener("tcp", "0.0.0.0", 22, "sshd (700)"))),
                Reading.of(new Membership.None()),
                Reading.of(List.of()),
                Reading.of(List.of()),
                Reading.of(List.of()),
                Optional.empty());
    }
}
