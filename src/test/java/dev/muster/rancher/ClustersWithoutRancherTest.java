package dev.muster.rancher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.base.ProblemException;
import dev.muster.practice.rancher.Mishap;
import dev.muster.practice.rancher.PracticeRancher;
import dev.muster.practice.rancher.Release;
import dev.muster.setup.ClusterSettings;
import dev.muster.setup.ClusterSettings.Distribution;
import dev.muster.setup.ClusterSettings.Network;
import dev.muster.setup.RegistrationReading;
import org.junit.jupiter.api.Test;

/// Against practice Rancher; no Rancher took part.
final class ClustersWithoutRancherTest {

    private static final ServerVersion V21 = new ServerVersion("v2.1.6");
    private static final ServerVersion TODAY = new ServerVersion("v2.15.0");

    private static final ClusterSettings FACTORY = new ClusterSettings(
            "factory", "", Distribution.RKE1, Network.FLANNEL_HOST_GW, "10.42.0.0/16", "10.43.0.0/16");
    private static final ClusterSettings WORKS =
            new ClusterSettings("works", "", Distribution.RKE2, Network.CALICO, "10.42.0.0/16", "10.43.0.0/16");

    private static final Call MAKE_21 = ClusterCalls.of(V21, FACTORY, "v1.11.6-rancher1-1");
    private static final Call MAKE_TODAY = ClusterCalls.of(TODAY, WORKS, "v1.35.7+rke2r1");

    @Test
    void a_cluster_of_2_1_is_made_and_found_by_its_name_in_any_case() throws Exception {
        try (var rancher = PracticeRancher.start(Release.V2_1_6);
                var client = Signed.in(rancher)) {
            assertThat(client.find(V21, "factory")).isEmpty();

            var made = client.make(V21, "factory", MAKE_21);

            assertThat(client.find(V21, "FACTORY")).hasValue(made);
            assertThat(rancher.made("factory").orElseThrow()).contains("\"flannel_backend_type\":\"host-gw\"");
        }
    }

    @Test
    void a_cluster_of_today_is_waited_for_until_it_has_an_id() throws Exception {
        try (var rancher = PracticeRancher.start(Release.V2_15_0);
                var client = Signed.in(rancher)) {
            assertThat(client.find(TODAY, "works")).isEmpty();

            var made = client.make(TODAY, "works", MAKE_TODAY);

            assertThat(made.value()).startsWith("c-m-");
            assertThat(client.find(TODAY, "works")).hasValue(made);
        }
    }

    @Test
    void a_name_that_is_taken_makes_nothing() throws Exception {
        try (var rancher = PracticeRancher.start(Release.V2_1_6);
                var client = Signed.in(rancher)) {
            client.make(V21, "factory", MAKE_21);

            var thrown = catchThrowableOfType(ProblemException.class, () -> client.make(V21, "factory", MAKE_21));

            assertThat(thrown.problems().getFirst().what().key()).isEqualTo(RancherWords.NAME_TAKEN);
        }
    }

    @Test
    void a_cluster_whose_making_was_not_answered_is_looked_for_and_not_made_twice() throws Exception {
        try (var rancher = PracticeRancher.start(Release.V2_1_6);
                var client = Signed.in(rancher)) {
            rancher.mishaps().next("POST", "/v3/clusters", new Mishap.Cut());

            var made = client.make(V21, "factory", MAKE_21);

            assertThat(client.find(V21, "factory")).hasValue(made);
            assertThat(rancher.asked().changes()).containsExactly("POST /v3/clusters");
        }
    }

    @Test
    void a_cluster_that_may_be_there_is_said_to_be_so() throws Exception {
        try (var rancher = PracticeRancher.start(Release.V2_1_6);
                var client = Signed.in(rancher)) {
            rancher.mishaps().next("POST", "/v3/clusters", new Mishap.Cut());
            for (var i = 0; i < 4; i++) {
                rancher.mishaps().next("GET", "/v3/clusters", new Mishap.Busy(503, 0));
            }

            var thrown = catchThrowableOfType(ProblemException.class, () -> client.make(V21, "factory", MAKE_21));

            assertThat(thrown.problems().getFirst().what().key()).isEqualTo(RancherWords.CREATION_UNSURE);
        }
    }

    @Test
    void a_busy_rancher_is_not_asked_twice_for_a_cluster() throws Exception {
        try (var rancher = PracticeRancher.start(Release.V2_1_6);
                var client = Signed.in(rancher)) {
            rancher.mishaps().next("POST", "/v3/clusters", new Mishap.Busy(503, 0));

            assertThatThrownBy(() -> client.make(V21, "factory", MAKE_21)).isInstanceOf(ProblemException.class);

            assertThat(rancher.asked().changes()).hasSize(1);
        }
    }

    @Test
    void a_cluster_of_2_1_gets_its_registration_token_when_it_has_none() throws Exception {
        try (var rancher = PracticeRancher.start(Release.V2_1_6);
                var client = Signed.in(rancher)) {
            var cluster = client.make(V21, "factory", MAKE_21);
            assertThat(client.commands(cluster)).isEmpty();

            var made = client.makeCommands(cluster);

            assertThat(client.commands(cluster).orElseThrow().linux().revealString())
                    .isEqualTo(made.linux().revealString());
            assertThat(made.registration()).isInstanceOfSatisfying(RegistrationReading.Readable.class, readable -> {
                var registration = readable.registration();
                assertThat(registration.server()).isEqualTo(rancher.url());
                assertThat(registration.caChecksum()).isEqualTo(rancher.caChecksum());
                assertThat(registration.imageTag()).isEqualTo("v2.1.6");
            });
            assertThat(made.toString()).doesNotContain("docker");
        }
    }

    @Test
    void trap_today_1_a_command_with_token_in_braces_is_refused() throws Exception {
        try (var rancher = PracticeRancher.start(Release.V2_15_0);
                var client = Signed.in(rancher)) {
            var cluster = client.make(TODAY, "works", MAKE_TODAY);
            rancher.mishaps().keepTokensBack(true);

            var thrown = catchThrowableOfType(ProblemException.class, () -> client.commands(cluster));

            assertThat(thrown.problems().getFirst().what().key()).isEqualTo(RancherWords.TOKEN_KEPT_BACK);
        }
    }

    @Test
    void trap_today_1_a_token_that_has_rotated_is_fetched_anew() throws Exception {
        try (var rancher = PracticeRancher.start(Release.V2_15_0);
                var client = Signed.in(rancher)) {
            var cluster = client.make(TODAY, "works", MAKE_TODAY);
            var before = client.commands(cluster).orElseThrow().linux().revealString();

            rancher.rotate("works");

            assertThat(client.commands(cluster).orElseThrow().linux().revealString())
                    .isNotEqualTo(before)
                    .contains("system-agent-install.sh");
        }
    }

    @Test
    void the_server_says_which_kubernetes_it_offers() throws Exception {
        try (var rancher = PracticeRancher.start(Release.V2_1_6);
                var client = Signed.in(rancher)) {
            var offered = client.offeredKubernetes();

            assertThat(offered).contains("v1.12.4-rancher1-1", "v1.9.7-rancher2-2");
            assertThat(KubernetesChoice.line21(offered, "", true)).isEqualTo("v1.11.6-rancher1-1");
        }
    }
}
