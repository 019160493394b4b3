package dev.muster.assess.host;

import static dev.muster.assess.Severity.HARD;
import static dev.muster.assess.Severity.INFO;
import static dev.muster.assess.Severity.SOFT;
import static dev.muster.assess.State.FAILED;
import static dev.muster.assess.State.NOT_APPLICABLE;
import static dev.muster.assess.State.PASSED;
import static dev.muster.assess.State.PENDING;
import static dev.muster.assess.State.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.Given;
import dev.muster.HealthyLinux;
import dev.muster.HealthyWindows;
import dev.muster.assess.Check;
import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.assess.Situation;
import dev.muster.assess.State;
import dev.muster.base.Bytes;
import dev.muster.base.HostName;
import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.catalog.Catalog;
import dev.muster.catalog.Disks;
import dev.muster.catalog.KernelModule;
import dev.muster.catalog.Sysctl;
import dev.muster.probe.Cgroups;
import dev.muster.probe.DiskSpace;
import dev.muster.probe.Docker;
import dev.muster.probe.Facts;
import dev.muster.probe.Firewall;
import dev.muster.probe.InterfaceAddress;
import dev.muster.probe.Leftover;
import dev.muster.probe.Listener;
import dev.muster.probe.Membership;
import dev.muster.probe.ModuleState;
import dev.muster.probe.OsRelease;
import dev.muster.probe.Probed;
import dev.muster.probe.Resolver;
import dev.muster.probe.Route;
import dev.muster.probe.Rung;
import dev.muster.probe.SelinuxMode;
import dev.muster.probe.TimeSync;
import dev.muster.setup.ClusterSettings;
import dev.muster.setup.Host;
import dev.muster.setup.Os;
import dev.muster.setup.RancherSettings;
import dev.muster.setup.Role;
import dev.muster.setup.Setup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// One healthy whole, one thing broken, for every check on a host.
class HostChecksTest {

    private static final HostName LIN1 = new HostName("lin1");

    private static final Set<CheckId> BETWEEN_HOSTS = Set.of(
            CheckId.PORTS_OPEN, CheckId.PORTS_UDP, CheckId.NETWORK_MTU, CheckId.NETWORK_LATENCY, CheckId.NETWORK_LOSS);

    /// @param name   what is broken, as a reader would say it
    /// @param broken changes the healthy facts of `lin1`, which has every role
    record Case(CheckId id, String name, Consumer<HealthyLinux> broken, Severity severity, State state) {

        @Override
        public String toString() {
            return id.id() + ": " + name + " → " + severity + " " + state;
        }
    }

    static List<Case> cases() {
        var all = new ArrayList<Case>();
        machine(all);
        kernel(all);
        network(all);
        docker(all);
        membership(all);
        all.addAll(OutlookCases.all());
        return all;
    }

    private static void machine(List<Case> all) {
        all.add(new Case(CheckId.HOST_OS, "Debian", os("debian", "12"), SOFT, FAILED));
        all.add(new Case(CheckId.HOST_OS, "Ubuntu 18.04", os("ubuntu", "18.04"), SOFT, FAILED));
        all.add(new Case(CheckId.HOST_OS, "nobody's distribution", os("greyharbour", ""), SOFT, FAILED));
        all.add(new Case(CheckId.HOST_OS, "RHEL 7.5", os("rhel", "7.5"), SOFT, PASSED));
        all.add(new Case(CheckId.HOST_OS, "CentOS that leaves out its minor", os("centos", "7"), SOFT, UNKNOWN));
        all.add(new Case(CheckId.HOST_OS, "no os-release", host -> host.os = no(), SOFT, UNKNOWN));
        all.add(new Case(CheckId.HOST_ARCH, "ARM", host -> host.architecture = Reading.of("aarch64"), HARD, FAILED));
        all.add(new Case(CheckId.HOST_ARCH, "not said", host -> host.architecture = no(), HARD, UNKNOWN));
        all.add(new Case(CheckId.HOST_INIT, "a shell", host -> host.init = Reading.of("bash"), HARD, FAILED));
        all.add(new Case(
                CheckId.HOST_INIT, "RancherOS'", host -> host.init = Reading.of("system-dockerd"), HARD, PASSED));
        all.add(new Case(CheckId.HOST_INIT, "not said", host -> host.init = no(), HARD, UNKNOWN));
        all.add(new Case(CheckId.HOST_CPU, "none at all", host -> host.cpus = Reading.of(0), HARD, FAILED));
        all.add(new Case(CheckId.HOST_CPU, "1, at the floor", host -> host.cpus = Reading.of(1), SOFT, FAILED));
        all.add(new Case(CheckId.HOST_CPU, "2, as advised", host -> host.cpus = Reading.of(2), HARD, PASSED));
        all.add(new Case(CheckId.HOST_CPU, "not said", host -> host.cpus = no(), HARD, UNKNOWN));
        // 1 GiB less 5 % is 972.8 MiB, 4 GiB less 5 % is 3891.2 MiB
        all.add(new Case(CheckId.HOST_MEMORY, "972 MiB", memory(972), HARD, FAILED));
        all.add(new Case(CheckId.HOST_MEMORY, "973 MiB", memory(973), SOFT, FAILED));
        all.add(new Case(CheckId.HOST_MEMORY, "3891 MiB", memory(3891), SOFT, FAILED));
        all.add(new Case(CheckId.HOST_MEMORY, "3892 MiB", memory(3892), HARD, PASSED));
        all.add(new Case(CheckId.HOST_MEMORY, "not said", host -> host.memory = no(), HARD, UNKNOWN));
        all.add(new Case(
                CheckId.HOST_DISK_SPACE,
                "below Docker's floor",
                disk("/var/lib/docker", 20, 5 * 1024 - 1),
                HARD,
                FAILED));
        all.add(new Case(
                CheckId.HOST_DISK_SPACE, "at Docker's floor", disk("/var/lib/docker", 20, 5 * 1024), SOFT, FAILED));
        all.add(new Case(
                CheckId.HOST_DISK_SPACE,
                "below Docker's advice",
                disk("/var/lib/docker", 20, 15 * 1024 - 1),
                SOFT,
                FAILED));
        all.add(new Case(
                CheckId.HOST_DISK_SPACE, "at Docker's advice", disk("/var/lib/docker", 20, 15 * 1024), HARD, PASSED));
        // 15 % of 200 GiB is 30 GiB
        all.add(new Case(
                CheckId.HOST_DISK_SPACE,
                "below kubelet's share",
                disk("/var/lib/docker", 200, 30 * 1024 - 1),
                SOFT,
                FAILED));
        all.add(new Case(
                CheckId.HOST_DISK_SPACE, "at kubelet's share", disk("/var/lib/docker", 200, 30 * 1024), HARD, PASSED));
        all.add(new Case(
                CheckId.HOST_DISK_SPACE, "etcd's disk full", disk("/var/lib/etcd", 20, 2 * 1024 - 1), HARD, FAILED));
        all.add(new Case(CheckId.HOST_DISK_SPACE, "not said", host -> host.disks.put("/var/log", no()), HARD, UNKNOWN));
        all.add(new Case(CheckId.HOST_INODES, "just under 5 %", inodes(1000, 49), SOFT, FAILED));
        all.add(new Case(CheckId.HOST_INODES, "5 %", inodes(1000, 50), SOFT, PASSED));
        all.add(new Case(CheckId.HOST_INODES, "btrfs, which doesn't count", inodes(0, 0), SOFT, PASSED));
        all.add(new Case(CheckId.HOST_INODES, "not said", host -> host.disks.put("/var/log", no()), SOFT, UNKNOWN));
        all.add(new Case(CheckId.HOST_SWAP, "one byte", host -> host.swap = Reading.of(new Bytes(1)), SOFT, FAILED));
        all.add(new Case(CheckId.HOST_SWAP, "not said", host -> host.swap = no(), SOFT, UNKNOWN));
        all.add(new Case(CheckId.IDENTITY_MACHINE_ID, "empty", host -> host.machineId = Reading.of(""), SOFT, FAILED));
        all.add(new Case(
                CheckId.IDENTITY_MACHINE_ID,
                "not made yet",
                host -> host.machineId = Reading.of("uninitialized"),
                SOFT,
                FAILED));
        all.add(new Case(CheckId.IDENTITY_MACHINE_ID, "not said", host -> host.machineId = no(), SOFT, UNKNOWN));
        all.add(new Case(
                CheckId.IDENTITY_PRODUCT_UUID,
                "all zeros",
                host -> host.productUuid = Reading.of("00000000-0000-0000-0000-000000000000"),
                INFO,
                FAILED));
        all.add(new Case(CheckId.IDENTITY_PRODUCT_UUID, "not said", host -> host.productUuid = no(), INFO, UNKNOWN));
    }

