package dev.muster.practice;

import dev.muster.practice.rancher.PracticeRancher;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// What a practice host answers to `probe.sh`: a machine that fits, but for what its
/// personality is about.
final class FactSheet {

    private static final List<String> MODULES = List.of(
            "br_netfilter",
            "ip6_udp_tunnel",
            "ip_set",
            "ip_set_hash_ip",
            "ip_set_hash_net",
            "ip_vs",
            "iptable_filter",
            "iptable_nat",
            "iptable_mangle",
            "iptable_raw",
            "nf_conntrack_netlink",
            "nf_conntrack",
            "nf_conntrack_ipv4",
            "nf_defrag_ipv4",
            "nf_nat",
            "nf_nat_ipv4",
            "nf_nat_masquerade_ipv4",
            "nfnetlink",
            "overlay",
            "udp_tunnel",
            "veth",
            "vxlan",
            "x_tables",
            "xt_addrtype",
            "xt_conntrack",
            "xt_comment",
            "xt_mark",
            "xt_multiport",
            "xt_nat",
            "xt_recent",
            "xt_set",
            "xt_statistic",
            "xt_tcpudp");

    private static final List<String> DISKS =
            List.of("/var/lib/docker", "/var/lib/kubelet", "/var/lib/rancher", "/var/lib/etcd", "/var/log");

    private final Machine machine;
    private final Personality host;
    private final PracticeRancher rancher;

    FactSheet(Machine machine, PracticeRancher rancher) {
        this.machine = machine;
        this.host = machine.personality();
        this.rancher = rancher;
    }

    /// @param asked the script, with what this host is to look at
    String text(Assigned asked, Instant clock) {
        var sheet = new Sheet(clock);
        system(sheet);
        release(sheet);
        kernel(sheet);
        network(sheet);
        time(sheet);
        disks(sheet);
        leftovers(sheet);
        systemAgent(sheet);
        docker(sheet);
        firewall(sheet);
        surroundings(sheet);
        new View(asked, rancher).add(sheet, clock);
        if (!asked.value("ETCD_DISK").isEmpty()) {
            sheet.said("fsync", "/var/lib\n" + "0.0021\n".repeat(150) + "0.0038\n".repeat(48) + "0.0062\n0.0071\n");
        }
        return sheet.said("wildcard", 2, "").text();
    }

    private void system(Sheet sheet) {
        sheet.value("hostname", host.host())
                .value("architecture", host.architecture())
                .said("os", host.os().osRelease())
                .value("init", "systemd")
                .value("cpus", "0-3")
                .said("memory", """
                    MemTotal:        8174372 kB
                    MemFree:         6911212 kB
                    SwapTotal:             0 kB
                    SwapFree:              0 kB
                    """)
                .value("machine-id", uuid("machine").toString().replace("-", ""))
                .value("product-uuid", uuid("product").toString())
                .said("resolver", "nameserver 10.20.0.2\nsearch practice.example\n");
    }

    /// Ubuntu enforces AppArmor's profiles and has the tool, CentOS runs NetworkManager, which is told what to
    /// leave.
    private void surroundings(Sheet sheet) {
        var redHat = host.os().isRedHat();
        if (redHat) {
            sheet.missing("apparmor", "/sys/module/apparmor/parameters/enabled").value("apparmor-parser", "no");
            sheet.value("network-manager", "yes")
                    .said("unmanaged", "unmanaged-devices=interface-name:flannel*;interface-name:cali*\n")
                    .value("nm-cloud-setup", "no");
        } else {
            sheet.value("apparmor", "Y").value("apparmor-parser", "yes").value("network-manager", "no");
        }
        sheet.missing("cattle-id", "/etc/rancher/agent/cattle-id")
                .said("proxies", "")
                .said("image", machine.isJoined() ? 0 : 1, "");
    }

