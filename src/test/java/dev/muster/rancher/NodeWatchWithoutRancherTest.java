package dev.muster.rancher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.base.HostName;
import dev.muster.base.ProblemException;
import dev.muster.base.Redactor;
import dev.muster.practice.rancher.Asked;
import dev.muster.practice.rancher.Asker;
import dev.muster.practice.rancher.PracticeRancher;
import dev.muster.practice.rancher.Release;
import dev.muster.setup.ClusterSettings;
import dev.muster.setup.ClusterSettings.Distribution;
import dev.muster.setup.ClusterSettings.Network;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Against practice Rancher; no Rancher took part.
final class NodeWatchWithoutRancherTest {

    private static final ServerVersion V21 = new ServerVersion("v2.1.6");
    private static final HostName LIN1 = new HostName("lin1");
    private static final Duration LONG = Duration.ofSeconds(30);

    /// Nobody asks by himself while the websocket lives: what is heard came by it.
    private static final NodeWatch.Rhythm BY_WEBSOCKET = new NodeWatch.Rhythm(Duration.ofHours(1), Duration.ofHours(1));

    private static final NodeWatch.Rhythm BY_ASKING = new NodeWatch.Rhythm(Duration.ofHours(1), Duration.ofMillis(200));

    private PracticeRancher rancher;
    private Rancher client;
    private Asker agent;
    private ClusterId cluster;
    private String token;

    @BeforeEach
    void start() throws Exception {
        rancher = PracticeRancher.start(Release.V2_1_6);
        client = Signed.in(rancher);
        agent = new Asker(rancher);
        var settings =
                new ClusterSettings("factory", "", Distribution.RKE1, Network.CANAL, "10.42.0.0/16", "10.43.0.0/16");
        cluster = client.make(V21, "factory", ClusterCalls.of(V21, settings, ""));
        var command = client.makeCommands(cluster).linux().revealString();
        token = command.replaceFirst(".*--token (\\w+).*", "$1");
    }

    @AfterEach
    void stop() {
        agent.close();
        client.close();
        rancher.close();
    }

    private void join(String name, String... roles) throws Exception {
        agent.register(token, name, roles);
        agent.callIn(token, name);
        agent.callIn(token, name);
    }

    private static NodeState active(NodeWatch watch, HostName node, Duration limit) throws InterruptedException {
        var state = watch.next(node, null, limit, limit);
        while (!state.active()) {
            state = watch.next(node, state, limit, limit);
        }
        return state;
    }

    @Test
    void a_node_that_becomes_active_is_heard_of_by_the_websocket() throws Exception {
        try (var watch = client.watch(cluster, BY_WEBSOCKET)) {
            Awaitility.await().until(() -> rancher.openWatches() == 1);
            join("lin1", "etcd", "controlplane");

            assertThat(active(watch, LIN1, LONG).state()).isEqualTo("active");
        }
    }

    @Test
    void where_a_proxy_knows_no_websockets_rancher_is_asked() throws Exception {
        rancher.mishaps().refuseWebSockets(true);
        try (var watch = client.watch(cluster, BY_ASKING)) {
            join("lin1", "etcd", "controlplane");

            assertThat(active(watch, LIN1, LONG).active()).isTrue();
        }
    }

    @Test
    void a_websocket_that_is_cut_is_opened_again_and_nothing_is_missed() throws Exception {
        try (var watch = client.watch(cluster, BY_WEBSOCKET)) {
            Awaitility.await().until(() -> rancher.openWatches() == 1);
            rancher.cutWatches();
            join("lin1", "etcd", "controlplane");

            assertThat(active(watch, LIN1, LONG).active()).isTrue();
            Awaitility.await().until(() -> rancher.openWatches() == 1);
        }
    }

    @Test
    void a_node_that_stays_behind_is_told_with_ranchers_own_words() throws Exception {
        try (var watch = client.watch(cluster, BY_ASKING)) {
            agent.register(token, "lin1", "worker");
            rancher.stumble("factory", "lin1", "kubelet: unknown flag: --cadvisor-port");
            var state = watch.next(LIN1, null, LONG, LONG);
            while (!state.stumbled()) {
                state = watch.next(LIN1, state, LONG, LONG);
            }

            var thrown = catchThrowableOfType(ProblemException.class, () -> active(watch, LIN1, Duration.ofMillis(50)));

            var problem = thrown.problems().getFirst();
            assertThat(problem.what().key()).isEqualTo(RancherWords.NODE_NOT_ACTIVE);
            assertThat(problem.why().arguments()).containsExactly("kubelet: unknown flag: --cadvisor-port");
        }
    }

    @Test
    void a_node_that_never_calls_in_is_told_so() {
        try (var watch = client.watch(cluster, BY_ASKING)) {
            assertThatThrownBy(() -> active(watch, new HostName("nobody"), Duration.ofMillis(300)))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problems().getFirst().what().key())
                                    .isEqualTo(RancherWords.NODE_NEVER_CAME));
        }
    }

    @Test
    void a_token_that_comes_to_its_end_while_nodes_are_watched_is_asked_for_again() throws Exception {
        var told = Signed.admin("admin");
        try (var patient = Signed.by(rancher, told);
                var watch = patient.watch(cluster, BY_ASKING)) {
            rancher.mishaps().refuseWebSockets(true);
            Awaitility.await().until(() -> !rancher.asked().all().isEmpty());
            rancher.expireTokens();
            join("lin1", "etcd", "controlplane");

            assertThat(active(watch, LIN1, LONG).active()).isTrue();
        }
    }

    @Test
    void trap_2_1_23_two_hosts_of_one_name_are_one_node() throws Exception {
        try (var watch = client.watch(cluster, BY_ASKING)) {
            agent.register(token, "lin1", "etcd");
            agent.register(token, "LIN1", "worker");
            watch.next(LIN1, null, LONG, LONG);

            assertThat(agent.as(rancher.token())
                            .get("/v3/nodes?clusterId=" + cluster)
                            .path("data")
                            .size())
                    .isEqualTo(1);
        }
    }

    @Test
    void two_hundred_nodes_cost_fewer_than_five_requests_a_second() throws Exception {
        rancher.mishaps().refuseWebSockets(true);
        var authorities = new Authorities.Only(List.of(Signed.certificate(rancher.authority())));
        var before = rancher.asked().all().size();
        try (var usual = new Rancher(rancher.url(), authorities, _ -> false, Signed.token(rancher), new Redactor());
                var watch = usual.watch(cluster, new NodeWatch.Rhythm(LONG, Duration.ofMillis(100)));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            join("node0", "etcd", "controlplane", "worker");
            var waiting = IntStream.range(0, 200)
                    .mapToObj(i -> threads.submit(() -> active(watch, new HostName("node" + i), LONG)))
                    .toList();
            for (var i = 1; i < 200; i++) {
                join("node" + i, "worker");
            }
            for (var each : waiting) {
                assertThat(each.get().active()).isTrue();
            }
        }

        assertThat(mostInASecond(rancher.asked().all().stream()
                        .skip(before)
                        .filter(once ->
                                once.path().equals("/v3/nodes") || once.path().equals("/v3/subscribe"))
                        .toList()))
                .isBetween(1L, 4L);
    }

    private static long mostInASecond(List<Asked.Once> all) {
        return all.stream()
                .mapToLong(first -> all.stream()
                        .filter(once -> !once.when().isBefore(first.when())
                                && once.when().isBefore(first.when().plusSeconds(1)))
                        .count())
                .max()
                .orElse(0);
    }
}
