package dev.muster.remote;

import static dev.muster.remote.TestServer.PASSWORD;
import static dev.muster.remote.TestServer.password;
import static dev.muster.remote.TestServer.reach;
import static dev.muster.remote.TestServer.refused;
import static dev.muster.remote.TestServer.secrets;
import static dev.muster.remote.TestServer.trust;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.remote.Opened.KeyChanged;
import dev.muster.remote.Opened.KeyUnknown;
import dev.muster.remote.Opened.Ready;
import dev.muster.remote.Opened.Refused;
import dev.muster.remote.Opened.Stage;
import dev.muster.script.Script;
import dev.muster.setup.Host;
import dev.muster.setup.Login;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.keyboard.DefaultKeyboardInteractiveAuthenticator;
import org.apache.sshd.server.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.server.auth.password.PasswordChangeRequiredException;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The ladder to a host, rung by rung.
final class SshReachTest {

    private static final Script HELLO = Script.of("linux/hello.sh");
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    private Path scratch;

    private Opened openTrusting(SshReach reach, Host host) throws InterruptedException {
        return TestServer.openTrusting(scratch, reach, host);
    }

    private TestServer server() throws IOException {
        return new TestServer(scratch.resolve("host"));
    }

    @Test
    void an_unknown_key_is_shown_and_gets_no_credential() throws Exception {
        try (var server = server().start();
                var reach = reach(scratch, secrets())) {
            var opened = reach.open(server.host(password()));

            assertThat(opened).isInstanceOfSatisfying(KeyUnknown.class, unknown -> {
                assertThat(unknown.offered().fingerprint()).matches("SHA256:[A-Za-z0-9+/]{43}");
                assertThat(unknown.offered().type()).isEqualTo("ecdsa-sha2-nistp256");
                assertThat(unknown.address()).isEqualTo("127.0.0.1");
            });
            assertThat(server.credentials).isEmpty();
        }
    }

    @Test
    void a_changed_host_key_stops_everything_before_any_credential() throws Exception {
        int port;
        try (var server = server().start();
                var reach = reach(scratch, secrets())) {
            assertThat(openTrusting(reach, server.host(password()))).isInstanceOf(Ready.class);
            port = server.server.getPort();
        }
        try (var other = server().with(server -> server.setPort(port)).start();
                var reach = reach(scratch, secrets())) {
            var opened = reach.open(other.host(password()));

            assertThat(opened).isInstanceOfSatisfying(KeyChanged.class, changed -> {
                assertThat(changed.where()).endsWith("known_hosts:1");
                assertThat(changed.known()).isNotEqualTo(changed.offered().fingerprint());
            });
            assertThat(other.credentials).isEmpty();
            assertThat(other.commands).isEmpty();
        }
    }

    @Test
    void a_host_with_several_keys_is_asked_for_the_one_that_is_known() throws Exception {
        var rsa = TestServer.key("RSA");
        try (var server = server().with(it -> it.setKeyPairProvider(KeyPairProvider.wrap(TestServer.key("EC"), rsa)))
                        .start();
                var reach = reach(scratch, secrets())) {
            var host = server.host(password());
            trust(scratch).confirm(TestServer.hostKey(rsa, host));

            assertThat(reach.open(host))
                    .isInstanceOfSatisfying(
                            Ready.class, ready -> assertThat(ready.key().type()).isEqualTo("ssh-rsa"));
        }
    }

    @Test
    void one_connection_serves_all_who_ask_and_is_made_anew_after_a_drop() throws Exception {
        try (var server = server().start();
                var reach = reach(scratch, secrets());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var host = server.host(password());
            openTrusting(reach, host);
            var before = server.sessions.get();
            var tasks = new ArrayList<Callable<Output>>();
            for (var task = 0; task < 8; task++) {
                tasks.add(() -> ((Ready) reach.open(host)).connection().run(HELLO, LIMIT));
            }

            for (var done : threads.invokeAll(tasks)) {
                assertThat(done.get().out()).contains("uid 0\n");
            }
            assertThat(server.sessions.get()).isEqualTo(before);
            reach.drop(host);
            assertThat(reach.open(host)).isInstanceOf(Ready.class);
            assertThat(server.sessions.get()).isEqualTo(before + 1);
        }
    }