    private static void kernel(List<Case> all) {
        all.add(new Case(CheckId.HOST_KERNEL, "3.9", host -> host.kernel = Reading.of("3.9.11"), SOFT, FAILED));
        all.add(new Case(
                CheckId.HOST_KERNEL, "3.10", host -> host.kernel = Reading.of("3.10.0-862.el7.x86_64"), SOFT, PASSED));
        all.add(new Case(CheckId.HOST_KERNEL, "nonsense", host -> host.kernel = Reading.of("kernel"), SOFT, UNKNOWN));
        all.add(new Case(CheckId.HOST_KERNEL, "not said", host -> host.kernel = no(), SOFT, UNKNOWN));
        all.add(new Case(
                CheckId.HOST_MODULES,
                "an essential one missing",
                module("br_netfilter", ModuleState.MISSING),
                HARD,
                FAILED));
        all.add(new Case(
                CheckId.HOST_MODULES, "another one missing", module("xt_recent", ModuleState.MISSING), SOFT, FAILED));
        all.add(new Case(
                CheckId.HOST_MODULES,
                "vxlan missing where nobody uses it",
                module("vxlan", ModuleState.MISSING),
                SOFT,
                PASSED));
        all.add(new Case(
                CheckId.HOST_MODULES, "one to be loaded", module("br_netfilter", ModuleState.AVAILABLE), SOFT, PASSED));
        all.add(new Case(CheckId.HOST_MODULES, "built in", module("br_netfilter", ModuleState.BUILT_IN), SOFT, PASSED));
        all.add(new Case(CheckId.HOST_MODULES, "not said", host -> host.modules = Map.of(), SOFT, UNKNOWN));
        all.add(new Case(
                CheckId.HOST_CGROUP,
                "version 2",
                host -> host.cgroups = Reading.of(new Cgroups(2, Set.of("cpu", "cpuset", "memory"))),
                HARD,
                FAILED));
        all.add(new Case(
                CheckId.HOST_CGROUP,
                "no memory",
                host -> host.cgroups = Reading.of(new Cgroups(1, Set.of("cpu", "cpuacct", "cpuset"))),
                HARD,
                FAILED));
        all.add(new Case(CheckId.HOST_CGROUP, "not said", host -> host.cgroups = no(), SOFT, UNKNOWN));
        all.add(new Case(
                CheckId.HOST_SYSCTL,
                "no forwarding",
                host -> host.sysctls.put("net.ipv4.ip_forward", Reading.of("0")),
                INFO,
                FAILED));
        all.add(new Case(
                CheckId.HOST_SYSCTL,
                "not there before its module",
                module("br_netfilter", ModuleState.AVAILABLE)
                        .andThen(host -> host.sysctls.remove("net.bridge.bridge-nf-call-iptables")),
                INFO,
                FAILED));
        all.add(new Case(
                CheckId.HOST_SYSCTL, "not said", host -> host.sysctls.remove("net.ipv4.ip_forward"), INFO, UNKNOWN));
        all.add(new Case(
                CheckId.HOST_SELINUX,
                "enforcing",
                host -> host.selinux = Reading.of(SelinuxMode.ENFORCING),
                SOFT,
                FAILED));
        all.add(new Case(
                CheckId.HOST_SELINUX,
                "permissive",
                host -> host.selinux = Reading.of(SelinuxMode.PERMISSIVE),
                SOFT,
                PASSED));
        all.add(new Case(CheckId.HOST_SELINUX, "not said", host -> host.selinux = no(), SOFT, UNKNOWN));
        all.add(new Case(
                CheckId.CLOCK_SYNCHRONISED, "syncing", sync(TimeSync.State.SYNCING, "chronyd"), SOFT, PENDING));
        all.add(new Case(CheckId.CLOCK_SYNCHRONISED, "off", sync(TimeSync.State.OFF, ""), SOFT, FAILED));
        all.add(new Case(CheckId.CLOCK_SYNCHRONISED, "not said", host -> host.timeSync = no(), SOFT, UNKNOWN));
    }

