package dev.muster.rancher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.base.ProblemException;
import dev.muster.setup.ClusterSettings;
import dev.muster.setup.ClusterSettings.Distribution;
import dev.muster.setup.ClusterSettings.Network;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// No Rancher took part: what a request must say is known from its source and documentation.
final class ClusterCallsTest {

    private static final ServerVersion V21 = new ServerVersion("v2.1.6");
    private static final ServerVersion TODAY = new ServerVersion("v2.15.0");

    private static JsonNode body(ServerVersion version, Distribution distribution, Network network) {
        var cluster = new ClusterSettings("factory", "", distribution, network, "10.42.0.0/16", "10.43.0.0/16");
        return Objects.requireNonNull(ClusterCalls.of(version, cluster, "v1").body());
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(textBlock = """
        # network,       plugin,  backend
        FLANNEL_HOST_GW, flannel, host-gw
        FLANNEL,         flannel, vxlan
        CANAL,           canal,   vxlan
        CALICO,          calico,  ''
        WEAVE,           weave,   ''
        """)
    void trap_2_1_9_the_backend_is_spelt_in_snake_case_inside_options(Network network, String plugin, String backend) {
        var json = body(V21, Distribution.RKE1, network)
                .path("rancherKubernetesEngineConfig")
                .path("network");

        assertThat(json.path("plugin").asString()).isEqualTo(plugin);
        assertThat(json.path("options").path("flannel_backend_type").asString(""))
                .isEqualTo(backend);
        assertThat(json.toString()).doesNotContain("flannelBackendType");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"FLANNEL, flannel", "CANAL, canal", "CALICO, calico", "CILIUM, cilium"})
    void trap_today_16_the_network_is_named_always(Network network, String cni) {
        var json = body(TODAY, Distribution.RKE2, network)
                .path("spec")
                .path("rkeConfig")
                .path("machineGlobalConfig");

        assertThat(json.path("cni").asString()).isEqualTo(cni);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(textBlock = """
        v2.1.6,  RKE1, CILIUM
        v2.15.0, RKE2, FLANNEL_HOST_GW
        v2.15.0, RKE2, WEAVE
        v2.15.0, K3S,  CALICO
        """)
    void a_network_that_the_line_has_not_is_refused_and_not_replaced(
            String version, Distribution distribution, Network network) {
        assertThatThrownBy(() -> body(new ServerVersion(version), distribution, network))
                .isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(nullValues = "none", delimiter = '|', textBlock = """
        v1.9.7-rancher2-2 v1.11.6-rancher1-1 v1.12.4-rancher1-1 | v1.11.6-rancher1-1
        v1.11.8-rancher1-1 v1.11.10-rancher1-1 v1.13.4-rancher1-1 | v1.11.10-rancher1-1
        v1.12.4-rancher1-1 v1.13.4-rancher1-1                   | none
        """)
    void trap_2_1_0_windows_takes_the_newest_of_1_11(String offered, String expected) {
        var server = List.of(offered.split(" ", -1));

        if (expected == null) {
            assertThatThrownBy(() -> KubernetesChoice.line21(server, "", true)).isInstanceOf(ProblemException.class);
        } else {
            assertThat(KubernetesChoice.line21(server, "", true)).isEqualTo(expected);
        }
    }

    @ParameterizedTest(name = "''{0}''")
    @CsvSource(nullValues = "refused", delimiter = '|', textBlock = """
        v1.12.4-rancher1-1 | v1.12.4-rancher1-1
        v1.12              | v1.12.4-rancher1-1
        ''                 | ''
        v1.13              | refused
        v1.12.5-rancher1-1 | refused
        """)
    void a_server_of_2_1_is_asked_for_what_it_offers(String wanted, String expected) {
        var server = List.of("v1.11.6-rancher1-1", "v1.12.4-rancher1-1");

        if (expected == null) {
            assertThatThrownBy(() -> KubernetesChoice.line21(server, wanted, false))
                    .isInstanceOf(ProblemException.class);
        } else {
            assertThat(KubernetesChoice.line21(server, wanted, false)).isEqualTo(expected);
        }
    }

    @ParameterizedTest(name = "''{0}''")
    @ValueSource(strings = {"", "v1.35", "v1.35.7", "v1.11.6-rancher1-1", "v1.35.7+rke2"})
    void today_takes_a_whole_version_only(String wanted) {
        assertThat(KubernetesChoice.today("v1.35.7+rke2r1")).isEqualTo("v1.35.7+rke2r1");
        assertThatThrownBy(() -> KubernetesChoice.today(wanted)).isInstanceOf(ProblemException.class);
    }

    @Test
    void trap_2_1_15_snapshots_are_said() {
        var etcd = body(V21, Distribution.RKE1, Network.CANAL)
                .path("rancherKubernetesEngineConfig")
                .path("services")
                .path("etcd");

        assertThat(etcd.path("snapshot").asBoolean()).isTrue();
        assertThat(etcd.path("creation").asString()).isEqualTo("12h");
    }

    @Test
    void other_networks_for_pods_and_services_are_said_everywhere_where_2_1_wants_them() {
        var cluster =
                new ClusterSettings("factory", "", Distribution.RKE1, Network.CANAL, "10.52.0.0/16", "10.53.0.0/16");
        var services = Objects.requireNonNull(ClusterCalls.of(V21, cluster, "").body())
                .path("rancherKubernetesEngineConfig")
                .path("services");

        assertThat(services.path("kubeController").path("clusterCidr").asString())
                .isEqualTo("10.52.0.0/16");
        assertThat(services.path("kubeApi").path("serviceClusterIpRange").asString())
                .isEqualTo("10.53.0.0/16");
        assertThat(services.path("kubelet").path("clusterDnsServer").asString()).isEqualTo("10.53.0.10");
    }
}
