package dev.muster.remote;

import static dev.muster.remote.TestServer.PASSWORD;
import static dev.muster.remote.TestServer.secrets;
import static dev.muster.remote.TestServer.trust;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.base.HostName;
import dev.muster.remote.Opened.Barred;
import dev.muster.remote.Opened.KeyChanged;
import dev.muster.remote.Opened.KeyUnknown;
import dev.muster.remote.Opened.Ready;
import dev.muster.remote.Opened.Refused;
import dev.muster.remote.Opened.Stage;
import dev.muster.script.Script;
import dev.muster.setup.Bastion;
import dev.muster.setup.Host;
import dev.muster.setup.Limits;
import dev.muster.setup.Login;
import dev.muster.setup.Role;
import dev.muster.setup.SecretRef;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.forward.AcceptAllForwardingFilter;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.apache.sshd.server.forward.TcpipServerChannel;
import org.apache.sshd.server.session.ServerConnectionService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Hosts behind bastions, over real servers in this process.
final class BastionTest {

    private static final Script HELLO = Script.of("linux/hello.sh");
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    private Path scratch;

    private TestServer server(String name) throws IOException {
        return new TestServer(scratch.resolve(name));
    }

    private TestServer gate(String name) throws IOException {
        return server(name).forwarding();
    }

    private SshReach reach(Map<String, String> secrets) {
        return new SshReach(
                trust(scratch), TestServer.secrets(secrets), new Limits(32, Duration.ofSeconds(3)), scratch, "");
    }

    private SshReach reach() {
        return reach(Map.of("PASSWORD", PASSWORD, "GATE", PASSWORD));
    }

    private static Login gateLogin() {
        return Login.withPassword("gate", "gatekeeper", new SecretRef.Env("GATE"));
    }

    private static Bastion bastion(String name, TestServer server, @Nullable Bastion via) {
        return new Bastion(name, "127.0.0.1", server.server.getPort(), gateLogin(), via);
    }

    private static Host behind(TestServer server, @Nullable Bastion via) {
        return server.host(TestServer.password()).withVia(via);
    }

    private Opened openTrusting(SshReach reach, Host host) throws InterruptedException {
        return TestServer.openTrusting(scratch, reach, host);
    }

    @Test
    void a_host_behind_two_bastions_is_reached_with_each_hop_signed_in_for_itself() throws Exception {
        try (var outer = gate("outer").start();
                var inner = gate("inner").start();
                var host = server("host").start();
                var reach = reach()) {
            var way = bastion("inner", inner, bastion("outer", outer, null));

            var opened = openTrusting(reach, behind(host, way));

            assertThat(opened).isInstanceOf(Ready.class);
            assertThat(((Ready) opened).connection().run(HELLO, LIMIT).out()).contains("uid 0\n");
            assertThat(outer.credentials).containsExactly("password gatekeeper " + PASSWORD);
            assertThat(inner.credentials).containsExactly("password gatekeeper " + PASSWORD);
            assertThat(host.credentials).containsExactly("password ops " + PASSWORD);
            assertThat(outer.commands).isEmpty();
        }
    }

    @Test
    void an_unknown_key_of_a_hop_is_shown_by_the_hops_name_and_gets_no_credential() throws Exception {
        try (var outer = gate("outer").start();
                var inner = gate("inner").start();
                var host = server("host").start();
                var reach = reach()) {
            var way = bastion("inner", inner, bastion("outer", outer, null));

            assertThat(reach.open(behind(host, way))).isInstanceOfSatisfying(Barred.class, barred -> {
                assertThat(barred.bastion()).isEqualTo("outer");
                trust(scratch).confirm(((KeyUnknown) barred.why()).offered());
            });
            assertThat(outer.credentials).isEmpty();
            assertThat(reach.open(behind(host, way))).isInstanceOfSatisfying(Barred.class, barred -> {
                assertThat(barred.bastion()).isEqualTo("inner");
                assertThat(barred.why()).isInstanceOf(KeyUnknown.class);
            });
            assertThat(inner.credentials).isEmpty();
            assertThat(host.sessions.get()).isZero();
        }
    }

    @Test
    void a_changed_key_of_a_hop_stops_before_any_credential() throws Exception {
        try (var gate = gate("gate").start();
                var host = server("host").start();
                var reach = reach()) {
            var way = bastion("jump", gate, null);
            var asHost = Host.linux(new HostName("x"), "127.0.0.1", Set.of(Role.WORKER), gateLogin())
                    .withPort(gate.server.getPort());
            trust(scratch).confirm(TestServer.hostKey(TestServer.key("EC"), asHost));

            assertThat(reach.open(behind(host, way)))
                    .isInstanceOfSatisfying(
                            Barred.class, barred -> assertThat(barred.why()).isInstanceOf(KeyChanged.class));
            assertThat(gate.credentials).isEmpty();
            assertThat(host.sessions.get()).isZero();
        }
    }