    private static void network(List<Case> all) {
        all.add(new Case(CheckId.HOST_FIREWALL, "firewalld lets nothing in", firewall("firewalld"), SOFT, FAILED));
        all.add(new Case(
                CheckId.HOST_FIREWALL,
                "one port short",
                firewall("firewalld", "2379-2380/tcp", "6443/tcp", "10250/tcp", "80/tcp", "443/tcp", "30000-32767/tcp"),
                SOFT,
                FAILED));
        all.add(new Case(
                CheckId.HOST_FIREWALL,
                "all open",
                firewall(
                        "ufw",
                        "2379-2380/tcp",
                        "6443/tcp",
                        "10250/tcp",
                        "80/tcp",
                        "443/tcp",
                        "30000-32767/tcp",
                        "30000-32767/udp"),
                SOFT,
                PASSED));
        all.add(new Case(
                CheckId.HOST_FIREWALL,
                "range cut short",
                firewall(
                        "ufw",
                        "2379-2380/tcp",
                        "6443/tcp",
                        "10250/tcp",
                        "80/tcp",
                        "443/tcp",
                        "30000-32766/tcp",
                        "30000-32767/udp"),
                SOFT,
                FAILED));
        all.add(new Case(
                CheckId.HOST_FIREWALL, "rules that aren't said in ports", firewall("nftables"), SOFT, UNKNOWN));
        all.add(new Case(CheckId.HOST_FIREWALL, "not said", host -> host.firewall = no(), SOFT, UNKNOWN));
        all.add(new Case(CheckId.HOST_RESOLV, "itself", resolver(false, "127.0.0.53"), SOFT, FAILED));
        all.add(new Case(CheckId.HOST_RESOLV, "itself in IPv6", resolver(false, "10.0.0.2", "::1"), SOFT, FAILED));
        all.add(new Case(
                CheckId.HOST_RESOLV, "three", resolver(false, "10.0.0.2", "10.0.0.3", "10.0.0.4"), SOFT, PASSED));
        all.add(new Case(
                CheckId.HOST_RESOLV,
                "four",
                resolver(false, "10.0.0.2", "10.0.0.3", "10.0.0.4", "10.0.0.5"),
                SOFT,
                FAILED));
        all.add(new Case(CheckId.HOST_RESOLV, "none", resolver(false), SOFT, FAILED));
        all.add(new Case(CheckId.HOST_RESOLV, "a wildcard", resolver(true, "10.0.0.2"), SOFT, FAILED));
        all.add(new Case(
                CheckId.HOST_RESOLV,
                "no answer about wildcards",
                host -> host.resolver = Reading.of(new Resolver(List.of("10.0.0.2"), List.of(), no())),
                SOFT,
                UNKNOWN));
        all.add(new Case(CheckId.HOST_RESOLV, "not said", host -> host.resolver = no(), SOFT, UNKNOWN));
        all.add(new Case(
                CheckId.ADDRESS_ON_HOST,
                "another's",
                addresses(new InterfaceAddress("eth0", "10.0.0.99", 24, false)),
                HARD,
                FAILED));
        all.add(new Case(CheckId.ADDRESS_ON_HOST, "not said", host -> host.addresses = no(), HARD, UNKNOWN));
        all.add(new Case(
                CheckId.ADDRESS_STATIC,
                "leased",
                addresses(new InterfaceAddress("eth0", "10.0.0.11", 24, true)),
                SOFT,
                FAILED));
        all.add(new Case(CheckId.ADDRESS_STATIC, "not said", host -> host.addresses = no(), SOFT, UNKNOWN));
        all.add(new Case(CheckId.ADDRESS_ROUTE, "told its address", _ -> {}, SOFT, NOT_APPLICABLE));
        all.add(new Case(CheckId.ADDRESS_ROUTE, "translated, and no route", translated(""), SOFT, FAILED));
        all.add(new Case(CheckId.ADDRESS_ROUTE, "translated, with a route", translated("192.168.1.5"), SOFT, PASSED));
        all.add(new Case(
                CheckId.ADDRESS_ROUTE,
                "translated, not said",
                translated("").andThen(host -> host.sourceToInternet = no()),
                SOFT,
                UNKNOWN));
        all.add(new Case(CheckId.PORTS_FREE, "kubelet's taken", listener("tcp", 10250, "java (99)"), HARD, FAILED));
        all.add(new Case(CheckId.PORTS_FREE, "etcd's taken by who knows", listener("tcp", 2379, ""), HARD, FAILED));
        all.add(new Case(
                CheckId.PORTS_FREE, "the same number in UDP", listener("udp", 10250, "java (99)"), HARD, PASSED));
        all.add(new Case(
                CheckId.PORTS_FREE, "vxlan's where nobody uses it", listener("udp", 8472, "x (9)"), HARD, PASSED));
        all.add(new Case(CheckId.PORTS_FREE, "a node port", listener("tcp", 30000, "java (99)"), HARD, PASSED));
        all.add(new Case(CheckId.PORTS_FREE, "not said", host -> host.listeners = no(), HARD, UNKNOWN));
        all.add(new Case(
                CheckId.NETWORK_CIDR, "a route into the pods'", route("10.42.128.0/17", "eth1"), HARD, FAILED));
        all.add(new Case(CheckId.NETWORK_LAYER2, "not said", host -> host.addresses = no(), HARD, UNKNOWN));
        all.add(new Case(
                CheckId.NETWORK_LAYER2,
                "a cloud's single address",
                addresses(new InterfaceAddress("eth0", "10.0.0.11", 32, false)),
                SOFT,
                FAILED));
        all.add(new Case(CheckId.NETWORK_CIDR, "a route around both", route("10.0.0.0/8", "tun0"), HARD, FAILED));
        all.add(new Case(
                CheckId.NETWORK_CIDR, "Docker's own bridge there", route("10.43.0.0/24", "docker0"), HARD, FAILED));
        all.add(new Case(CheckId.NETWORK_CIDR, "just beside", route("10.44.0.0/16", "eth1"), HARD, PASSED));
        all.add(new Case(CheckId.NETWORK_CIDR, "just before", route("10.41.0.0/16", "eth1"), HARD, PASSED));
        all.add(new Case(
                CheckId.NETWORK_CIDR, "an earlier cluster's, a leftover", route("10.42.0.0/24", "cni0"), HARD, PASSED));
        all.add(new Case(CheckId.NETWORK_CIDR, "not said", host -> host.routes = no(), HARD, UNKNOWN));
    }

