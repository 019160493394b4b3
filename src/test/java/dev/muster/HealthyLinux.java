package dev.muster;

import dev.muster.base.Bytes;
import dev.muster.base.Reading;
import dev.muster.catalog.Catalog;
import dev.muster.catalog.KernelModule;
import dev.muster.probe.AppArmor;
import dev.muster.probe.Cgroups;
import dev.muster.probe.Clock;
import dev.muster.probe.DiskSpace;
import dev.muster.probe.Docker;
import dev.muster.probe.Facts;
import dev.muster.probe.Firewall;
import dev.muster.probe.FsyncTimes;
import dev.muster.probe.InterfaceAddress;
import dev.muster.probe.Leftover;
import dev.muster.probe.Listener;
import dev.muster.probe.Membership;
import dev.muster.probe.ModuleState;
import dev.muster.probe.NetworkKeeper;
import dev.muster.probe.OsRelease;
import dev.muster.probe.Outlook;
import dev.muster.probe.Resolver;
import dev.muster.probe.Route;
import dev.muster.probe.SelinuxMode;
import dev.muster.probe.TimeSync;
import dev.muster.setup.ClusterSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The facts of an Ubuntu 16.04 that passes every check, one of them changed at will.
public final class HealthyLinux {

    private static final Catalog CATALOG = Catalog.shipped();

    public static final DiskSpace ROOMY =
            new DiskSpace("/", "ext4", Bytes.gibi(200), Bytes.gibi(150), 10_000_000, 9_000_000);

    public Reading<String> hostName;
    public Reading<OsRelease> os =
            Reading.of(new OsRelease("ubuntu", "16.04", "Ubuntu 16.04.7 LTS", List.of("debian")));
    public Reading<String> architecture = Reading.of("x86_64");
    public Reading<String> kernel = Reading.of("4.4.0-142-generic");
    public Reading<String> init = Reading.of("systemd");
    public Reading<Integer> cpus = Reading.of(4);
    public Reading<Bytes> memory = Reading.of(Bytes.gibi(8));
    public Reading<Bytes> swap = Reading.of(new Bytes(0));
    public Map<String, Reading<DiskSpace>> disks = new HashMap<>();
    public Map<String, Reading<ModuleState>> modules;
    public Reading<Cgroups> cgroups =
            Reading.of(new Cgroups(1, Set.of("cpu", "cpuacct", "cpuset", "memory", "devices", "pids")));
    public Map<String, Reading<String>> sysctls = new HashMap<>();
    public Reading<SelinuxMode> selinux = Reading.of(SelinuxMode.ABSENT);
    public Reading<Firewall> firewall = Reading.of(new Firewall("none", false, List.of()));
    public Reading<Resolver> resolver = Reading.of(new Resolver(List.of("10.0.0.2"), List.of(), Reading.of(false)));
    public Reading<String> machineId;
    public Reading<String> productUuid;
    public Reading<List<InterfaceAddress>> addresses;
    public Reading<List<Route>> routes = Reading.of(List.of(
            new Route("0.0.0.0/0", "10.0.0.1", "eth0"),
            new Route("10.0.0.0/24", "", "eth0"),
            new Route("172.17.0.0/16", "", "docker0")));
    public Reading<String> sourceToInternet;
    public Reading<Clock> clock = Reading.of(new Clock(Duration.ZERO, Duration.ofMillis(10)));
    public Reading<TimeSync> timeSync = Reading.of(new TimeSync(TimeSync.State.SYNCHRONISED, "systemd-timesyncd"));
    public Reading<String> timeZone = Reading.of("Etc/UTC");
    public Reading<Docker> docker =
            Reading.of(new Docker.Running("17.03.2-ce", "overlay2", "/var/lib/docker", "cgroupfs", "extfs"));
    public Reading<List<Listener>> listeners = Reading.of(List.of(new Listener("tcp", "0.0.0.0", 22, "sshd (700)")));
    public Reading<Membership> membership = Reading.of(new Membership.None());
    public Reading<List<String>> rancherServers = Reading.of(List.of());
    public Reading<List<Leftover>> leftovers = Reading.of(List.of());
    public Reading<List<String>> etcdMembers = Reading.of(List.of());
    public Reading<AppArmor> appArmor = Reading.of(new AppArmor(true, true));
    public Reading<NetworkKeeper> networkManager = Reading.of(new NetworkKeeper(false, List.of(), false));
    public Reading<String> cattleId = Reading.of("");
    public Reading<FsyncTimes> etcdDisk = Reading.of(
            new FsyncTimes("/var/lib/etcd", 200, Duration.ofMillis(2), Duration.ofMillis(6), Duration.ofMillis(9)));
    public Outlook outlook = HealthyOutlook.whole();

    /// @param last the last number of its address, which also makes its identity its own
    HealthyLinux(int last) {
        hostName = Reading.of("lin" + last % 10);
        machineId = Reading.of("4f1d0c5e9a7b4c3d8e2f10a9b8c7" + last + "00");
        productUuid = Reading.of("4C4C4544-0051-3510-8052-B4C04F4A31" + last);
        addresses = Reading.of(List.of(
                new InterfaceAddress("lo", "127.0.0.1", 8, false),
                new InterfaceAddress("eth0", "10.0.0." + last, 24, false),
                new InterfaceAddress("docker0", "172.17.0.1", 16, false)));
        sourceToInternet = Reading.of("10.0.0." + last);
        for (var path :
                List.of("/var/lib/docker", "/var/lib/kubelet", "/var/lib/rancher", "/var/lib/etcd", "/var/log")) {
            disks.put(path, Reading.of(ROOMY));
        }
        modules = CATALOG.kernel(ClusterSettings.Distribution.RKE1).modules().stream()
                .collect(Collectors.toMap(KernelModule::name, _ -> Reading.of(ModuleState.LOADED)));
        for (var sysctl : CATALOG.kernel(ClusterSettings.Distribution.RKE1).sysctls()) {
            sysctls.put(sysctl.name(), Reading.of(sysctl.wanted()));
        }
    }

    public Facts facts() {
        return new Facts(
                hostName,
                os,
                architecture,
                kernel,
                init,
                cpus,
                memory,
                swap,
                disks,
                modules,
                cgroups,
                sysctls,
                selinux,
                firewall,
                resolver,
                machineId,
                productUuid,
                addresses,
                routes,
                sourceToInternet,
                clock,
                timeSync,
                timeZone,
                docker,
                listeners,
                membership,
                rancherServers,
                leftovers,
                etcdMembers,
                appArmor,
                networkManager,
                cattleId,
                etcdDisk,
                outlook,
                Optional.empty());
    }
}