    @Test
    void the_same_address_behind_another_bastion_is_another_host_with_a_key_of_its_own() throws Exception {
        try (var north = gate("north").start();
                var south = gate("south").start();
                var reach = reach()) {
            var port = 0;
            try (var host = server("one").start()) {
                port = host.server.getPort();
                openTrusting(reach, behind(host, bastion("north", north, null)));
            }
            try (var host = server("other").with(on(port)).start()) {
                var there = behind(host, bastion("south", south, null));
                var here = behind(host, bastion("north", north, null));
                assertThat(openTrusting(reach, there)).isInstanceOf(Ready.class);
                reach.drop(here);

                assertThat(reach.open(here)).isInstanceOf(KeyChanged.class);
                assertThat(host.credentials).hasSize(1);
            }
        }
    }

    private static Consumer<SshServer> on(int port) {
        return server -> server.setPort(port);
    }

    @Test
    void a_bastion_that_refuses_the_password_is_named_and_asked_once() throws Exception {
        try (var gate = gate("gate").start();
                var host = server("host").start();
                var reach = reach(Map.of("PASSWORD", PASSWORD, "GATE", "wrong"));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var way = bastion("jump", gate, null);
            openTrusting(reach, behind(host, way));
            var tasks = new ArrayList<Callable<Opened>>();
            for (var task = 0; task < 8; task++) {
                tasks.add(() -> reach.open(behind(host, way).withPort(host.server.getPort())));
            }

            for (var done : threads.invokeAll(tasks)) {
                assertThat(done.get()).isInstanceOfSatisfying(Barred.class, barred -> {
                    assertThat(barred.bastion()).isEqualTo("jump");
                    assertThat(((Refused) barred.why()).at()).isEqualTo(Stage.SIGN_IN);
                });
            }
            assertThat(gate.credentials).hasSize(1);
            assertThat(host.sessions.get()).isZero();
        }
    }

    @Test
    void many_hosts_share_one_connection_to_their_bastion() throws Exception {
        var hosts = new ArrayList<TestServer>();
        try (var gate = gate("gate").start();
                var reach = reach();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var way = bastion("jump", gate, null);
            for (var number = 0; number < 12; number++) {
                hosts.add(server("host" + number).start());
            }
            for (var host : hosts) {
                trust(scratch)
                        .confirm(TestServer.hostKey(
                                host.server
                                        .getKeyPairProvider()
                                        .loadKeys(null)
                                        .iterator()
                                        .next(),
                                behind(host, way)));
            }
            openTrusting(reach, behind(hosts.getFirst(), way));
            var before = gate.sessions.get();
            var tasks = hosts.stream()
                    .map(host -> (Callable<Opened>) () -> reach.open(behind(host, way)))
                    .toList();

            for (var done : threads.invokeAll(tasks)) {
                assertThat(((Ready) done.get()).connection().run(HELLO, LIMIT).exit())
                        .isZero();
            }
            assertThat(gate.sessions.get()).isEqualTo(before);
        } finally {
            for (var host : hosts) {
                host.close();
            }
        }
    }

    @Test
    void a_bastions_line_that_broke_is_made_anew_once_for_all() throws Exception {
        try (var gate = gate("gate").start();
                var first = server("first").start();
                var second = server("second").start();
                var reach = reach();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var way = bastion("jump", gate, null);
            var hosts = List.of(behind(first, way), behind(second, way));
            for (var host : hosts) {
                openTrusting(reach, host);
            }
            var before = gate.sessions.get();
            for (var session : gate.server.getActiveSessions()) {
                session.close(true).await();
            }

            for (var again : threads.invokeAll(hosts.stream()
                    .map(host -> (Callable<Output>) () -> run(reach, host))
                    .toList())) {
                assertThat(again.get().exit()).isZero();
            }
            assertThat(gate.sessions.get()).isEqualTo(before + 1);
        }
    }

    private static Output run(SshReach reach, Host host) throws Exception {
        for (var tries = 0; ; tries++) {
            try {
                return ((Ready) reach.open(host)).connection().run(HELLO, LIMIT);
            } catch (LostException e) {
                if (tries == 2) {
                    throw e;
                }
                reach.drop(host);
            }
        }
    }