    private static void docker(List<Case> all) {
        all.add(new Case(CheckId.DOCKER_PRESENT, "absent", docker(new Docker.Absent()), HARD, FAILED));
        all.add(new Case(CheckId.DOCKER_PRESENT, "not said", host -> host.docker = no(), HARD, UNKNOWN));
        all.add(new Case(
                CheckId.DOCKER_PRESENT,
                "silent, but there",
                docker(new Docker.Silent("17.03.2-ce", "refused")),
                HARD,
                PASSED));
        all.add(new Case(
                CheckId.DOCKER_SOCKET, "silent", docker(new Docker.Silent("17.03.2-ce", "refused")), HARD, FAILED));
        all.add(new Case(CheckId.DOCKER_SOCKET, "absent", docker(new Docker.Absent()), HARD, NOT_APPLICABLE));
        all.add(new Case(CheckId.DOCKER_SOCKET, "not said", host -> host.docker = no(), HARD, UNKNOWN));
        all.add(new Case(CheckId.DOCKER_VERSION, "18.09", docker("18.09.9", "overlay2"), SOFT, FAILED));
        all.add(new Case(
                CheckId.DOCKER_VERSION, "17.06, not with 1.11", docker("17.06.2-ce", "overlay2"), SOFT, FAILED));
        all.add(new Case(CheckId.DOCKER_VERSION, "20.10", docker("20.10.24+dfsg1", "overlay2"), SOFT, FAILED));
        all.add(new Case(CheckId.DOCKER_VERSION, "Red Hat's", docker("1.13.1", "overlay2"), SOFT, PASSED));
        all.add(new Case(
                CheckId.DOCKER_VERSION, "1.11 with Kubernetes, not on Ubuntu", docker("1.11.2", "aufs"), SOFT, FAILED));
        all.add(new Case(
                CheckId.DOCKER_VERSION, "a build that says no version", docker("dev", "overlay2"), SOFT, UNKNOWN));
        all.add(new Case(
                CheckId.DOCKER_VERSION, "silent", docker(new Docker.Silent("17.03.2-ce", "refused")), SOFT, UNKNOWN));
        all.add(new Case(CheckId.DOCKER_STORAGE, "vfs", docker("17.03.2-ce", "vfs"), SOFT, FAILED));
        all.add(new Case(CheckId.DOCKER_STORAGE, "aufs", docker("17.03.2-ce", "aufs"), SOFT, PASSED));
        all.add(new Case(
                CheckId.DOCKER_STORAGE, "silent", docker(new Docker.Silent("17.03.2-ce", "refused")), SOFT, UNKNOWN));
    }

    private static void membership(List<Case> all) {
        all.add(new Case(
                CheckId.LEFTOVERS_JOINED_HERE,
                "joined here",
                agent(Given.SERVER, Given.CHECKSUM, true, true),
                INFO,
                FAILED));
        all.add(new Case(
                CheckId.LEFTOVERS_JOINED_HERE,
                "the same, written otherwise",
                agent("https://Rancher.example.org:443/", Given.CHECKSUM, true, true),
                INFO,
                FAILED));
        all.add(new Case(
                CheckId.LEFTOVERS_JOINED_HERE,
                "half joined",
                agent(Given.SERVER, Given.CHECKSUM, false, false),
                INFO,
                FAILED));
        all.add(new Case(CheckId.LEFTOVERS_JOINED_HERE, "not said", host -> host.membership = no(), INFO, UNKNOWN));
        all.add(new Case(
                CheckId.LEFTOVERS_JOINED_ELSEWHERE,
                "joined here",
                agent(Given.SERVER, Given.CHECKSUM, true, true),
                HARD,
                PASSED));
        all.add(new Case(
                CheckId.LEFTOVERS_JOINED_ELSEWHERE,
                "half joined here",
                agent(Given.SERVER, Given.CHECKSUM, false, false),
                HARD,
                PASSED));
        all.add(new Case(
                CheckId.LEFTOVERS_JOINED_ELSEWHERE,
                "another server",
                agent("https://old.example.org", Given.CHECKSUM, true, true),
                HARD,
                FAILED));
        all.add(new Case(
                CheckId.LEFTOVERS_JOINED_ELSEWHERE,
                "another CA",
                agent(Given.SERVER, "ab".repeat(32), false, false),
                HARD,
                FAILED));
        all.add(new Case(
                CheckId.LEFTOVERS_JOINED_ELSEWHERE,
                "another CA, no container left",
                agent("", "ab".repeat(32), false, false),
                HARD,
                FAILED));
        all.add(new Case(
                CheckId.LEFTOVERS_JOINED_ELSEWHERE,
                "our CA, no container left",
                agent("", Given.CHECKSUM, false, false),
                HARD,
                PASSED));
        all.add(new Case(
                CheckId.LEFTOVERS_JOINED_ELSEWHERE,
                "an agent that says nothing",
                agent("", "", true, false),
                HARD,
                UNKNOWN));
        all.add(new Case(
                CheckId.LEFTOVERS_JOINED_ELSEWHERE, "not said", host -> host.membership = no(), HARD, UNKNOWN));
        all.add(new Case(
                CheckId.LEFTOVERS_RANCHER_SERVER,
                "it runs Rancher",
                host -> host.rancherServers = Reading.of(List.of("rancher")),
                HARD,
                FAILED));
        all.add(new Case(
                CheckId.LEFTOVERS_RANCHER_SERVER, "not said", host -> host.rancherServers = no(), HARD, UNKNOWN));
        all.add(new Case(
                CheckId.LEFTOVERS_FOUND, "an old network", leftover(Leftover.Kind.INTERFACE, "cni0"), SOFT, FAILED));
        all.add(new Case(
                CheckId.LEFTOVERS_FOUND,
                "etcd's data on an etcd host",
                leftover(Leftover.Kind.PATH, "/var/lib/etcd"),
                HARD,
                FAILED));
        all.add(new Case(
                CheckId.LEFTOVERS_FOUND,
                "a K3s that starts by itself",
                leftover(Leftover.Kind.SERVICE, "k3s"),
                HARD,
                FAILED));
        all.add(new Case(
                CheckId.LEFTOVERS_FOUND, "images only", leftover(Leftover.Kind.IMAGE, "rancher/* (3)"), SOFT, PASSED));
        all.add(new Case(
                CheckId.LEFTOVERS_FOUND,
                "joined here: its own",
                agent(Given.SERVER, Given.CHECKSUM, true, true).andThen(leftover(Leftover.Kind.PATH, "/var/lib/etcd")),
                SOFT,
                NOT_APPLICABLE));
        all.add(new Case(
                CheckId.LEFTOVERS_FOUND,
                "half joined: the agent's folder",
                agent(Given.SERVER, Given.CHECKSUM, false, false)
                        .andThen(leftover(Leftover.Kind.PATH, "/etc/kubernetes")),
                SOFT,
                PASSED));
        all.add(new Case(
                CheckId.LEFTOVERS_FOUND,
                "half joined, and etcd's data",
                agent(Given.SERVER, Given.CHECKSUM, false, false)
                        .andThen(leftover(Leftover.Kind.PATH, "/var/lib/etcd")),
                HARD,
                FAILED));
        all.add(new Case(CheckId.LEFTOVERS_FOUND, "not said", host -> host.leftovers = no(), SOFT, UNKNOWN));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void what_is_broken_is_found(Case one) {
        var linux = Given.healthyLinuxBut();
        one.broken().accept(linux);

        var finding = find(one.id(), Given.lin1(linux.facts()));

        assertThat(finding.state()).isEqualTo(one.state());
        assertThat(finding.severity()).isEqualTo(one.severity());
        Findings.readable(finding);
    }

    @Test
    void healthy_hosts_pass_every_check() {
        var findings = all(Given.situation(Given.setup()));

        assertThat(findings).hasSize(HostChecks.all().size() * 3);
        assertThat(findings).allSatisfy(finding -> assertThat(finding.state()).isIn(PASSED, NOT_APPLICABLE));
        assertThat(findings).allSatisfy(Findings::readable);
    }

    @Test
    void every_check_has_a_passing_a_failing_and_an_unknown_case() {
        var cases = cases();
        var healthy = all(Given.situation(Given.setup()));
        // these compare hosts, and have tests of their own
        var onFacts = HostChecks.all().stream()
                .map(Check::id)
                .filter(id -> id != CheckId.CLOCK_SKEW
                        && id != CheckId.NETWORK_LAYER2
                        && id != CheckId.IDENTITY_CATTLE_ID
                        && id != CheckId.CLOCK_ZONE
                        && !BETWEEN_HOSTS.contains(id)
                        && !id.area().equals("reach"))
                .toList();

        assertThat(onFacts).allSatisfy(id -> {
            assertThat(Stream.concat(
                            healthy.stream()
                                    .filter(finding -> finding.id() == id)
                                    .map(Finding::state),
                            cases.stream().filter(one -> one.id() == id).map(Case::state)))
                    .contains(PASSED, FAILED, UNKNOWN);
        });
    }

    @Test
    void what_the_catalogue_wants_is_asked_of_hosts() throws IOException {
        var catalog = Catalog.shipped();
        try (var script = HostChecksTest.class.getResourceAsStream("/scripts/linux/probe.sh")) {
            var asked = new HashSet<>(
                    List.of(new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8)
                            .split("[\\s:=}\"]+")));

            assertThat(asked)
                    .containsAll(catalog.kernel(ClusterSettings.Distribution.RKE1).modules().stream()
                            .map(KernelModule::name)
                            .toList())
                    .containsAll(catalog.kernel(ClusterSettings.Distribution.RKE1).sysctls().stream()
                            .map(Sysctl::name)
                            .toList())
                    .containsAll(catalog.disks().disks().stream()
                            .filter(disk -> disk.os() == Os.LINUX)
                            .map(Disks.Disk::path)
                            .toList());
        }
    }