    private void release(Sheet sheet) {
        if (host.os().isRedHat()) {
            sheet.said("redhat", host.os().redHat());
        } else {
            sheet.missing("redhat", "/etc/redhat-release");
        }
    }

    /// The same for a host whenever it is asked, and another for each host.
    private UUID uuid(String what) {
        return UUID.nameUUIDFromBytes((what + host.host()).getBytes(StandardCharsets.UTF_8));
    }

    private void kernel(Sheet sheet) {
        if (host.os().isToday()) {
            sheet.said("cgroup2", "cpuset cpu io memory hugetlb pids rdma misc\n");
        } else {
            sheet.missing("cgroup2", "/sys/fs/cgroup/cgroup.controllers");
        }
        sheet.value("kernel", host.os().kernel())
                .said("cgroup1", """
                    #subsys_name	hierarchy	num_cgroups	enabled
                    cpuset	3	1	1
                    cpu	2	78	1
                    cpuacct	2	78	1
                    blkio	8	78	1
                    memory	9	78	1
                    devices	7	78	1
                    freezer	4	1	1
                    pids	6	78	1
                    """)
                .value("selinux", host.os().isRedHat() ? "disabled" : "absent");
        for (var module : MODULES) {
            sheet.said("module:" + module, machine.isLoaded(module) ? "loaded" : "available");
        }
        machine.settings().forEach((name, value) -> sheet.value("sysctl:" + name, value));
    }

    private void network(Sheet sheet) {
        var address = host.address();
        var hex = "%02X00140A".formatted(host.last());
        sheet.said("addresses", """
            1: lo    inet 127.0.0.1/8 scope host lo\\       valid_lft forever preferred_lft forever
            2: eth0    inet %s/24 brd 10.20.0.255 scope global eth0\\       valid_lft forever preferred_lft forever
            3: docker0    inet 172.17.0.1/16 scope global docker0\\       valid_lft forever preferred_lft forever
            """.formatted(address))
                .said("source", "8.8.8.8 via 10.20.0.1 dev eth0  src " + address + " \n    cache \n")
                .said("routes", """
                    Iface	Destination	Gateway 	Flags	RefCnt	Use	Metric	Mask		MTU	Window	IRTT
                    eth0	00000000	0100140A	0003	0	0	0	00000000	0	0	0
                    eth0	0000140A	00000000	0001	0	0	0	00FFFFFF	0	0	0
                    docker0	000011AC	00000000	0001	0	0	0	0000FFFF	0	0	0
                    """)
                .said("interfaces", machine.clutter().lines("INTERFACES") + "docker0\neth0\nlo\n")
                .said(
                        "sockets",
                        "tcp 00000000:0016 15210\nudp " + hex + ":007B 15377\nprocess 15210 812\nprocess 15377 701\n"
                                + (machine.isJoined()
                                        ? "tcp6 00000000000000000000000000000000:280A 20411\nprocess 20411 2101\n"
                                        : ""))
                .said(
                        "processes",
                        "1 systemd\n701 " + keeper() + "\n812 sshd\n930 dockerd\n"
                                + (machine.isJoined() ? "2101 kubelet\n2190 kube-proxy\n" : ""));
    }

    private String keeper() {
        return host.os().isRedHat() ? "chronyd" : "systemd-timesyn";
    }

    private void time(Sheet sheet) {
        sheet.value("time-by", keeper()).value("zone", "Etc/UTC");
        if (host.os().isRedHat()) {
            sheet.said(
                    "time-says",
                    "Reference ID    : 0A140002 (10.20.0.2)\nStratum         : 3\nLeap status     : Normal\n");
        } else {
            sheet.said("timedatectl", """
                      Time zone: Etc/UTC (UTC, +0000)
                 Network time on: yes
                NTP synchronized: yes
                 RTC in local TZ: no
                """);
        }
    }