    @Test
    void a_line_that_broke_is_made_anew_by_the_next_open() throws Exception {
        try (var server = server().start();
                var reach = reach(scratch, secrets())) {
            var host = server.host(password());
            var connection = ((Ready) openTrusting(reach, host)).connection();
            for (var session : server.server.getActiveSessions()) {
                session.close(true);
            }

            assertThatThrownBy(() -> connection.run(HELLO, LIMIT)).isInstanceOf(LostException.class);
            var again = ((Ready) reach.open(host)).connection();
            assertThat(again.run(HELLO, LIMIT).exit()).isZero();
        }
    }

    @Test
    void a_server_that_allows_one_channel_is_followed_and_asked_at_the_same_time() throws Exception {
        try (var server = server().with(it -> CoreModuleProperties.MAX_CONCURRENT_CHANNELS.set(it, 1))
                        .start();
                var reach = reach(scratch, secrets());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var connection = ((Ready) openTrusting(reach, server.host(password()))).connection();
            var wait =
                    threads.submit(() -> connection.run(Script.of("try/wait.sh").with("FILE", file("go")), LIMIT));
            Waiting.until(scratch.resolve("go.begun"));

            assertThat(connection.run(HELLO, LIMIT).exit()).isZero();
            Files.createFile(scratch.resolve("go"));
            assertThat(wait.get().out()).isEqualTo("gone on\n");
        }
    }

    @Test
    void a_server_that_allows_one_channel_is_asked_many_times_on_one_connection() throws Exception {
        try (var server = server().with(it -> CoreModuleProperties.MAX_CONCURRENT_CHANNELS.set(it, 1))
                        .start();
                var reach = reach(scratch, secrets())) {
            var connection = ((Ready) openTrusting(reach, server.host(password()))).connection();
            var before = server.sessions.get();

            for (var time = 0; time < 20; time++) {
                assertThat(connection.run(HELLO, LIMIT).exit()).isZero();
            }
            assertThat(server.sessions.get()).isEqualTo(before);
        }
    }

    @Test
    void a_wrong_password_is_sent_once_to_a_host_and_not_again() throws Exception {
        try (var server = server().start();
                var reach = reach(scratch, secrets(Map.of("PASSWORD", "wrong")))) {
            var host = server.host(password());

            assertThat(refused(openTrusting(reach, host))).isEqualTo(RemoteWords.PASSWORD_REFUSED);
            assertThat(refused(reach.open(host))).isEqualTo(RemoteWords.PASSWORD_REFUSED_BEFORE);
            assertThat(server.credentials).hasSize(1);
            reach.drop(host);
            assertThat(refused(reach.open(host))).isEqualTo(RemoteWords.PASSWORD_REFUSED);
            assertThat(server.credentials).hasSize(2);
        }
    }