    @Test
    void ids_are_there_once() {
        assertThat(HostChecks.all().stream().map(Check::id)).doesNotHaveDuplicates();
    }

    @Test
    void a_host_that_was_not_reached_is_unknown_to_every_check() {
        var setup = Given.setup();
        var lin1 = setup.hosts().getFirst();
        var situation = Given.situation(setup, Map.of(LIN1, Given.unreached(lin1, Rung.Name.TCP, Rung.State.FAILED)));

        assertThat(all(situation).stream().filter(finding -> LIN1.equals(finding.host())))
                .allSatisfy(finding -> assertThat(finding.state())
                        .isEqualTo(
                                switch (finding.id()) {
                                    case REACH_DNS -> PASSED;
                                    case REACH_TCP -> FAILED;
                                    default -> UNKNOWN;
                                }))
                .allSatisfy(Findings::readable);
    }

    @Test
    void a_host_that_was_not_asked_is_unknown_to_every_check() {
        assertThat(all(Given.situation(Given.setup(), Map.of())))
                .allSatisfy(finding -> assertThat(finding.state()).isEqualTo(UNKNOWN))
                .allSatisfy(Findings::readable);
    }

    @ParameterizedTest
    @EnumSource(Rung.Name.class)
    void each_rung_of_the_ladder_has_its_finding(Rung.Name rung) {
        var setup = Given.setup(Given.host("lin1", 11, Role.WORKER));
        var id = CheckId.valueOf("REACH_" + rung);

        assertThat(reach(setup, rung, Rung.State.FAILED, id).state()).isEqualTo(FAILED);
        assertThat(reach(setup, rung, Rung.State.PENDING, id).state()).isEqualTo(PENDING);
        assertThat(reach(setup, rung, Rung.State.PASSED, id).state()).isEqualTo(PASSED);
        assertThat(reach(setup, rung, Rung.State.FAILED, id).stops()).isTrue();
    }

    private static Finding reach(Setup setup, Rung.Name rung, Rung.State state, CheckId id) {
        var host = setup.hosts().getFirst();
        return find(id, Given.situation(setup, Map.of(host.name(), Given.unreached(host, rung, state))));
    }

    @Test
    void a_windows_host_that_was_not_asked_stops_the_run() {
        var setup = Given.setup(
                Given.host("lin1", 11, Role.WORKER), Given.host("lin2", 12, Role.WORKER), Given.windows("win1", 21));
        var findings = all(Given.situation(setup, Map.of())).stream()
                .filter(finding -> new HostName("win1").equals(finding.host()))
                .toList();

        assertThat(findings.stream().filter(finding -> finding.id().area().equals("reach")))
                .hasSize(5)
                .allSatisfy(finding -> {
                    assertThat(finding.state()).isEqualTo(UNKNOWN);
                    assertThat(finding.stops()).isTrue();
                    assertThat(finding.id()).isNotEqualTo(CheckId.REACH_HOST_KEY);
                });
        assertThat(findings.stream().filter(finding -> !finding.id().area().equals("reach")))
                .allSatisfy(finding -> assertThat(finding.state()).isIn(NOT_APPLICABLE, UNKNOWN));
        assertThat(findings).allSatisfy(Findings::readable);
    }