    private void disks(Sheet sheet) {
        var row = "/dev/sda1      %s    81106868 6190104  74900380       8%% /\n"
                .formatted(host.os().isRedHat() ? "xfs " : "ext4");
        var inodes = "/dev/sda1      5120000 118402 5001598    3% /\n";
        sheet.said(
                "disks",
                String.join("\n", DISKS) + "\n\n"
                        + "Filesystem     Type 1024-blocks    Used Available Capacity Mounted on\n"
                        + row.repeat(DISKS.size()) + "\n"
                        + "Filesystem      Inodes  IUsed   IFree IUse% Mounted on\n"
                        + inodes.repeat(DISKS.size()));
    }

    private void leftovers(Sheet sheet) {
        var old = machine.clutter().lines("PATHS");
        var joined = machine.isJoined()
                ? (host.os().isToday() ? "" : "/etc/kubernetes\n") + "/var/lib/kubelet\n/var/lib/rancher\n"
                : "";
        sheet.said("mounts", machine.clutter().lines("MOUNTS"))
                .said("kin", "")
                .said("etcd", "")
                .said("paths", (old + joined).isEmpty() ? 1 : 0, old + joined)
                .said(
                        "sizes",
                        (old + joined)
                                .lines()
                                .map(path -> "1284\t" + path + "\n")
                                .reduce("", String::concat));
    }

    /// Without Docker, and the agent of today with what it left.
    private void systemAgent(Sheet sheet) {
        if (host.os().isToday()) {
            var node = machine.stage() == Machine.Stage.TAKEN_IN ? "complete," : "joining,";
            sheet.value("system-agent", machine.isJoined() ? "running," + node + rancher.url() : "none");
        } else {
            sheet.value("system-agent", "none");
        }
    }

    private void docker(Sheet sheet) {
        if (host.os().isToday()) {
            sheet.missing("serverca", "/etc/kubernetes/ssl/certs/serverca").noCommand("docker", "docker");
            return;
        }
        var backing = host.os().isRedHat() ? "xfs" : "extfs";
        sheet.said("docker", """
            17.03.2-ce
            overlay2
            /var/lib/docker
            cgroupfs
            + Backing Filesystem = %s
            + Supports d_type = true

            """.formatted(backing));
        switch (machine.stage()) {
            case NOT_JOINED ->
                sheet.missing("serverca", "/etc/kubernetes/ssl/certs/serverca").said("containers", "");
            case REGISTERED -> joined(sheet, "frosty_hopper rancher/rancher-agent:v2.1.6 agent - Up 3 seconds");
            case TAKEN_IN ->
                joined(
                        sheet,
                        "k8s_agent_cattle-node-agent-x7k2p_cattle-system_" + uuid("pod")
                                + "_0 rancher/rancher-agent:v2.1.6 agent pod Up 2 minutes");
        }
    }

    private void joined(Sheet sheet, String container) {
        var id = uuid("container").toString().replace("-", "").repeat(2);
        sheet.said("serverca", rancher.authority() + "\n")
                .said(
                        "containers",
                        id + " " + container + "\n" + id.replace('a', 'b')
                                + " kubelet rancher/hyperkube:v1.11.6-rancher1 - - Up 2 minutes\n"
                                + "image rancher/hyperkube\n"
                                + "container"
                                + " " + id + "\nCATTLE_SERVER=" + rancher.url() + "\n");
    }

    private void firewall(Sheet sheet) {
        if (host.os().isRedHat()) {
            sheet.said("firewalld", 252, "");
        } else {
            sheet.said("ufw", "Status: inactive\n");
        }
        var old = machine.clutter().all("CHAINS").stream()
                .map(chain -> ":" + chain + " - [0:0]\n")
                .collect(Collectors.joining());
        sheet.said(
                "iptables-save",
                "*filter\n:INPUT ACCEPT [0:0]\n:FORWARD ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\n:DOCKER - [0:0]\n" + old);
        sheet.said("ipsets", machine.clutter().lines("IPSETS"));
    }
}
