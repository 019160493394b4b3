package dev.muster.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.base.Bytes;
import dev.muster.base.Reading;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each fact, as tools of different years and makers say it.
class FactsTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = ';', textBlock = """
        0;         1
        0-3;       4
        0-3,6;     5
        0,2-4,8-9; 6
        """)
    void processors_are_counted_in_ranges(String ranges, int count) {
        assertThat(Printed.empty().said("cpus", ranges + "\n").facts().cpus()).isEqualTo(Reading.of(count));
    }

    @Test
    void memory_is_counted_in_units_of_1024_bytes() {
        var facts = Printed.empty()
                .said("memory", "MemTotal:        8174372 kB\nSwapTotal:             0 kB\n")
                .facts();

        assertThat(facts.memory()).isEqualTo(Reading.of(Bytes.kibi(8_174_372)));
        assertThat(facts.swap()).isEqualTo(Reading.of(new Bytes(0)));
        assertThat(Printed.empty().said("memory", "MemTotal: much\n").facts().memory())
                .isEqualTo(Reading.unknown("/proc/meminfo: no MemTotal"));
    }

    @Nested
    class Clocks {

        /// The request left at 14:00:00 and the first byte came 200 ms later; the host's clock is read in
        /// between.
        @ParameterizedTest(name = "{0}")
        @CsvSource(delimiter = ';', textBlock = """
            1795442400.100000000; PT0S;     PT0.1S
            1795442401.100000000; PT1S;     PT0.1S
            1795442399.600000000; PT-0.5S;  PT0.1S
            # BusyBox: whole seconds, so half a second more of doubt
            1795442400;           PT0.4S;   PT0.6S
            1795442400.N;         PT0.4S;   PT0.6S
            1795442400.%N;        PT0.4S;   PT0.6S
            """)
        void half_the_round_trip_is_the_doubt(String said, Duration ahead, Duration error) {
            var facts = FactsReader.read(Printed.output("muster-probe 1 " + said + "\n.\n"));

            assertThat(facts.clock()).isEqualTo(Reading.of(new Clock(ahead, error)));
        }

        @Test
        void a_clock_that_says_nothing_is_unknown() {
            assertThat(FactsReader.read(Printed.output("muster-probe 1 \n.\n")).clock())
                    .isEqualTo(Reading.unknown("date: "));
        }

        @Test
        void whoever_keeps_it_says_whether_it_is_right() {
            var chrony = Printed.empty().line("@time-by chronyd");
            var systemd = Printed.empty().line("@time-by systemd-timesyn");
            var ntp = Printed.empty().line("@time-by ntpd");

            assertThat(sync(Printed.empty().line("@time-by "))).isEqualTo("off ");
            assertThat(sync(chrony.said("time-says", "Leap status     : Normal\n")))
                    .isEqualTo("synchronised chronyd");
            assertThat(sync(chrony.said("time-says", "Leap status     : Not synchronised\n")))
                    .isEqualTo("syncing chronyd");
            assertThat(sync(systemd.line("@time-says synchronized"))).isEqualTo("synchronised systemd-timesyncd");
            assertThat(sync(systemd.said("timedatectl", "System clock synchronized: no\n")))
                    .isEqualTo("syncing systemd-timesyncd");
            assertThat(sync(systemd.said("timedatectl", "     NTP synchronized: yes\n")))
                    .isEqualTo("synchronised systemd-timesyncd");
            assertThat(sync(ntp.said("time-says", "     remote\n*10.0.0.2  .GPS.\n")))
                    .isEqualTo("synchronised ntpd");
            assertThat(sync(ntp.said("time-says", "     remote\n 10.0.0.2  .INIT.\n")))
                    .isEqualTo("syncing ntpd");
            assertThat(sync(chrony.said("time-says", "", "1"))).isEqualTo("unknown time-says: exit status 1");
        }

        private static String sync(Printed printed) {
            return switch (printed.facts().timeSync()) {
                case Reading.Known<TimeSync>(var sync) ->
                    sync.state().name().toLowerCase(Locale.ROOT) + " " + sync.by();
                case Reading.Unknown<TimeSync>(var why) -> "unknown " + why;
            };
        }
    }

    @Nested
    class Disks {

        @Test
        void df_with_and_without_types() {
            var typed = """
                Filesystem                Type  1024-blocks     Used Available Capacity Mounted on
                /dev/mapper/centos-root   xfs      52403200  2812560  49590640       6% /

                Filesystem                Inodes IUsed    IFree IUse% Mounted on
                /dev/mapper/centos-root 26214400 60563 26153837    1% /
                """;
            var plain = """
                Filesystem           1024-blocks    Used Available Capacity Mounted on
                overlay                 61255492 3712884  54401224   6% /var/lib/my docker

                Filesystem              Inodes      Used Available Use% Mounted on
                overlay                      -         -         -    - /var/lib/my docker
                """;

            assertThat(disk(typed))
                    .isEqualTo(Reading.of(new DiskSpace(
                            "/", "xfs", Bytes.kibi(52_403_200), Bytes.kibi(49_590_640), 26_214_400, 26_153_837)));
            assertThat(disk(plain))
                    .isEqualTo(Reading.of(new DiskSpace(
                            "/var/lib/my docker", "", Bytes.kibi(61_255_492), Bytes.kibi(54_401_224), 0, 0)));
        }

        @Test
        void a_full_disk_has_nothing_free_not_less() {
            var full = """
                Filesystem 1024-blocks Used Available Capacity Mounted on
                /dev/sda1 1000 1010 -10 101% /

                Filesystem Inodes IUsed IFree IUse% Mounted on
                /dev/sda1 100 100 0 100% /
                """;

            assertThat(disk(full))
                    .isEqualTo(Reading.of(new DiskSpace("/", "", Bytes.kibi(1000), new Bytes(0), 100, 0)));
        }

        @Test
        void all_in_one_answer_row_by_row() {
            var all = """
                /var/lib/docker
                /var/log

                Filesystem Type 1024-blocks Used Available Capacity Mounted on
                /dev/sdb1 xfs 100 10 90 10% /var/lib/docker
                /dev/sda1 ext4 200 10 190 5% /

                Filesystem Inodes IUsed IFree IUse% Mounted on
                /dev/sdb1 50 1 49 2% /var/lib/docker
                /dev/sda1 60 1 59 2% /
                """;

            var disks = Printed.empty().said("disks", all).facts().disks();
            assertThat(disks.get("/var/lib/docker").map(DiskSpace::type)).isEqualTo(Reading.of("xfs"));
            assertThat(disks.get("/var/log").map(DiskSpace::inodes)).isEqualTo(Reading.of(60L));
            assertThat(Printed.empty()
                            .said("disks", all.replace("/dev/sda1 60 1 59 2% /\n", ""))
                            .facts()
                            .disks())
                    .as("a row is missing: nobody knows whose")
                    .allSatisfy((_, disk) -> assertThat(disk).isInstanceOf(Reading.Unknown.class));
        }

        @Test
        void what_df_can_not_say_is_unknown() {
            assertThat(disk("df: unrecognized option: i\n")).isInstanceOf(Reading.Unknown.class);
            assertThat(Printed.empty()
                            .said("disk:/var/log", "x", "1")
                            .facts()
                            .disks()
                            .get("/var/log"))
                    .isEqualTo(Reading.unknown("disk:/var/log: exit status 1"));
        }

        private static Reading<DiskSpace> disk(String said) {
            return Printed.empty()
                    .said("disk:/var/log", "/var/log\n\n" + said)
                    .facts()
                    .disks()
                    .get("/var/log");
        }
    }

    @Nested
    class Network {

        @ParameterizedTest(name = "{0}")
        @CsvSource(delimiter = ';', quoteCharacter = '^', textBlock = """
            2: eth0    inet 10.0.0.5/24 brd 10.0.0.255 scope global dynamic eth0\\       valid_lft 3412sec preferred_lft 3412sec; eth0; 10.0.0.5; 24; true
            2: eth0    inet 10.0.0.5/24 brd 10.0.0.255 scope global eth0\\       valid_lft forever preferred_lft forever;          eth0; 10.0.0.5; 24; false
            4: tun0    inet 10.8.0.2 peer 10.8.0.1/32 scope global tun0\\       valid_lft forever preferred_lft forever;               tun0; 10.8.0.2; 32; false
            3: eth1@if7    inet6 fe80::1/64 scope link \\       valid_lft forever preferred_lft forever;                               eth1; fe80::1;  64; false
            3: ppp0    inet 192.0.2.7 scope global ppp0;                                                                              ppp0; 192.0.2.7; 32; false
            """)
        void addresses_of_iproute2_and_BusyBox(
                String line, String device, String address, int prefix, boolean dynamic) {
            assertThat(Printed.empty().said("addresses", line + "\n").facts().addresses())
                    .isEqualTo(Reading.of(List.of(new InterfaceAddress(device, address, prefix, dynamic))));
        }

        @Test
        void routes_of_the_kernels_table_without_those_that_refuse() {
            var table = """
                Iface	Destination	Gateway 	Flags	RefCnt	Use	Metric	Mask		MTU	Window	IRTT
                eth0	00000000	0102A8C0	0003	0	0	100	00000000	0	0	0
                eth0	0002A8C0	00000000	0001	0	0	100	00FEFFFF	0	0	0
                *	00002A0A	00000000	0201	0	0	0	0000FFFF	0	0	0
                """;

            assertThat(Printed.empty().said("routes", table).facts().routes())
                    .isEqualTo(Reading.of(List.of(
                            new Route("0.0.0.0/0", "192.168.2.1", "eth0"), new Route("192.168.2.0/23", "", "eth0"))));
        }

        @Test
        void no_way_to_the_internet_is_an_answer() {
            var there = "8.8.8.8 via 10.0.0.1 dev eth0 src 10.0.0.5 uid 0 \n    cache \n";
            var nowhere = "RTNETLINK answers: Network is unreachable\n";

            assertThat(Printed.empty().said("source", there).facts().sourceToInternet())
                    .isEqualTo(Reading.of("10.0.0.5"));
            assertThat(Printed.empty().said("source", nowhere, "2").facts().sourceToInternet())
                    .isEqualTo(Reading.of(""));
            assertThat(Printed.empty()
                            .said("source", "Object \"route\" is unknown\n", "1")
                            .facts()
                            .sourceToInternet())
                    .isInstanceOf(Reading.Unknown.class);
        }

        @Test
        void name_servers_without_comments() {
            var file = "# made by hand\n"
                    + "nameserver 10.0.0.2 ; the old one\n"
                    + "nameserver\t127.0.0.53\n"
                    + "search a.example b.example\n";
            var facts = Printed.empty()
                    .said("resolver", file)
                    .said("wildcard", "", "2")
                    .facts();

            assertThat(facts.resolver())
                    .isEqualTo(Reading.of(new Resolver(
                            List.of("10.0.0.2", "127.0.0.53"), List.of("a.example", "b.example"), Reading.of(false))));
            assertThat(Printed.empty()
                            .said("resolver", file)
                            .said("wildcard", "10.0.0.9 x", "0")
                            .facts()
                            .resolver()
                            .map(Resolver::wildcard))
                    .isEqualTo(Reading.of(Reading.of(true)));
        }

        @Test
        void listeners_with_their_processes() {
            var facts = Printed.empty()
                    .said("processes", "812 sshd\n2101 kubelet\n13 evil \u001b[31m\n")
                    .said("sockets", """
                        tcp 00000000:0016 15210
                        tcp6 00000000000000000000000001000000:280A 20411
                        tcp6 0000000000000000FFFF00000500000A:1F90 777
                        udp 0100007F:0035 99
                        process 15210 812
                        process 20411 2101
                        process 99 13
                        """)
                    .facts();

            assertThat(facts.listeners())
                    .isEqualTo(Reading.of(List.of(
                            new Listener("tcp", "0.0.0.0", 22, "sshd (812)"),
                            new Listener("tcp", "10.0.0.5", 8080, ""),
                            new Listener("tcp", "::1", 10250, "kubelet (2101)"),
                            new Listener("udp", "127.0.0.1", 53, "evil \uFFFD[31m (13)"))));
        }
    }

    @Nested
    class Kernel {

        @Test
        void modules_by_their_state() {
            var facts = Printed.empty()
                    .line("@module:overlay builtin")
                    .line("@module:vxlan loaded")
                    .line("@module:ip_set available")
                    .line("@module:ip_vs missing")
                    .line("!module:veth missing /lib/modules/4.4.0")
                    .facts();

            assertThat(facts.modules())
                    .containsEntry("overlay", Reading.of(ModuleState.BUILT_IN))
                    .containsEntry("vxlan", Reading.of(ModuleState.LOADED))
                    .containsEntry("ip_set", Reading.of(ModuleState.AVAILABLE))
                    .containsEntry("ip_vs", Reading.of(ModuleState.MISSING))
                    .containsEntry("veth", Reading.unknown("/lib/modules/4.4.0: not there"));
        }

        @Test
        void cgroups_of_both_versions() {
            var one = Printed.empty()
                    .line("!cgroup2 missing /sys/fs/cgroup/cgroup.controllers")
                    .said(
                            "cgroup1",
                            "#subsys_name\thierarchy\tnum_cgroups\tenabled\ncpu\t2\t78\t1\nmemory\t0\t78\t0\n");

            assertThat(one.facts().cgroups()).isEqualTo(Reading.of(new Cgroups(1, Set.of("cpu"))));
            assertThat(one.said("cgroup2", "cpuset cpu io memory\n").facts().cgroups())
                    .isEqualTo(Reading.of(new Cgroups(2, Set.of("cpuset", "cpu", "io", "memory"))));
        }

        @ParameterizedTest
        @CsvSource({"1, ENFORCING", "0, PERMISSIVE", "disabled, DISABLED", "absent, ABSENT"})
        void selinux(String word, SelinuxMode mode) {
            assertThat(Printed.empty().line("@selinux " + word).facts().selinux())
                    .isEqualTo(Reading.of(mode));
        }
    }

    @Nested
    class Engines {

        @Test
        void without_docker_there_are_no_containers_either() {
            var facts = Printed.withoutDocker().facts();

            assertThat(facts.docker()).isEqualTo(Reading.of(new Docker.Absent()));
            assertThat(facts.membership()).isEqualTo(Reading.of(new Membership.None()));
            assertThat(facts.rancherServers()).isEqualTo(Reading.of(List.of()));
            assertThat(facts.leftovers()).isEqualTo(Reading.of(List.of()));
        }

        @Test
        void an_engine_that_does_not_answer_makes_its_facts_unknown_not_empty() {
            var facts = Printed.withoutDocker()
                    .said("docker", "\n\n\n\n", "1")
                    .said("docker-client", "Docker version 17.03.2-ce, build f5ec1e2\n")
                    .said("docker-error", "Cannot connect to the Docker daemon at unix:///var/run/docker.sock.\n", "1")
                    .facts();

            assertThat(facts.docker())
                    .isEqualTo(Reading.of(new Docker.Silent(
                            "17.03.2-ce", "Cannot connect to the Docker daemon at unix:///var/run/docker.sock.")));
            assertThat(facts.membership()).isInstanceOf(Reading.Unknown.class);
            assertThat(facts.rancherServers()).isInstanceOf(Reading.Unknown.class);
            assertThat(facts.leftovers()).isInstanceOf(Reading.Unknown.class);
        }

        @Test
        void an_engine_that_hangs_says_so() {
            var facts = Printed.withoutDocker()
                    .said("docker", "", "")
                    .said("docker-client", "Docker version 18.09.9, build 1\n")
                    .said("docker-error", "", "")
                    .facts();

            assertThat(facts.docker()).isEqualTo(Reading.of(new Docker.Silent("18.09.9", "docker: no answer in time")));
        }

        @Test
        void the_disk_of_an_engines_own_root_is_measured_too() {
            var facts = Printed.withDocker("")
                    .said("docker", "1.13.1\ndevicemapper\n/data/docker\nsystemd\n+ Backing Filesystem = xfs\n", "3")
                    .said("docker-disk", """
                        /data/docker

                        Filesystem Type 1024-blocks Used Available Capacity Mounted on
                        /dev/sdb1 xfs 100 10 90 10% /data

                        Filesystem Inodes IUsed IFree IUse% Mounted on
                        /dev/sdb1 50 1 49 2% /data
                        """)
                    .facts();

            assertThat(facts.docker())
                    .isEqualTo(
                            Reading.of(new Docker.Running("1.13.1", "devicemapper", "/data/docker", "systemd", "xfs")));
            assertThat(facts.disks().get("/data/docker").map(DiskSpace::mountPoint))
                    .isEqualTo(Reading.of("/data"));
        }
    }

    /// Whether a Rancher's agent was here, from nothing to the cluster's own pod.
    @Nested
    class Memberships {

        private static final String A = "a".repeat(64);
        private static final String B = "b".repeat(64);
        private static final String CA = "-----BEGIN CERTIFICATE-----\nMII\n-----END CERTIFICATE-----\n";

        @Test
        void the_checksum_is_over_every_byte_of_the_file() {
            var facts = Printed.withDocker("")
                    .without("serverca")
                    .said("serverca", CA)
                    .facts();

            assertThat(facts.membership().map(it -> ((Membership.Agent) it).caChecksum()))
                    .isEqualTo(Reading.of(sha256(CA)))
                    .isNotEqualTo(Reading.of(sha256(CA.strip())));
        }

        private static String sha256(String text) {
            try {
                return HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        @Test
        void a_container_that_still_waits_is_running_and_not_complete() {
            var facts = Printed.withDocker(A + " frosty_hopper rancher/rancher-agent:v2.1.6 agent - Up 3 seconds\n"
                            + "container " + A + "\nCATTLE_SERVER=https://rancher.example\n")
                    .facts();

            assertThat(facts.membership())
                    .isEqualTo(Reading.of(
                            new Membership.Agent("https://rancher.example", "", true, false, "frosty_hopper")));
        }

        @Test
        void the_clusters_own_pod_counts_before_an_old_container_of_another_server() {
            var pod = "k8s_agent_cattle-node-agent-x7k2p_cattle-system_0b1c_0";
            var facts = Printed.withDocker(A + " old rancher/rancher-agent:v2.0.8 agent - Exited (1) 2 weeks ago\n" + B
                            + " " + pod + " sha256:7990ecfaa33e agent pod Up 2 hours\n" + "container " + A
                            + "\nCATTLE_SERVER=https://old.example\n" + "container " + B
                            + "\nCATTLE_SERVER=https://rancher.example:8443/\n")
                    .facts();

            assertThat(facts.membership())
                    .isEqualTo(Reading.of(new Membership.Agent("https://rancher.example:8443", "", true, true, pod)));
        }

        @Test
        void a_file_that_may_not_be_read_is_not_a_file_that_is_not_there() {
            var facts = Printed.withDocker("")
                    .without("serverca")
                    .line("!serverca denied /etc/kubernetes/ssl/certs/serverca")
                    .facts();

            assertThat(facts.membership())
                    .isEqualTo(Reading.unknown("/etc/kubernetes/ssl/certs/serverca: permission denied"));
        }

        @Test
        void rancher_itself_under_any_registry() {
            var facts = Printed.withDocker(A + " rancher registry.example:5000/rancher/rancher:v2.1.6 - - Up 4 days\n"
                            + B + " stopped rancher/rancher:stable - - Exited (0) 1 day ago\n")
                    .facts();

            assertThat(facts.rancherServers()).isEqualTo(Reading.of(List.of("rancher")));
        }
    }

    @Nested
    class Leftovers {

        @Test
        void of_a_cluster_and_nothing_that_belongs_to_others() {
            var a = "a".repeat(64) + " ";
            var facts = Printed.withDocker(
                            a + "k8s_POD_coredns_kube-system_1_0 rancher/pause-amd64:3.1 - pod Exited (0) 2 days ago\n"
                                    + a + "kubelet rancher/hyperkube:v1.11.6-rancher1 - - Exited (0) 2 days ago\n"
                                    + a + "web nginx:1.15 - - Up 3 days\n"
                                    + a + "etcd quay.io/coreos/etcd:v3.3 - - Up 3 days\n"
                                    + "image rancher/hyperkube:v1\n"
                                    + "image nginx\n"
                                    + "image registry.example/rancher/rke-tools:v2\n")
                    .said("paths", "/etc/cni\n/opt/rke\n/var/lib/rancher\n")
                    .said("sizes", "12\t/etc/cni\n2048\t/opt/rke\n")
                    .said("mounts", "/var/lib/kubelet/pods/1/volumes/x\n")
                    .said(
                            "interfaces",
                            "lo\neth0\ndocker0\nveth12ab\ncali4f0b2c1d9ae\nflannel.1\ncni0\ncni0/brif/veth77\n")
                    .said(
                            "iptables-save",
                            "*nat\n:PREROUTING ACCEPT [0:0]\n:DOCKER - [0:0]\n:KUBE-SERVICES - [0:0]\n"
                                    + ":KUBE-SEP-X - [0:0]\n:cali-INPUT - [0:0]\n:KUBERA - [0:0]\n")
                    .said("ipsets", "cali40all-ipam-pools\nf2b-sshd\n")
                    .line("@service:k3s /etc/systemd/system/k3s.service")
                    .said("processes", "1 systemd\n99 kubelet\n98 kubelet\n97 nginx\n")
                    .facts();

            assertThat(facts.leftovers().known().orElseThrow())
                    .extracting(Leftover::id)
                    .containsExactlyInAnyOrder(
                            "container:k8s_POD_coredns_kube-system_1_0",
                            "container:kubelet",
                            "container:web",
                            "container:etcd",
                            "path:/etc/cni",
                            "path:/opt/rke",
                            "path:/var/lib/rancher",
                            "mount:/var/lib/kubelet/pods/1/volumes/x",
                            "interface:cali4f0b2c1d9ae",
                            "interface:flannel.1",
                            "interface:cni0",
                            "interface:veth77",
                            "iptables:KUBE-",
                            "iptables:cali-",
                            "ipset:cali40all-ipam-pools",
                            "image:rancher/hyperkube:v1",
                            "image:registry.example/rancher/rke-tools:v2",
                            "service:k3s",
                            "process:kubelet");
        }

        @Test
        void sizes_that_took_too_long_are_unknown_and_the_paths_are_still_there() {
            var facts = Printed.withoutDocker()
                    .said("paths", "/var/lib/kubelet\n")
                    .said("sizes", "", "")
                    .facts();

            assertThat(facts.leftovers().known().orElseThrow())
                    .singleElement()
                    .satisfies(left -> assertThat(left.size()).isEqualTo(Reading.unknown("sizes: no answer in time")));
        }

        @Test
        void each_thing_has_an_owner() {
            var id = "b".repeat(64);
            var facts = Printed.withDocker(id + " db postgres:11 - - Up 3 days\n"
                            + "c".repeat(64) + " kubelet rancher/hyperkube:v1 - - Up 3 days\n"
                            + "volume db-data\nvolume pods\nvolume nobodys\n"
                            + "uses " + id + " db-data,/srv\nuses " + "c".repeat(64) + " pods\n")
                    .said(
                            "paths",
                            "/opt/rke\n"
                                    + "/opt/rke/etcd-snapshots\n"
                                    + "/etc/ceph\n"
                                    + "/root/.kube/config\n"
                                    + "/etc/cni\n"
                                    + "/etc/cni/net.d/87-podman.conflist\n"
                                    + "/var/lib/rancher/k3s/storage\n"
                                    + "/usr/local/bin/k3s\n")
                    .said("processes", "1 systemd\n7 etcd\n8 etcd\n9 kubelet\n10 nginx\n11 postgres\n")
                    .said(
                            "kin",
                            "group 7 /docker/" + id + "\ngroup 9 /docker/" + "c".repeat(64) + "\n"
                                    + "group 10 /kubepods/burstable/pod1/" + "d".repeat(64) + "\ngroup 11 /docker/" + id
                                    + "\n")
                    .facts();

            assertThat(facts.leftovers().known().orElseThrow())
                    .extracting(one -> one.id() + " " + one.owner())
                    .containsExactlyInAnyOrder(
                            "container:db foreign",
                            "container:kubelet kubernetes",
                            "volume:db-data foreign",
                            "volume:pods data",
                            "volume:nobodys foreign",
                            "path:/opt/rke kubernetes",
                            "path:/opt/rke/etcd-snapshots snapshot",
                            "path:/etc/ceph foreign",
                            "path:/root/.kube/config foreign",
                            "path:/etc/cni network",
                            "path:/etc/cni/net.d/87-podman.conflist foreign",
                            "path:/var/lib/rancher/k3s/storage data",
                            "path:/usr/local/bin/k3s rancher",
                            "process:etcd foreign",
                            "process:kubelet kubernetes",
                            "process:nginx kubernetes");
        }

        @Test
        void what_podman_shares_with_a_cluster_is_nobodys_alone() {
            var shared = "/etc/cni\n/opt/cni\n/var/lib/cni\n/var/lib/calico\n";
            for (var podman : new boolean[] {false, true}) {
                var facts = Printed.withoutDocker()
                        .said("paths", shared + (podman ? "/etc/cni/net.d/87-podman.conflist\n" : ""))
                        .said("interfaces", "cni0\ncni0/brif/veth1\nflannel.1\n")
                        .said("mounts", "/run/netns/cni-1\n/var/lib/kubelet/x\n")
                        .said("iptables-save", "*nat\n:CNI-FORWARD - [0:0]\n:KUBE-SERVICES - [0:0]\n")
                        .facts();

                assertThat(facts.leftovers().known().orElseThrow())
                        .filteredOn(one -> !one.isOfCluster())
                        .extracting(Leftover::id)
                        .containsExactlyInAnyOrder(
                                podman
                                        ? new String[] {
                                            "path:/opt/cni",
                                            "path:/var/lib/cni",
                                            "path:/etc/cni/net.d/87-podman.conflist",
                                            "interface:cni0",
                                            "interface:veth1",
                                            "mount:/run/netns/cni-1",
                                            "iptables:CNI-"
                                        }
                                        : new String[0]);
            }
        }

        @Test
        void a_container_is_told_from_a_later_one_of_its_name() {
            var facts = Printed.withDocker("c".repeat(64) + " kubelet rancher/hyperkube:v1 - - Up 3 days\n")
                    .facts();

            assertThat(facts.leftovers().known().orElseThrow())
                    .singleElement()
                    .satisfies(one -> assertThat(one.key()).isEqualTo("c".repeat(64)));
        }

        @Test
        void beside_what_was_found_a_question_without_an_answer_is_said() {
            assertThat(Printed.withoutDocker()
                            .said("mounts", "/var/lib/kubelet/a\n")
                            .said("paths", "", "")
                            .facts()
                            .leftovers()
                            .known()
                            .orElseThrow())
                    .extracting(Leftover::id)
                    .containsExactly("mount:/var/lib/kubelet/a", "unasked:paths: no answer in time");
        }

        @Test
        void members_of_etcd_as_it_was_told_them() {
            assertThat(Printed.withoutDocker()
                            .said("etcd", "etcd-a=https://10.0.0.1:2380,etcd-b=https://[fd00::2]:2380\n")
                            .facts()
                            .etcdMembers())
                    .isEqualTo(Reading.of(List.of("10.0.0.1", "fd00::2")));
        }

        @Test
        void nothing_found_where_not_everything_was_asked_is_not_nothing() {
            assertThat(Printed.withoutDocker().said("paths", "", "").facts().leftovers())
                    .isEqualTo(Reading.unknown("paths: no answer in time"));
        }
    }
}