    @ParameterizedTest(name = "{1} of {0} with {2} cores, {3} MiB: {4}, {5}")
    @CsvSource(textBlock = """
        # the amounts of the fact file, less 5 %, just above and just below; cores, MiB → host.cpu, host.memory
        RKE2, CONTROLPLANE, 1, 3891, HARD FAILED, HARD FAILED
        RKE2, CONTROLPLANE, 2, 3892, SOFT FAILED, SOFT FAILED
        RKE2, CONTROLPLANE, 3, 7782, SOFT FAILED, SOFT FAILED
        RKE2, CONTROLPLANE, 4, 7783, HARD PASSED, HARD PASSED
        RKE2, ETCD,         4, 7783, HARD PASSED, HARD PASSED
        RKE2, WORKER,       0, 972,  HARD FAILED, HARD FAILED
        RKE2, WORKER,       1, 973,  SOFT FAILED, SOFT FAILED
        RKE2, WORKER,       2, 3891, HARD PASSED, SOFT FAILED
        RKE2, WORKER,       2, 3892, HARD PASSED, HARD PASSED
        K3S,  CONTROLPLANE, 1, 1945, HARD FAILED, HARD FAILED
        K3S,  CONTROLPLANE, 2, 1946, HARD PASSED, SOFT FAILED
        K3S,  CONTROLPLANE, 2, 3892, HARD PASSED, HARD PASSED
        K3S,  WORKER,       0, 486,  HARD FAILED, HARD FAILED
        K3S,  WORKER,       1, 487,  HARD PASSED, SOFT FAILED
        K3S,  WORKER,       1, 973,  HARD PASSED, HARD PASSED
        """)
    void sizes_go_by_line_and_role(
            ClusterSettings.Distribution distribution, Role role, int cores, long memory, String cpu, String ram) {
        var linux = Given.healthyLinuxBut();
        linux.cpus = Reading.of(cores);
        linux.memory = Reading.of(Bytes.mebi(memory));
        var situation = today(Given.setup(Given.host("lin1", 11, role)), distribution, linux.facts());

        assertThat(stated(find(CheckId.HOST_CPU, situation))).isEqualTo(cpu);
        assertThat(stated(find(CheckId.HOST_MEMORY, situation))).isEqualTo(ram);
    }

    @ParameterizedTest(name = "Windows with {0} cores, {1} MiB, {2} MiB free: {3}, {4}, {5}")
    @CsvSource(textBlock = """
        # 5 GiB less 5 % is 4864 MiB, 8 GiB less 5 % is 7782.4 MiB
        1, 4863, 20479, HARD FAILED, HARD FAILED, HARD FAILED
        2, 4864, 20480, SOFT FAILED, SOFT FAILED, SOFT FAILED
        3, 7782, 40959, SOFT FAILED, SOFT FAILED, SOFT FAILED
        4, 7783, 40960, HARD PASSED, HARD PASSED, HARD PASSED
        """)
    void a_windows_worker_needs_more(int cores, long memory, long free, String cpu, String ram, String disk) {
        var facts = HealthyWindows.of2022()
                .fact("cpus", cores)
                .fact("memory", Bytes.mebi(memory))
                .plain(
                        "disks",
                        Map.of("C:", Reading.of(new DiskSpace("C:", "NTFS", Bytes.gibi(100), Bytes.mebi(free), 0, 0))))
                .facts();
        var situation = today(Given.setup(Given.windows("lin1", 21)), ClusterSettings.Distribution.RKE2, facts);

        assertThat(stated(find(CheckId.HOST_CPU, situation))).isEqualTo(cpu);
        assertThat(stated(find(CheckId.HOST_MEMORY, situation))).isEqualTo(ram);
        assertThat(stated(find(CheckId.HOST_DISK_SPACE, situation))).isEqualTo(disk);
        assertThat(find(CheckId.HOST_ARCH, situation).state()).isEqualTo(PASSED);
        assertThat(find(CheckId.ADDRESS_ON_HOST, situation).state()).isEqualTo(PASSED);
    }

    @Test
    void todays_lines_bring_their_own_runtime_and_ask_for_systemd() {
        var linux = Given.healthyLinuxBut();
        linux.docker = Reading.of(new Docker.Absent());
        linux.init = Reading.of("openrc-init");
        linux.architecture = Reading.of("aarch64");
        linux.cgroups = Reading.of(new Cgroups(2, Set.of("cpu", "cpuset", "memory")));
        var situation = today(
                Given.setup(Given.host("lin1", 11, Role.WORKER)), ClusterSettings.Distribution.RKE2, linux.facts());

        assertThat(List.of(
                        CheckId.DOCKER_PRESENT, CheckId.DOCKER_SOCKET, CheckId.DOCKER_STORAGE, CheckId.DOCKER_VERSION))
                .allSatisfy(id -> assertThat(find(id, situation).state()).isEqualTo(NOT_APPLICABLE));
        assertThat(stated(find(CheckId.HOST_INIT, situation))).isEqualTo("HARD FAILED");
        // ARM is an experiment there
        assertThat(stated(find(CheckId.HOST_ARCH, situation))).isEqualTo("SOFT FAILED");
        assertThat(stated(find(CheckId.HOST_CGROUP, situation))).isEqualTo("SOFT PASSED");
        assertThat(find(CheckId.HOST_OS, situation).state()).isEqualTo(UNKNOWN);
        all(situation).stream().filter(finding -> finding.host() != null).forEach(Findings::readable);
    }

    private static Situation today(Setup setup, ClusterSettings.Distribution distribution, Facts facts) {
        var changed = Given.setupWith(
                new RancherSettings("v2.15", RancherSettings.Edition.COMMUNITY, Given.SERVER, null),
                new ClusterSettings(
                        "factory", "", distribution, ClusterSettings.Network.CALICO, "10.42.0.0/16", "10.43.0.0/16"),
                setup);
        return Given.situation(
                changed, Map.of(LIN1, Given.probed(changed.hosts().getFirst(), facts)));
    }

    private static String stated(Finding finding) {
        return finding.severity() + " " + finding.state();
    }

    @Test
    void under_a_line_that_nobody_read_up_on_nothing_of_the_line_is_green() {
        var setup = Given.setup();
        var other = Given.setupWith(
                new RancherSettings("v2.12.3", RancherSettings.Edition.COMMUNITY, Given.SERVER, null),
                setup.cluster(),
                setup);
        var ofTheLine = Set.of(
                CheckId.HOST_OS,
                CheckId.HOST_CPU,
                CheckId.HOST_MEMORY,
                CheckId.HOST_DISK_SPACE,
                CheckId.HOST_CGROUP,
                CheckId.DOCKER_VERSION,
                CheckId.PORTS_FREE);

        assertThat(all(Given.situation(other)).stream().filter(finding -> ofTheLine.contains(finding.id())))
                .hasSize(21)
                .allSatisfy(finding -> assertThat(finding.state()).isEqualTo(UNKNOWN));
    }

