package dev.muster.practice.rancher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PracticeRancherTest {

    private static final String NETWORK =
            "{\"type\":\"networkConfig\",\"plugin\":\"flannel\",\"options\":{\"flannel_backend_type\":\"host-gw\"}}";
    private static final String CLUSTER =
            "{\"type\":\"cluster\",\"name\":\"factory\",\"rancherKubernetesEngineConfig\":{\"network\":" + NETWORK
                    + "}}";

    @Nested
    final class Of_the_line_2_1 {

        private PracticeRancher rancher;
        private Asker asker;

        @BeforeEach
        void start() throws Exception {
            rancher = PracticeRancher.start(Release.V2_1_6);
            asker = new Asker(rancher);
        }

        @AfterEach
        void stop() {
            asker.close();
            rancher.close();
        }

        @Test
        void a_client_that_does_not_know_its_authority_hangs_up() {
            try (var stranger = HttpClient.newHttpClient()) {
                var request = HttpRequest.newBuilder(URI.create(rancher.url() + "/ping"))
                        .build();

                assertThatThrownBy(() -> stranger.send(request, HttpResponse.BodyHandlers.ofString()))
                        .isInstanceOf(SSLHandshakeException.class);
            }
        }

        @Test
        void it_answers_a_ping_and_shows_its_authority_to_everybody() throws Exception {
            assertThat(asker.send("GET", "/ping", "").body()).isEqualTo("pong");
            assertThat(asker.get("/v3/settings/cacerts").path("value").asString())
                    .isEqualTo(rancher.authority());
            assertThat(asker.send("GET", "/v3/settings/server-version", "").statusCode())
                    .isEqualTo(401);
        }

        @Test
        void admin_signs_in_and_has_to_change_the_password() throws Exception {
            var signedIn = asker.post(
                    "/v3-public/localProviders/local?action=login",
                    "{\"username\":\"admin\",\"password\":\"admin\",\"responseType\":\"json\",\"ttl\":57600000}");
            // the fields that the fact file names are needed, or the body isn't the one it shows
            assertThat(signedIn.path("code").asString("")).isEqualTo("");

            asker.as(signedIn.path("token").asString());
            assertThat(asker.get("/v3/users?me=true")
                            .path("data")
                            .path(0)
                            .path("mustChangePassword")
                            .asBoolean())
                    .isTrue();
            var changed = asker.send(
                    "POST",
                    "/v3/users?action=changepassword",
                    "{\"currentPassword\":\"admin\",\"newPassword\":\"another\"}");

            assertThat(changed.statusCode()).isEqualTo(200);
            assertThat(asker.get("/v3/settings/first-login").path("value").asString())
                    .isEqualTo("false");
        }

        @Test
        void a_wrong_password_is_401() throws Exception {
            var answer = asker.send(
                    "POST",
                    "/v3-public/localProviders/local?action=login",
                    "{\"username\":\"admin\",\"password\":\"wrong\"}");

            assertThat(answer.statusCode()).isEqualTo(401);
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource(delimiter = '|', textBlock = """
            # the body                                                     | status | code               | field
            {"type":"cluster"}                                              | 422 | MissingRequired    | -
            {"name":"a","rancherKubernetesEngineConfig":{}}                 | 422 | MissingRequired    | rancherKubernetesEngineConfig.network
            {"name":"a","rancherKubernetesEngineConfig":{"network":{"plugin":"none"}}} | 422 | InvalidOption | rancherKubernetesEngineConfig.network.plugin
            {"name":1,"rancherKubernetesEngineConfig":{"network":{"plugin":"canal"}}}  | 422 | InvalidFormat | name
            {"name":"a","windowsPreferedCluster":true,"rancherKubernetesEngineConfig":{"network":{"plugin":"canal"}}} | 422 | InvalidBodyContent | windowsPreferedCluster
            {"name":"a","enableNetworkPolicy":true,"rancherKubernetesEngineConfig":{"network":{"plugin":"flannel"}}}  | 422 | InvalidOption | enableNetworkPolicy
            no JSON                                                         | 422 | InvalidBodyContent | -
            """)
        void a_body_that_is_not_of_the_shape_is_refused(String body, int status, String code, String field)
                throws Exception {
            var answer = asker.as(rancher.token()).post("/v3/clusters", body);

            assertThat(answer.path("type").asString()).isEqualTo("error");
            assertThat(answer.path("status").asInt()).isEqualTo(status);
            assertThat(answer.path("code").asString()).isEqualTo(code);
            if (!field.equals("-")) {
                assertThat(answer.path("fieldName").asString()).isEqualTo(field);
            }
        }

        @Test
        void a_name_is_taken_whatever_its_case() throws Exception {
            asker.as(rancher.token()).post("/v3/clusters", CLUSTER);
            var again = asker.post("/v3/cluster", CLUSTER.replace("factory", "FACTORY"));

            assertThat(again.path("code").asString()).isEqualTo("NotUnique");
            assertThat(again.path("fieldName").asString()).isEqualTo("name");
        }

        @Test
        void a_node_moves_only_when_its_agent_calls_in() throws Exception {
            var id = asker.as(rancher.token())
                    .post("/v3/clusters", CLUSTER)
                    .path("id")
                    .asString();
            var token = registrationToken(id);

            asker.register(token, "LIN1", "etcd", "controlplane", "worker");
            assertThat(states(id)).isEqualTo("registering");
            assertThat(states(id)).isEqualTo("registering");
            asker.callIn(token, "lin1");
            assertThat(states(id)).isEqualTo("provisioning");
            asker.callIn(token, "lin1");

            assertThat(states(id)).isEqualTo("active");
            assertThat(asker.get("/v3/clusters/" + id).path("state").asString()).isEqualTo("active");
        }

        @Test
        void a_worker_alone_never_gets_beyond_registering() throws Exception {
            var id = asker.as(rancher.token())
                    .post("/v3/clusters", CLUSTER)
                    .path("id")
                    .asString();
            var token = registrationToken(id);

            asker.register(token, "lin1", "worker");
            asker.callIn(token, "lin1");
            asker.callIn(token, "lin1");

            assertThat(states(id)).isEqualTo("registering");
            assertThat(asker.get("/v3/clusters/" + id)
                            .path("transitioningMessage")
                            .asString())
                    .isEqualTo("waiting for etcd and controlplane nodes to be registered");
        }

        @Test
        void two_hosts_of_the_same_name_are_one_node() throws Exception {
            var id = asker.as(rancher.token())
                    .post("/v3/clusters", CLUSTER)
                    .path("id")
                    .asString();
            var token = registrationToken(id);

            asker.register(token, "lin1", "etcd");
            asker.register(token, "lin1", "worker");

            var nodes = asker.get("/v3/nodes?clusterId=" + id).path("data");
            assertThat(nodes.size()).isEqualTo(1);
            assertThat(nodes.path(0).path("etcd").asBoolean()).isFalse();
            // md5 of "lin1"
            assertThat(nodes.path(0).path("id").asString()).isEqualTo(id + ":m-8127a87e0070");
        }

        @Test
        void an_agent_with_a_token_of_before_is_401() throws Exception {
            var id = asker.as(rancher.token())
                    .post("/v3/clusters", CLUSTER)
                    .path("id")
                    .asString();
            var old = registrationToken(id);
            asker.register(old, "lin1", "etcd");

            rancher.rotate("factory");

            assertThat(asker.callIn(old, "lin1")).isEqualTo(401);
            assertThat(asker.callIn(registrationToken(id), "lin1")).isEqualTo(200);
        }

        @Test
        void a_watch_hears_of_each_change_until_it_is_cut() throws Exception {
            var id = asker.as(rancher.token())
                    .post("/v3/clusters", CLUSTER)
                    .path("id")
                    .asString();
            var heard = asker.watch("resourceTypes=node");

            asker.register(registrationToken(id), "lin1", "etcd");

            assertThat(heard.poll(20, TimeUnit.SECONDS))
                    .contains("\"name\":\"resource.change\"", "\"requestedHostname\":\"lin1\"");
            rancher.cutWatches();
            assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo("closed");
        }

        @Test
        void a_list_comes_in_pages_of_a_hundred() throws Exception {
            var id = asker.as(rancher.token())
                    .post("/v3/clusters", CLUSTER)
                    .path("id")
                    .asString();
            var token = registrationToken(id);
            for (var i = 0; i < 101; i++) {
                asker.register(token, "node" + i, "worker");
            }

            var first = asker.get("/v3/nodes?clusterId=" + id);
            var next = first.path("pagination").path("next").asString();
            var second = asker.get(next.substring(rancher.url().length()));

            assertThat(first.path("data").size()).isEqualTo(100);
            assertThat(second.path("data").size()).isEqualTo(1);
            assertThat(asker.get("/v3/nodes?limit=1000&clusterId=" + id)
                            .path("data")
                            .size())
                    .isEqualTo(101);
        }

        @Test
        void what_goes_wrong_goes_wrong_once() throws Exception {
            asker.as(rancher.token());
            rancher.mishaps().next("GET", "/v3/nodes", new Mishap.Busy(503, 1));
            rancher.mishaps().next("GET", "/v3/nodes", new Mishap.Page(502));
            rancher.mishaps().next("GET", "/v3/nodes", new Mishap.Cut());

            var busy = asker.send("GET", "/v3/nodes", "");
            assertThat(busy.statusCode()).isEqualTo(503);
            assertThat(busy.headers().firstValue("retry-after")).hasValue("1");
            assertThat(asker.send("GET", "/v3/nodes", "").body()).startsWith("<html>");
            assertThatThrownBy(() -> asker.send("GET", "/v3/nodes", "")).isInstanceOf(IOException.class);
            assertThat(asker.send("GET", "/v3/nodes", "").statusCode()).isEqualTo(200);
        }

        @Test
        void expired_tokens_are_401() throws Exception {
            asker.as(rancher.token());
            rancher.expireTokens();

            assertThat(asker.send("GET", "/v3/nodes", "").statusCode()).isEqualTo(401);
        }

        @Test
        void there_is_no_v1() throws Exception {
            asker.as(rancher.token());

            assertThat(asker.send("GET", "/v1/provisioning.cattle.io.clusters", "")
                            .statusCode())
                    .isEqualTo(404);
        }

        private String registrationToken(String cluster) throws Exception {
            var path = "/v3/clusterregistrationtokens";
            var found = asker.get(path + "?clusterId=" + cluster).path("data");
            return found.isEmpty()
                    ? asker.post(path, "{\"type\":\"clusterRegistrationToken\",\"clusterId\":\"" + cluster + "\"}")
                            .path("token")
                            .asString()
                    : found.path(0).path("token").asString();
        }

        private String states(String cluster) throws Exception {
            return asker.get("/v3/nodes?clusterId=" + cluster)
                    .path("data")
                    .path(0)
                    .path("state")
                    .asString();
        }
    }

    @Nested
    final class Of_today {

        private static final String TODAYS =
                "{\"type\":\"provisioning.cattle.io.cluster\",\"metadata\":{\"name\":\"factory\",\"namespace\":\"fleet-default\"},"
                    + "\"spec\":{\"kubernetesVersion\":\"v1.35.7+rke2r1\",\"rkeConfig\":{\"machineGlobalConfig\":{\"cni\":\"calico\"}}}}";

        private PracticeRancher rancher;
        private Asker asker;

        @BeforeEach
        void start() throws Exception {
            rancher = PracticeRancher.start(Release.V2_15_0);
            asker = new Asker(rancher).as(rancher.token());
        }

        @AfterEach
        void stop() {
            asker.close();
            rancher.close();
        }

        @Test
        void a_new_cluster_gets_its_id_a_moment_later() throws Exception {
            var path = "/v1/provisioning.cattle.io.clusters";
            var made = asker.post(path, TODAYS);
            assertThat(made.path("status").path("clusterName").isMissingNode()).isTrue();

            asker.get(path + "/fleet-default/factory");
            var later = asker.get(path + "/fleet-default/factory");

            assertThat(later.path("status").path("clusterName").asString()).startsWith("c-m-");
        }

        @Test
        void its_commands_have_the_token_in_them_unless_somebody_reads_past_rancher() throws Exception {
            var id = made();
            var path = "/v3/clusterregistrationtokens?clusterId=" + id;
            var token = asker.get(path).path("data").path(0).path("token").asString();

            assertThat(asker.get(path).path("data").path(0).path("nodeCommand").asString())
                    .contains("--token " + token);
            rancher.mishaps().keepTokensBack(true);
            assertThat(asker.get(path).path("data").path(0).path("nodeCommand").asString())
                    .contains("--token {token}");
        }

        @Test
        void a_machine_moves_on_with_each_call() throws Exception {
            var id = made();
            var token = asker.get("/v3/clusterregistrationtokens?clusterId=" + id)
                    .path("data")
                    .path(0)
                    .path("token")
                    .asString();

            asker.callInToday(token, "lin1", "etcd", "controlplane", "worker");
            asker.callInToday(token, "lin1", "etcd", "controlplane", "worker");
            asker.callInToday(token, "lin1", "etcd", "controlplane", "worker");

            assertThat(asker.get("/v1/provisioning.cattle.io.clusters/fleet-default/factory")
                            .path("status")
                            .path("ready")
                            .asBoolean())
                    .isTrue();
        }

        @Test
        void a_first_password_has_twelve_characters_at_least() throws Exception {
            var body = "{\"currentPassword\":\"" + rancher.firstPassword() + "\",\"newPassword\":\"%s\"}";

            assertThat(asker.send("POST", "/v3/users?action=changepassword", body.formatted("elevenchars"))
                            .statusCode())
                    .isEqualTo(422);
            assertThat(asker.send("POST", "/v3/users?action=changepassword", body.formatted("twelve.chars"))
                            .statusCode())
                    .isEqualTo(200);
        }

        private String made() throws Exception {
            var path = "/v1/provisioning.cattle.io.clusters";
            asker.post(path, TODAYS);
            asker.get(path + "/fleet-default/factory");
            return asker.get(path + "/fleet-default/factory")
                    .path("status")
                    .path("clusterName")
                    .asString();
        }
    }
}