    /// What still came for a stream that was closed must not end the connection to the bastion.
    @Test
    void one_hosts_line_that_is_dropped_in_mid_output_leaves_the_others_alone() throws Exception {
        try (var gate = gate("gate").start();
                var loud = server("loud").start();
                var calm = server("calm").start();
                var reach = reach();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var way = bastion("jump", gate, null);
            openTrusting(reach, behind(calm, way));
            var before = gate.sessions.get();
            for (var round = 0; round < 10; round++) {
                var connection = ((Ready) openTrusting(reach, behind(loud, way))).connection();
                var flood = threads.submit(() -> connection.run(Script.of("try/flood.sh"), LIMIT));
                Waiting.until(() -> loud.commands.stream().anyMatch(it -> it.contains("sudo")));
                reach.drop(behind(loud, way));
                flood.cancel(true);

                assertThat(((Ready) reach.open(behind(calm, way)))
                                .connection()
                                .run(HELLO, LIMIT)
                                .exit())
                        .isZero();
            }
            assertThat(gate.sessions.get()).isEqualTo(before);
        }
    }

    @Test
    void a_server_that_allows_few_streams_gets_a_further_connection() throws Exception {
        var few = new OneStream();
        try (var gate = gate("gate").with(it -> it.setForwardingFilter(few)).start();
                var first = server("first").start();
                var second = server("second").start();
                var reach = reach()) {
            var way = bastion("jump", gate, null);

            var one = ((Ready) openTrusting(reach, behind(first, way))).connection();
            var other = ((Ready) openTrusting(reach, behind(second, way))).connection();

            assertThat(few.refused.get()).isPositive();
            assertThat(one.run(HELLO, LIMIT).exit()).isZero();
            assertThat(other.run(HELLO, LIMIT).exit()).isZero();
        }
    }

    /// One stream a connection; a further one is refused, and the connection goes on. The server's own limit on
    /// channels ends the connection instead.
    private static final class OneStream extends AcceptAllForwardingFilter {

        final AtomicInteger refused = new AtomicInteger();

        @Override
        protected boolean checkAcceptance(String request, Session session, SshdSocketAddress target) {
            var service = Objects.requireNonNull(session.getService(ServerConnectionService.class));
            var streams = service.getChannels().stream()
                    .filter(channel -> channel instanceof TcpipServerChannel && !channel.isClosing())
                    .count();
            if (streams > 1) {
                refused.incrementAndGet();
            }
            return streams <= 1;
        }
    }

    @Test
    void a_bastion_that_forwards_nothing_says_so() throws Exception {
        try (var gate = server("gate")
                        .with(it -> it.setForwardingFilter(RejectAllForwardingFilter.INSTANCE))
                        .start();
                var host = server("host").start();
                var reach = reach()) {
            assertThat(TestServer.refused(openTrusting(reach, behind(host, bastion("jump", gate, null)))))
                    .isEqualTo(RemoteWords.VIA_FORBIDDEN);
        }
    }

    @Test
    void a_port_where_nobody_listens_is_said_to_be_so_from_the_bastions_side() throws Exception {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        try (var gate = gate("gate").start();
                var host = server("host").start();
                var reach = reach()) {
            var opened = openTrusting(
                    reach, behind(host, bastion("jump", gate, null)).withPort(free));

            assertThat(opened)
                    .isInstanceOfSatisfying(
                            Refused.class, it -> assertThat(it.at()).isEqualTo(Stage.TCP));
        }
    }

    @Test
    void a_stream_to_any_port_goes_the_same_way() throws Exception {
        try (var gate = gate("gate").start();
                var host = server("host").start();
                var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var reach = reach();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var there = behind(host, bastion("jump", gate, null));
            openTrusting(reach, there);
            var answer = threads.submit(() -> {
                try (var accepted = listener.accept()) {
                    var asked = new String(accepted.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                    accepted.getOutputStream()
                            .write(asked.toUpperCase(java.util.Locale.ROOT).getBytes(StandardCharsets.UTF_8));
                    return asked;
                }
            });

            assertThat(reach.stream(there, listener.getLocalPort()))
                    .isInstanceOfSatisfying(Streamed.Open.class, open -> {
                        try (var stream = open.stream()) {
                            stream.getOutputStream().write("hello".getBytes(StandardCharsets.UTF_8));
                            stream.shutdownOutput();
                            assertThat(new String(stream.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                                    .isEqualTo("HELLO");
                        } catch (IOException e) {
                            throw new AssertionError(e);
                        }
                    });
            assertThat(answer.get()).isEqualTo("hello");
        }
    }
}