    @Test
    void ports_of_this_nodes_own_cluster_are_not_in_the_way() {
        var linux = Given.healthyLinuxBut();
        agent(Given.SERVER, Given.CHECKSUM, true, true).accept(linux);
        listener("tcp", 10250, "kubelet (812)").accept(linux);
        assertThat(find(CheckId.PORTS_FREE, Given.lin1(linux.facts())).state()).isEqualTo(PASSED);

        listener("tcp", 10250, "java (99)").accept(linux);
        assertThat(find(CheckId.PORTS_FREE, Given.lin1(linux.facts())).state()).isEqualTo(FAILED);

        listener("tcp", 10250, "kubelet (812)").accept(linux);
        agent("https://old.example.org", "", true, true).accept(linux);
        assertThat(find(CheckId.PORTS_FREE, Given.lin1(linux.facts())).state()).isEqualTo(FAILED);
    }

    @Test
    void cloned_machines_are_found_on_both() {
        var situation = twins(host -> {
            host.machineId = Reading.of("ABC0");
            host.productUuid = Reading.of("abc0");
        });

        assertThat(all(situation).stream()
                        .filter(finding ->
                                finding.id().area().equals("identity") && finding.id() != CheckId.IDENTITY_CATTLE_ID))
                .hasSize(4)
                .allSatisfy(finding -> assertThat(finding.state()).isEqualTo(FAILED))
                .allSatisfy(Findings::readable);
    }

    @Test
    void behind_address_translation_the_internal_address_is_looked_for() {
        var told = new Host(
                LIN1,
                "203.0.113.9",
                22,
                Os.LINUX,
                Set.of(Role.WORKER),
                Given.login(),
                null,
                "10.0.0.11",
                LIN1,
                new TreeMap<>(Map.of()),
                List.of());
        var situation = Given.situation(Given.setup(told), Map.of(LIN1, Given.probed(told, Given.healthyLinux())));

        assertThat(find(CheckId.ADDRESS_ON_HOST, situation).state()).isEqualTo(PASSED);
        assertThat(find(CheckId.ADDRESS_STATIC, situation).state()).isEqualTo(PASSED);
        assertThat(find(CheckId.ADDRESS_ROUTE, situation).state()).isEqualTo(PASSED);
    }

    @ParameterizedTest(name = "{0} leads to {1}: {2}")
    @CsvSource({"lin1.example.org, 10.0.0.11, PASSED", "lin1.example.org, 10.0.0.99, FAILED"})
    void a_name_is_held_against_the_address_that_it_led_to(String name, String address, State state) {
        var host = Host.linux(LIN1, name, Set.of(Role.WORKER), Given.login());
        var said = Text.of(HostWords.VALUE, address);
        var ladder = List.of(new Rung(Rung.Name.DNS, Rung.State.PASSED, said, said, said));
        var probed = new Probed(host, ladder, Reading.of(Given.healthyLinux()), Given.NOW);

        var finding = find(CheckId.ADDRESS_ON_HOST, Given.situation(Given.setup(host), Map.of(LIN1, probed)));

        assertThat(finding.state()).isEqualTo(state);
    }

    @ParameterizedTest(name = "Rancher {0}, Kubernetes {1}, Docker {2}: {3}")
    @CsvSource(textBlock = """
        v2.1.6,  v1.11.6-rancher1-1, 18.09.9,    FAILED
        v2.1.6,  v1.12.4-rancher1-1, 18.06.3-ce, PASSED
        v2.1.6,  v1.12.4-rancher1-1, 18.09.9,    FAILED
        v2.1.7,  v1.11.8-rancher1-1, 18.09.9,    PASSED
        v2.1.7,  v1.13.4-rancher1-1, 18.09.9,    PASSED
        # tested with Kubernetes, not on Ubuntu 16.04
        v2.1.14, v1.13.10-rancher1-1, 19.03.5,   FAILED
        # as Rancher's default, 1.13
        v2.1.9,  '',                 18.09.9,    PASSED
        v2.1.6,  v1.11,              17.03.2-ce, PASSED
        # nobody read RKE v0.1.19's table; there is no such Kubernetes in v0.1.15's
        v2.1.12, v1.13.9-rancher1-1, 18.09.9,    UNKNOWN
        v2.1.6,  v1.13.4-rancher1-1, 17.03.2-ce, UNKNOWN
        """)
    void dockers_depend_on_rancher_and_kubernetes(String rancher, String kubernetes, String version, State state) {
        var setup = Given.setup(Given.host("lin1", 11, Role.WORKER));
        var linux = Given.healthyLinuxBut();
        docker(version, "overlay2").accept(linux);
        var changed = Given.setupWith(
                new RancherSettings(rancher, RancherSettings.Edition.COMMUNITY, Given.SERVER, null),
                Given.cluster(ClusterSettings.Network.CANAL, kubernetes),
                setup);
        var host = setup.hosts().getFirst();

        var finding =
                find(CheckId.DOCKER_VERSION, Given.situation(changed, Map.of(LIN1, Given.probed(host, linux.facts()))));

        assertThat(finding.state()).isEqualTo(state);
        Findings.readable(finding);
    }

    @Test
    void with_vxlan_its_port_and_modules_count() {
        var setup = Given.setup(Given.host("lin1", 11, Role.WORKER));
        var canal = Given.setupWith(
                setup.rancher(), Given.cluster(ClusterSettings.Network.CANAL, "v1.11.6-rancher1-1"), setup);
        var linux = Given.healthyLinuxBut();
        listener("udp", 8472, "x (9)").accept(linux);
        module("vxlan", ModuleState.MISSING).accept(linux);
        var situation =
                Given.situation(canal, Map.of(LIN1, Given.probed(setup.hosts().getFirst(), linux.facts())));

        assertThat(find(CheckId.PORTS_FREE, situation).state()).isEqualTo(FAILED);
        assertThat(find(CheckId.HOST_MODULES, situation).severity()).isEqualTo(HARD);
    }