    @Test
    void a_password_that_two_hosts_refuse_is_kept_from_all_others() throws Exception {
        var servers = new ArrayList<TestServer>();
        try (var reach = reach(scratch, secrets(Map.of("PASSWORD", "wrong")));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var number = 0; number < 6; number++) {
                servers.add(new TestServer(scratch.resolve("host" + number)).start());
            }
            var tasks = servers.stream()
                    .map(server -> (Callable<Opened>) () -> openTrusting(reach, server.host(password())))
                    .toList();

            var said = new ArrayList<RemoteWords>();
            for (var done : threads.invokeAll(tasks)) {
                said.add(refused(done.get()));
            }

            assertThat(said).filteredOn(RemoteWords.PASSWORD_REFUSED::equals).hasSize(2);
            assertThat(said)
                    .filteredOn(RemoteWords.PASSWORD_REFUSED_ELSEWHERE::equals)
                    .hasSize(4);
            assertThat(servers.stream()
                            .mapToInt(server -> server.credentials.size())
                            .sum())
                    .isEqualTo(2);
        } finally {
            for (var server : servers) {
                server.close();
            }
        }
    }

    @Test
    void a_prompt_for_the_password_is_answered_and_one_for_a_code_is_not() throws Exception {
        try (var server = server().with(
                        it -> it.setUserAuthFactories(List.of(UserAuthKeyboardInteractiveFactory.INSTANCE)))
                .start()) {
            try (var reach = reach(scratch, secrets())) {
                assertThat(openTrusting(reach, server.host(password()))).isInstanceOf(Ready.class);
            }
            server.credentials.clear();
            server.server.setKeyboardInteractiveAuthenticator(new DefaultKeyboardInteractiveAuthenticator() {
                @Override
                protected String getInteractionPrompt(org.apache.sshd.server.session.ServerSession session) {
                    return "Verification code: ";
                }
            });
            try (var reach = reach(scratch, secrets())) {
                assertThat(refused(reach.open(server.host(password())))).isEqualTo(RemoteWords.PROMPT_UNKNOWN);
            }
            assertThat(server.credentials).allMatch(credential -> !credential.contains(PASSWORD));
        }
    }

    @Test
    void an_expired_password_is_said_to_be_so() throws Exception {
        try (var server = server().with(it -> it.setPasswordAuthenticator((user, password, session) -> {
                            throw new PasswordChangeRequiredException("expired", "Change it", "en");
                        }))
                        .start();
                var reach = reach(scratch, secrets())) {
            assertThat(refused(openTrusting(reach, server.host(password())))).isEqualTo(RemoteWords.PASSWORD_EXPIRED);
        }
    }

    @Test
    void a_host_that_takes_keys_only_gets_no_password() throws Exception {
        try (var server = server().with(it -> {
                            it.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
                            it.setPublickeyAuthenticator((user, key, session) -> false);
                        })
                        .start();
                var reach = reach(scratch, secrets())) {
            assertThat(refused(openTrusting(reach, server.host(password()))))
                    .isEqualTo(RemoteWords.PASSWORD_NOT_OFFERED);
            assertThat(server.credentials).isEmpty();
        }
    }

    @Test
    void a_login_with_nothing_to_show_says_so() throws Exception {
        try (var server = server().start();
                var reach = reach(scratch, secrets())) {
            var nobody = new Login("", "ops", null, null, null, null);

            assertThat(refused(openTrusting(reach, server.host(nobody)))).isEqualTo(RemoteWords.NOTHING_TO_SHOW);
        }
    }

    @Test
    void a_name_that_nobody_knows_fails_at_its_own_rung() throws Exception {
        try (var reach = reach(scratch, secrets())) {
            var host = Host.linux(
                    new dev.muster.base.HostName("x"),
                    "no-such-host.invalid",
                    java.util.Set.of(dev.muster.setup.Role.WORKER),
                    password());

            assertThat(reach.open(host))
                    .isInstanceOfSatisfying(
                            Refused.class, it -> assertThat(it.at()).isEqualTo(Stage.DNS));
        }
    }

    @Test
    void a_port_where_nobody_listens_fails_at_its_own_rung() throws Exception {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        try (var reach = reach(scratch, secrets())) {
            var opened = reach.open(
                    TestServer.host(SshServer.setUpDefaultServer(), password()).withPort(free));

            assertThat(opened)
                    .isInstanceOfSatisfying(
                            Refused.class, it -> assertThat(it.at()).isEqualTo(Stage.TCP));
            assertThat(refused(opened)).isEqualTo(RemoteWords.PORT_REFUSED);
        }
    }

    @Test
    void a_server_that_runs_no_command_is_named() throws Exception {
        try (var server = server().with(it -> it.setCommandFactory((channel, words) -> {
                            throw new IOException("no");
                        }))
                        .start();
                var reach = reach(scratch, secrets())) {
            assertThat(openTrusting(reach, server.host(password())))
                    .isInstanceOfSatisfying(
                            Refused.class, it -> assertThat(it.at()).isEqualTo(Stage.PRIVILEGE));
        }
    }

    @Test
    void no_secret_stands_in_what_is_said() throws Exception {
        try (var server = server().start();
                var reach = reach(scratch, secrets(Map.of("PASSWORD", "Quittenmus-99")))) {
            assertThat(openTrusting(reach, server.host(password())).toString()).doesNotContain("Quittenmus-99");
        }
    }

    private String file(String name) {
        return scratch.resolve(name).toString();
    }
}
