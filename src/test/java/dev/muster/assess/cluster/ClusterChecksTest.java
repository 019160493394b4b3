package dev.muster.assess.cluster;

import static dev.muster.Given.host;
import static dev.muster.Given.setup;
import static dev.muster.Given.windows;
import static dev.muster.setup.Role.CONTROLPLANE;
import static dev.muster.setup.Role.ETCD;
import static dev.muster.setup.Role.WORKER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.Given;
import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Situation;
import dev.muster.base.HostName;
import dev.muster.base.Reading;
import dev.muster.base.Secret;
import dev.muster.catalog.Catalog;
import dev.muster.probe.Probed;
import dev.muster.setup.ClusterSettings;
import dev.muster.setup.ClusterSettings.Distribution;
import dev.muster.setup.ClusterSettings.Network;
import dev.muster.setup.Host;
import dev.muster.setup.Os;
import dev.muster.setup.RancherSettings;
import dev.muster.setup.Registration;
import dev.muster.setup.RegistrationReading;
import dev.muster.setup.RegistrationReading.Readable;
import dev.muster.setup.Role;
import dev.muster.setup.Setup;
import dev.muster.setup.registration.RegistrationCommand;
import dev.muster.text.Language;
import dev.muster.text.Texts;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ClusterChecksTest {

    private static final String SUM = Given.CHECKSUM;

    @Test
    void a_healthy_setup_has_nothing_that_stops() {
        var findings = assess(Given.situation(setup()));

        assertThat(findings).noneMatch(Finding::stops);
        assertThat(findings.stream().map(Finding::id).collect(Collectors.toSet()))
                .containsAll(
                        ClusterChecks.all().stream().map(check -> check.id()).toList());
    }

    @Nested
    final class TheRegistration {

        @Test
        void that_is_missing_waits() {
            assertThat(states(with(new RegistrationReading.Missing()), CheckId.REGISTRATION_READABLE))
                    .containsExactly("HARD PENDING");
            assertThat(states(with(new RegistrationReading.Missing()), CheckId.REGISTRATION_SERVER))
                    .containsExactly("HARD NOT_APPLICABLE");
        }

        @Test
        void that_is_broken_says_each_thing_that_is_wrong() {
            var command =
                    "docker run rancher/rancher-agent:v2.1.6 --server http://r.example.org --token t --ca-checksum 12";

            assertThat(states(with(RegistrationCommand.read(command)), CheckId.REGISTRATION_READABLE))
                    .containsExactly("HARD FAILED", "HARD FAILED");
        }

        @ParameterizedTest
        @CsvSource(nullValues = "-", textBlock = """
            # command's server,                 setup's,                         state
            https://rancher.example.org,        https://rancher.example.org,     PASSED
            https://Rancher.example.org:443/,   https://rancher.example.org,     PASSED
            https://rancher.example.org,        '',                              PASSED
            '',                                 https://rancher.example.org,     PASSED
            https://rancher.example.org:8443,   https://rancher.example.org,     FAILED
            https://other.example.org,          https://rancher.example.org,     FAILED
            '',                                 '',                              FAILED
            """)
        void is_of_the_setups_own_server(String said, String wanted, String state) {
            var registration = registration(said, SUM, "rancher/rancher-agent:v2.1.6", Set.of(), List.of(), List.of());

            assertThat(states(with(rancher("v2.1.6", wanted), registration), CheckId.REGISTRATION_SERVER))
                    .containsExactly("HARD " + state);
        }

        @ParameterizedTest
        @CsvSource(textBlock = """
            # image,                                                  version, state
            rancher/rancher-agent:v2.1.6,                             v2.1.6,  PASSED
            rancher/rancher-agent:v2.1.6,                             v2.1,    PASSED
            r.example.org:5000/rancher/rancher-agent:v2.1.6,          v2.1.6,  PASSED
            rancher/rancher-agent:v2.1.6-nanoserver-1803,             v2.1.6,  PASSED
            rancher/rancher-agent:v2.1.10,                            v2.1.1,  FAILED
            rancher/rancher-agent:v2.1.5,                             v2.1.6,  FAILED
            rancher/rancher-agent:v2.2.0,                             v2.1,    FAILED
            rancher/rancher-agent:latest,                             v2.1.6,  FAILED
            rancher/rancher-agent,                                    v2.1.6,  FAILED
            """)
        void is_of_the_setups_own_version(String image, String version, String state) {
            var registration = registration(Given.SERVER, SUM, image, Set.of(), List.of(), List.of());

            assertThat(states(with(rancher(version, ""), registration), CheckId.REGISTRATION_VERSION))
                    .containsExactly("SOFT " + state);
        }

        @ParameterizedTest
        @CsvSource(textBlock = """
            # roles of the command, said of one node,         state
            '',                     '',                       PASSED
            worker,                 '',                       PASSED
            etcd controlplane worker, '',                     PASSED
            etcd,                   '',                       FAILED
            '',                     --node-name lin2,         PASSED
            '',                     --node-name LIN2,         PASSED
            '',                     --node-name lin9,         FAILED
            '',                     -n lin9,                  FAILED
            '',                     --address 10.0.0.12,      PASSED
            '',                     --address 10.0.0.99,      FAILED
            '',                     --internal-address 10.0.0.12, PASSED
            '',                     --label disk=ssd,         FAILED
            '',                     -nodeName lin2,           PASSED
            '',                     CATTLE_NODE_NAME lin9,    FAILED
            '',                     CATTLE_NODE_NAME lin2,    PASSED
            """)
        void says_of_a_node_what_is_true_of_one(String roles, String said, String state) {
            var registration = registration(
                    Given.SERVER,
                    SUM,
                    "rancher/rancher-agent:v2.1.6",
                    roles(roles),
                    said.isEmpty() ? List.of() : List.of(said),
                    List.of());

            assertThat(states(with(registration), CheckId.REGISTRATION_ROLES)).containsExactly("SOFT " + state);
        }

        @Test
        void has_flags_that_the_agent_knows() {
            var unknown = List.of("--taints", "--token=", "-a 10.0.0.5", "--foo");
            var registration =
                    registration(Given.SERVER, SUM, "rancher/rancher-agent:v2.1.6", Set.of(), List.of(), unknown);

            assertThat(of(with(registration), CheckId.REGISTRATION_FLAGS))
                    .extracting(
                            finding -> finding.state() + " " + finding.what().key())
                    .containsExactly(
                            "FAILED FLAGS_TAINTS", "FAILED FLAGS_EQUALS", "FAILED FLAGS_ADDRESS", "FAILED FLAGS_FAILS");
        }

        @Test
        void trap_2_1_2_has_a_checksum_when_windows_hosts_join() {
            var none = registration(Given.SERVER, "", "rancher/rancher-agent:v2.1.6", Set.of(), List.of(), List.of());
            var mixed = setup(host("lin1", 11, ETCD, CONTROLPLANE, WORKER), windows("win1", 21));

            assertThat(states(situation(mixed, new Readable(none)), CheckId.REGISTRATION_CA))
                    .containsExactly("HARD FAILED");
            assertThat(states(situation(mixed, new Readable(Given.registration())), CheckId.REGISTRATION_CA))
                    .containsExactly("HARD PASSED");
            assertThat(states(with(none), CheckId.REGISTRATION_CA)).containsExactly("HARD PASSED");
        }

        private static Set<Role> roles(String words) {
            var roles = EnumSet.noneOf(Role.class);
            Stream.of(words.split(" ", -1))
                    .filter(word -> !word.isEmpty())
                    .forEach(word -> roles.add(Role.valueOf(word.toUpperCase(java.util.Locale.ROOT))));
            return roles;
        }
    }

    @Nested
    final class Roles {

        @ParameterizedTest
        @CsvSource(textBlock = """
            # etcd, control plane, worker: etcd,        controlplane, worker,      quorum,              failover
            1,      1,             1,      HARD PASSED, HARD PASSED,  HARD PASSED, HARD PASSED,         INFO FAILED
            2,      1,             1,      HARD PASSED, HARD PASSED,  HARD PASSED, HARD FAILED,         INFO FAILED
            3,      1,             1,      HARD PASSED, HARD PASSED,  HARD PASSED, HARD PASSED,         INFO FAILED
            3,      2,             1,      HARD PASSED, HARD PASSED,  HARD PASSED, HARD PASSED,         INFO PASSED
            4,      2,             1,      HARD PASSED, HARD PASSED,  HARD PASSED, HARD FAILED,         INFO PASSED
            0,      1,             1,      HARD FAILED, HARD PASSED,  HARD PASSED, HARD NOT_APPLICABLE, INFO FAILED
            1,      0,             1,      HARD PASSED, HARD FAILED,  HARD PASSED, HARD PASSED,         INFO FAILED
            1,      1,             0,      HARD PASSED, HARD PASSED,  HARD FAILED, HARD PASSED,         INFO FAILED
            # only workers join a cluster that has the rest
            0,      0,             2,      INFO FAILED, INFO FAILED,  HARD PASSED, HARD NOT_APPLICABLE, INFO NOT_APPLICABLE
            """)
        void are_counted(
                int etcd,
                int controlPlane,
                int workers,
                String ofEtcd,
                String ofControlPlane,
                String ofWorker,
                String ofQuorum,
                String ofFailover) {
            var hosts = new java.util.ArrayList<Host>();
            add(hosts, etcd, ETCD);
            add(hosts, controlPlane, CONTROLPLANE);
            add(hosts, workers, WORKER);
            var situation = Given.situation(setup(hosts.toArray(Host[]::new)));

            assertThat(states(situation, CheckId.ROLES_ETCD)).containsExactly(ofEtcd);
            assertThat(states(situation, CheckId.ROLES_CONTROLPLANE)).containsExactly(ofControlPlane);
            assertThat(states(situation, CheckId.ROLES_WORKER)).containsExactly(ofWorker);
            assertThat(states(situation, CheckId.ROLES_QUORUM)).containsExactly(ofQuorum);
            assertThat(states(situation, CheckId.ROLES_FAILOVER)).containsExactly(ofFailover);
        }

        private static void add(List<Host> hosts, int count, Role role) {
            for (var i = 0; i < count; i++) {
                hosts.add(host("h" + hosts.size(), 11 + hosts.size(), role));
            }
        }

        @Test
        void of_a_windows_host_are_worker_alone() {
            var both = host("win1", 21, ETCD, WORKER).withOs(Os.WINDOWS);
            var setup = setup(host("lin1", 11, ETCD, CONTROLPLANE, WORKER), both, windows("win2", 22));

            assertThat(of(Given.situation(setup), CheckId.ROLES_WINDOWS))
                    .extracting(finding -> finding.host() + " " + finding.state() + " " + finding.field())
                    .containsExactly("win1 FAILED hosts[1].roles", "win2 PASSED hosts[2].roles");
            assertThat(states(Given.situation(setup()), CheckId.ROLES_WINDOWS)).containsExactly("HARD NOT_APPLICABLE");
        }

        @Test
        void need_a_linux_worker_beside_windows() {
            var without = setup(host("lin1", 11, ETCD, CONTROLPLANE), windows("win1", 21));
            var with = setup(host("lin1", 11, ETCD, CONTROLPLANE, WORKER), windows("win1", 21));

            assertThat(states(Given.situation(without), CheckId.ROLES_LINUX_WORKER))
                    .containsExactly("HARD FAILED");
            assertThat(states(Given.situation(with), CheckId.ROLES_LINUX_WORKER))
                    .containsExactly("HARD PASSED");
            assertThat(states(Given.situation(setup()), CheckId.ROLES_LINUX_WORKER))
                    .containsExactly("HARD NOT_APPLICABLE");
        }
    }

    @Nested
    final class Names {

        @Test
        void fit_a_label_of_63_characters() {
            var fits = "a".repeat(63);
            var long64 = "b".repeat(32) + "." + "c".repeat(31);
            var situation = Given.situation(
                    setup(host(fits, 11, WORKER), host(long64, 12, WORKER), host("localhost", 13, WORKER)));

            assertThat(states(situation, CheckId.NAME_VALID))
                    .containsExactly("HARD PASSED", "HARD FAILED", "HARD FAILED");
        }

        @Test
        void are_unique_as_nodes() {
            var one = host("lin1", 11, WORKER);
            var other = named(host("lin2", 12, WORKER), "lin1");
            var third = host("lin3", 13, WORKER);

            assertThat(states(Given.situation(setup(one, other, third)), CheckId.NAME_UNIQUE))
                    .containsExactly("HARD FAILED", "HARD FAILED", "HARD PASSED");
        }

        @Test
        void match_the_hosts_own_or_are_said_to_differ() {
            var setup = setup(host("lin1", 11, WORKER), host("lin2", 12, WORKER), host("lin3", 13, WORKER));
            Map<HostName, Probed> probed = new HashMap<>(Given.situation(setup).probed());
            calls(setup, probed, 0, Reading.of("LIN1.example.org"));
            calls(setup, probed, 1, Reading.of("db7"));
            calls(setup, probed, 2, Reading.unknown("hostname: not found"));
            var situation = Given.situation(setup, probed);

            assertThat(states(situation, CheckId.NAME_MATCHES))
                    .containsExactly("INFO PASSED", "INFO FAILED", "INFO UNKNOWN");
            assertThat(states(Given.situation(setup, Map.of()), CheckId.NAME_MATCHES))
                    .containsExactly("INFO UNKNOWN", "INFO UNKNOWN", "INFO UNKNOWN");
        }

        private static void calls(Setup setup, Map<HostName, Probed> probed, int place, Reading<String> name) {
            var host = setup.hosts().get(place);
            var linux = Given.healthyLinuxBut();
            linux.hostName = name;
            probed.put(host.name(), Given.probed(host, linux.facts()));
        }

        private static Host named(Host host, String nodeName) {
            return new Host(
                    host.name(),
                    host.address(),
                    host.port(),
                    host.os(),
                    host.roles(),
                    host.login(),
                    null,
                    "",
                    new HostName(nodeName),
                    host.labels(),
                    List.of());
        }
    }

    @Nested
    final class TheRancher {

        @ParameterizedTest
        @CsvSource(textBlock = """
            # version, windows, state
            v2.1.0,    false,   PASSED
            v2.1.14,   false,   PASSED
            v2.1,      false,   PASSED
            v2.1.15,   false,   FAILED
            v9.9,      false,   FAILED
            v2.6.5,    false,   UNKNOWN
            v2.1.9,    true,    PASSED
            v2.1.10,   true,    PASSED
            """)
        void is_one_that_hosts_join_as_muster_knows(String version, boolean windows, String state) {
            var situation = situation(version, windows, "", Network.FLANNEL_HOST_GW, Distribution.RKE1);

            assertThat(states(situation, CheckId.RANCHER_LINE)).containsExactly("HARD " + state);
        }

        @ParameterizedTest
        @CsvSource({"v2.15.0, RKE2", "v2.15.0, K3S", "v2.12.12, RKE2", "v2.12, K3S"})
        void is_one_of_today_with_its_system_agent(String version, Distribution distribution) {
            var situation = situation(version, false, "", Network.FLANNEL, distribution);

            assertThat(states(situation, CheckId.RANCHER_LINE)).containsExactly("HARD PASSED");
        }

        @ParameterizedTest
        @CsvSource(textBlock = """
            # version, kubernetes,          windows, distribution, state
            v2.1.6,    '',                  false,   RKE1,         SOFT PASSED
            v2.1.6,    v1.11.6-rancher1-1,  false,   RKE1,         SOFT PASSED
            v2.1.6,    v1.12,               false,   RKE1,         SOFT PASSED
            v2.1.6,    v1.11.5-rancher1-1,  false,   RKE1,         SOFT FAILED
            v2.1.6,    v1.13,               false,   RKE1,         SOFT FAILED
            v2.1.6,    '',                  true,    RKE1,         SOFT PASSED
            v2.1.7,    v1.11,               true,    RKE1,         SOFT PASSED
            v2.1.6,    '',                  false,   RKE2,         HARD FAILED
            v2.6.5,    v1.22,               false,   RKE1,         SOFT UNKNOWN
            v2.3,      v1.15,               false,   RKE1,         SOFT UNKNOWN
            # today's lines offer lines of Kubernetes
            v2.15,     '',                  false,   RKE2,         SOFT PASSED
            v2.15.0,   v1.36,               false,   RKE2,         SOFT PASSED
            v2.15.0,   v1.34.9+rke2r1,      false,   RKE2,         SOFT PASSED
            v2.15.0,   v1.33.13+rke2r2,     false,   RKE2,         SOFT FAILED
            v2.15.0,   v1.37,               false,   K3S,          SOFT FAILED
            v2.6.2,    v1.22,               false,   RKE2,         SOFT FAILED
            v2.6.3,    v1.22,               false,   RKE2,         SOFT PASSED
            v2.6.2,    '',                  false,   RKE2,         SOFT UNKNOWN
            v2.6.7,    v1.18,               false,   RKE2,         SOFT FAILED
            v2.6.7,    v1.18,               false,   K3S,          SOFT PASSED
            v2.12,     '',                  false,   RKE1,         HARD FAILED
            v2.11,     '',                  false,   RKE1,         SOFT UNKNOWN
            """)
        void offers_the_kubernetes(
                String version, String kubernetes, boolean windows, Distribution distribution, String state) {
            var situation = situation(version, windows, kubernetes, Network.FLANNEL_HOST_GW, distribution);

            assertThat(states(situation, CheckId.RANCHER_KUBERNETES)).containsExactly(state);
        }

        @ParameterizedTest
        @CsvSource(textBlock = """
            # version, network,         windows, state
            v2.1.6,    CANAL,           false,   SOFT PASSED
            v2.1.6,    FLANNEL_HOST_GW, false,   SOFT PASSED
            v2.1.6,    WEAVE,           false,   SOFT FAILED
            v2.1.6,    CILIUM,          false,   SOFT FAILED
            v2.1.6,    FLANNEL_HOST_GW, true,    HARD PASSED
            v2.1.6,    FLANNEL,         true,    HARD FAILED
            v2.1.6,    CANAL,           true,    HARD FAILED
            v2.6.5,    CANAL,           false,   SOFT UNKNOWN
            # where no Windows host can join at all, windows.line says so
            v2.1.10,   CANAL,           true,    SOFT PASSED
            """)
        void offers_the_network(String version, Network network, boolean windows, String state) {
            var situation = situation(version, windows, "", network, Distribution.RKE1);

            assertThat(states(situation, CheckId.RANCHER_NETWORK)).containsExactly(state);
        }

        @ParameterizedTest
        @CsvSource(textBlock = """
            # version, kubernetes, network, windows, state
            v2.15,     '',         CANAL,   false,   SOFT PASSED
            v2.15,     '',         WEAVE,   false,   SOFT FAILED
            # Canal and Cilium have no Windows side
            v2.15,     '',         CANAL,   true,    HARD FAILED
            v2.15,     '',         CILIUM,  true,    HARD FAILED
            v2.15,     '',         CALICO,  true,    HARD PASSED
            v2.15,     '',         FLANNEL, true,    HARD PASSED
            v2.13,     '',         FLANNEL, true,    HARD PASSED
            # the pages of 2.8 to 2.12 contradict themselves
            v2.12,     '',         FLANNEL, true,    SOFT FAILED
            v2.12,     '',         CALICO,  true,    HARD PASSED
            v2.8.3,    v1.28.7,    FLANNEL, true,    SOFT FAILED
            # Flannel came to Windows with RKE2 1.26.14, 1.27.11, 1.28.7, 1.29.2
            v2.8.3,    v1.28.6,    FLANNEL, true,    HARD FAILED
            v2.8.3,    v1.27.11,   FLANNEL, true,    SOFT FAILED
            v2.8.3,    v1.27.10,   FLANNEL, true,    HARD FAILED
            v2.8.3,    v1.28,      FLANNEL, true,    HARD UNKNOWN
            v2.8.3,    v1.25.16,   FLANNEL, true,    HARD FAILED
            v2.9,      v1.29.2,    FLANNEL, true,    SOFT FAILED
            v2.9,      v1.29.1,    FLANNEL, true,    HARD FAILED
            v2.9,      v1.30.0,    FLANNEL, true,    SOFT FAILED
            # Calico only
            v2.7,      '',         CALICO,  true,    HARD PASSED
            v2.7,      '',         FLANNEL, true,    HARD FAILED
            v2.6.5,    '',         CALICO,  true,    HARD PASSED
            v2.6.14,   '',         FLANNEL, true,    HARD FAILED
            """)
        void offers_the_network_in_rke2(
                String version, String kubernetes, Network network, boolean windows, String state) {
            var situation = situation(version, windows, kubernetes, network, Distribution.RKE2);

            assertThat(states(situation, CheckId.RANCHER_NETWORK)).containsExactly(state);
        }

        @ParameterizedTest
        @CsvSource(textBlock = """
            # version, distribution, state
            v2.1.0,    RKE1,         PASSED
            v2.1.9,    RKE1,         PASSED
            v2.1.10,   RKE1,         FAILED
            v2.1,      RKE1,         FAILED
            v2.2.3,    RKE1,         UNKNOWN
            v2.3,      RKE1,         UNKNOWN
            v2.4,      RKE1,         UNKNOWN
            v2.5,      RKE1,         UNKNOWN
            v2.11,     RKE1,         UNKNOWN
            v2.6.4,    RKE2,         UNKNOWN
            v2.6.5,    RKE2,         PASSED
            v2.7,      RKE2,         PASSED
            v2.11,     RKE2,         PASSED
            v2.15,     RKE2,         PASSED
            v2.15,     K3S,          FAILED
            v2.15,     RKE1,         UNKNOWN
            """)
        void takes_windows_hosts_or_not(String version, Distribution distribution, String state) {
            var situation = situation(version, true, "", Network.FLANNEL_HOST_GW, distribution);

            assertThat(states(situation, CheckId.WINDOWS_LINE)).containsExactly("HARD " + state);
            assertThat(states(
                            situation(version, false, "", Network.FLANNEL_HOST_GW, distribution), CheckId.WINDOWS_LINE))
                    .containsExactly("HARD NOT_APPLICABLE");
        }

        @ParameterizedTest
        @CsvSource(textBlock = """
            # version, kubernetes,          distribution, state
            v2.1.6,    '',                  RKE1,         PASSED
            v2.1.6,    v1.11.6-rancher1-1,  RKE1,         PASSED
            v2.1.6,    v1.10.12-rancher1-1, RKE1,         FAILED
            v2.1.6,    v1.12.4-rancher1-1,  RKE1,         FAILED
            # the default of 2.1.7 is 1.13
            v2.1.7,    '',                  RKE1,         FAILED
            v2.1.7,    v1.11,               RKE1,         PASSED
            v2.1.10,   '',                  RKE1,         NOT_APPLICABLE
            v2.3,      v1.15,               RKE1,         UNKNOWN
            v2.6.5,    v1.20.15,            RKE2,         FAILED
            v2.6.5,    v1.21.0,             RKE2,         PASSED
            v2.6.4,    v1.21.0,             RKE2,         UNKNOWN
            v2.15,     '',                  RKE2,         PASSED
            v2.15,     '',                  K3S,          NOT_APPLICABLE
            """)
        void has_a_kubernetes_that_works_on_windows(
                String version, String kubernetes, Distribution distribution, String state) {
            var situation = situation(version, true, kubernetes, Network.FLANNEL_HOST_GW, distribution);

            assertThat(states(situation, CheckId.WINDOWS_KUBERNETES)).containsExactly("HARD " + state);
        }

        private static Situation situation(
                String version, boolean windows, String kubernetes, Network network, Distribution distribution) {
            var lin1 = host("lin1", 11, ETCD, CONTROLPLANE, WORKER);
            var base = windows ? setup(lin1, windows("win1", 21)) : setup(lin1);
            var cluster =
                    new ClusterSettings("factory", kubernetes, distribution, network, "10.42.0.0/16", "10.43.0.0/16");
            return Given.situation(Given.setupWith(rancher(version, Given.SERVER), cluster, base));
        }
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource(textBlock = """
        # fifteen characters are kept
        factory-win-001, factory-win-002,  HARD PASSED
        factory-win-0001, web,             INFO FAILED
        factory-win-0001, factory-win-0002, HARD FAILED
        factory-win-000,  factory-win-0002, HARD FAILED
        win1,             win2,             HARD PASSED
        a.example.org,    b.example.org,    HARD PASSED
        win.example.org,  win.example.com,  HARD FAILED
        """)
    void windows_machines_can_be_told_apart_by_what_windows_keeps(String one, String other, String state) {
        var situation = Given.situation(setup(
                host("factory-win-0001-linux", 11, ETCD, CONTROLPLANE, WORKER), windows(one, 21), windows(other, 22)));

        assertThat(states(situation, CheckId.NAME_NETBIOS)).hasSize(2).first().isEqualTo(state);
    }

    static Stream<Situation> allKinds() {
        var mixed = setup(host("lin1", 11, ETCD, ETCD), host("lin2", 12, ETCD), windows("win1", 21));
        return Stream.of(
                Given.situation(setup()),
                Given.situation(mixed),
                with(new RegistrationReading.Missing()),
                with(RegistrationCommand.read("kubectl apply -f x")),
                Given.situation(
                        Given.setupWith(rancher("v2.6.5", "https://other.example.org"), setup().cluster(), mixed)),
                Given.situation(Given.setupWith(rancher("v2.1.10", ""), setup().cluster(), mixed)),
                Given.situation(Given.setupWith(
                        rancher("v2.8.3", ""),
                        new ClusterSettings(
                                "a", "v1.20", Distribution.RKE2, Network.FLANNEL, "10.42.0.0/16", "10.43.0.0/16"),
                        mixed)),
                Given.situation(Given.setupWith(
                        rancher("v2.12", ""),
                        new ClusterSettings(
                                "a", "", Distribution.RKE2, Network.FLANNEL, "10.42.0.0/16", "10.43.0.0/16"),
                        mixed)),
                Given.situation(Given.setupWith(
                        rancher("v2.15", ""),
                        new ClusterSettings("a", "", Distribution.K3S, Network.CANAL, "10.42.0.0/16", "10.43.0.0/16"),
                        mixed)),
                Given.situation(Given.setupWith(rancher("v9.9", ""), Given.cluster(Network.WEAVE, "v1.99"), setup())));
    }

    @ParameterizedTest
    @MethodSource("allKinds")
    void every_finding_says_found_wanted_why_and_fix_in_both_languages(Situation situation) {
        for (var finding : assess(situation)) {
            for (var language : Language.values()) {
                var texts = new Texts(language);
                assertThat(List.of(finding.found(), finding.wanted(), finding.what(), finding.why(), finding.fix()))
                        .allSatisfy(
                                text -> assertThat(texts.of(text)).isNotBlank().doesNotContain("{"));
            }
            assertThat(finding.source()).isNotBlank();
            assertThat(finding.field()).isNotBlank();
        }
    }

    private static List<Finding> assess(Situation situation) {
        return ClusterChecks.all().stream()
                .flatMap(check -> check.assess(situation).stream())
                .toList();
    }

    private static List<Finding> of(Situation situation, CheckId id) {
        return assess(situation).stream().filter(finding -> finding.id() == id).toList();
    }

    private static List<String> states(Situation situation, CheckId id) {
        return of(situation, id).stream()
                .map(finding -> finding.severity() + " " + finding.state())
                .toList();
    }

    private static Situation with(RegistrationReading reading) {
        return situation(setup(), reading);
    }

    private static Situation with(Registration registration) {
        return with(new Readable(registration));
    }

    private static Situation with(RancherSettings rancher, Registration registration) {
        return situation(Given.setupWith(rancher, setup().cluster(), setup()), new Readable(registration));
    }

    private static Situation situation(Setup setup, RegistrationReading reading) {
        return new Situation(setup, reading, Given.situation(setup).probed(), Catalog.shipped());
    }

    private static RancherSettings rancher(String version, String server) {
        return new RancherSettings(version, RancherSettings.Edition.COMMUNITY, server, null);
    }

    private static Registration registration(
            String server, String sum, String image, Set<Role> roles, List<String> said, List<String> unknown) {
        return new Registration(
                server, Optional.of(Secret.of("a".repeat(54))), sum, image, Os.LINUX, roles, said, unknown);
    }
}