    @Test
    void under_a_host_gateway_hosts_share_a_network() {
        var setup = Given.setup();
        var far = Given.healthyLinuxBut();
        addresses(new InterfaceAddress("eth0", "10.0.1.11", 24, false)).accept(far);
        far.sourceToInternet = Reading.of("10.0.1.11");
        var probed = new HashMap<>(Given.situation(setup).probed());
        probed.put(LIN1, Given.probed(setup.hosts().getFirst(), far.facts()));

        var finding = find(CheckId.NETWORK_LAYER2, Given.situation(setup, probed));

        assertThat(finding.state()).isEqualTo(FAILED);
        assertThat(finding.severity()).isEqualTo(HARD);
        assertThat(Findings.english(finding.what())).contains("10.0.1.11/24", "10.0.0.0/24");
        var canal = Given.setupWith(setup.rancher(), Given.cluster(ClusterSettings.Network.CANAL, ""), setup);
        assertThat(find(CheckId.NETWORK_LAYER2, Given.situation(canal, probed)).state())
                .isEqualTo(NOT_APPLICABLE);
    }

    @Test
    void pods_and_services_in_one_network_cannot_work() {
        var setup = Given.setup(Given.host("lin1", 11, Role.WORKER));
        var cluster = new ClusterSettings(
                "factory",
                "",
                ClusterSettings.Distribution.RKE1,
                ClusterSettings.Network.CANAL,
                "10.42.0.0/15",
                "10.43.0.0/16");

        var finding = find(CheckId.NETWORK_CIDR, Given.situation(Given.setupWith(setup.rancher(), cluster, setup)));

        assertThat(finding.state()).isEqualTo(FAILED);
    }

    @Test
    void what_would_do_can_be_copied() {
        var linux = Given.healthyLinuxBut();
        firewall("firewalld", "2379-2380/tcp", "80/tcp", "443/tcp", "10250/tcp").accept(linux);

        assertThat(find(CheckId.HOST_FIREWALL, Given.lin1(linux.facts())).command())
                .isEqualTo("sudo firewall-cmd --permanent --add-port=6443/tcp --add-port=30000-32767/tcp"
                        + " --add-port=30000-32767/udp && sudo firewall-cmd --reload");
    }

    @Test
    void who_holds_a_port_is_named() {
        var linux = Given.healthyLinuxBut();
        listener("tcp", 443, "nginx (812)").accept(linux);

        var finding = find(CheckId.PORTS_FREE, Given.lin1(linux.facts()));

        assertThat(Findings.english(finding.found())).contains("443/tcp", "nginx (812)");
        assertThat(finding.field()).isEqualTo("hosts[0].roles");
    }

    private static Situation twins(Consumer<HealthyLinux> same) {
        var setup = Given.setup(Given.host("lin1", 11, Role.WORKER), Given.host("lin2", 12, Role.WORKER));
        var probed = new HashMap<HostName, Probed>();
        for (var host : setup.hosts()) {
            var linux = Given.healthyLinuxBut();
            same.accept(linux);
            probed.put(host.name(), Given.probed(host, linux.facts()));
        }
        return Given.situation(setup, probed);
    }

    private static List<Finding> all(Situation situation) {
        return Findings.all(HostChecks.all(), situation);
    }

    private static Finding find(CheckId id, Situation situation) {
        return Findings.find(id, LIN1, HostChecks.all(), situation);
    }

    private static <T> Reading<T> no() {
        return Reading.unknown("denied");
    }

    private static Consumer<HealthyLinux> os(String id, String version) {
        return host -> host.os = Reading.of(new OsRelease(id, version, id + " " + version, List.of()));
    }

    private static Consumer<HealthyLinux> memory(long mebibytes) {
        return host -> host.memory = Reading.of(Bytes.mebi(mebibytes));
    }

    private static Consumer<HealthyLinux> disk(String path, long sizeGibibytes, long freeMebibytes) {
        return host -> host.disks.put(
                path,
                Reading.of(new DiskSpace(
                        path, "ext4", Bytes.gibi(sizeGibibytes), Bytes.mebi(freeMebibytes), 1_000_000, 900_000)));
    }

    private static Consumer<HealthyLinux> inodes(long all, long free) {
        return host -> host.disks.put(
                "/var/log", Reading.of(new DiskSpace("/var/log", "ext4", Bytes.gibi(100), Bytes.gibi(90), all, free)));
    }

    private static Consumer<HealthyLinux> module(String name, ModuleState state) {
        return host -> {
            host.modules = new HashMap<>(host.modules);
            host.modules.put(name, Reading.of(state));
        };
    }

    private static Consumer<HealthyLinux> sync(TimeSync.State state, String by) {
        return host -> host.timeSync = Reading.of(new TimeSync(state, by));
    }

    private static Consumer<HealthyLinux> firewall(String tool, String... open) {
        return host -> host.firewall = Reading.of(new Firewall(tool, true, List.of(open)));
    }

    private static Consumer<HealthyLinux> resolver(boolean wildcard, String... servers) {
        return host -> host.resolver = Reading.of(new Resolver(List.of(servers), List.of(), Reading.of(wildcard)));
    }

    private static Consumer<HealthyLinux> addresses(InterfaceAddress... addresses) {
        return host -> host.addresses = Reading.of(List.of(addresses));
    }

    /// The host is reached at an address that it doesn't have itself.
    private static Consumer<HealthyLinux> translated(String source) {
        return host -> {
            host.addresses = Reading.of(List.of(new InterfaceAddress("eth0", "192.168.1.5", 24, false)));
            host.sourceToInternet = Reading.of(source);
        };
    }

    private static Consumer<HealthyLinux> listener(String protocol, int port, String process) {
        return host -> host.listeners = Reading.of(List.of(new Listener(protocol, "0.0.0.0", port, process)));
    }

    private static Consumer<HealthyLinux> route(String destination, String device) {
        return host -> host.routes =
                Reading.of(List.of(new Route("0.0.0.0/0", "10.0.0.1", "eth0"), new Route(destination, "", device)));
    }

    private static Consumer<HealthyLinux> docker(Docker docker) {
        return host -> host.docker = Reading.of(docker);
    }

    private static Consumer<HealthyLinux> docker(String version, String driver) {
        return docker(new Docker.Running(version, driver, "/var/lib/docker", "cgroupfs", "extfs"));
    }

    private static Consumer<HealthyLinux> agent(String server, String checksum, boolean running, boolean complete) {
        return host -> host.membership = Reading.of(new Membership.Agent(server, checksum, running, complete, "agent"));
    }

    private static Consumer<HealthyLinux> leftover(Leftover.Kind kind, String name) {
        return host -> host.leftovers = Reading.of(List.of(
                new Leftover(kind.name() + ":" + name, kind, name, Reading.unknown("not measured"), "kubernetes")));
    }
}
