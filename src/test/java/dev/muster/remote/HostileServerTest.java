package dev.muster.remote;

import static dev.muster.remote.TestServer.openTrusting;
import static dev.muster.remote.TestServer.password;
import static dev.muster.remote.TestServer.reach;
import static dev.muster.remote.TestServer.refused;
import static dev.muster.remote.TestServer.secrets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.remote.Opened.Ready;
import dev.muster.script.Script;
import dev.muster.setup.Host;
import dev.muster.setup.Limits;
import dev.muster.text.Language;
import dev.muster.text.Texts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Servers that break off, dawdle or lie.
final class HostileServerTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    private Path scratch;

    /// What a raw server does with each that comes.
    private interface Manner {
        void treat(Socket socket) throws IOException, InterruptedException;
    }

    private Opened open(Manner manner) throws Exception {
        try (var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                var reach = new SshReach(
                        TestServer.trust(scratch), secrets(), new Limits(32, Duration.ofSeconds(2)), scratch, "")) {
            Thread.startVirtualThread(() -> {
                try (var socket = server.accept()) {
                    manner.treat(socket);
                } catch (IOException | InterruptedException e) {
                    // the test is over
                }
            });
            return reach.open(at(server.getLocalPort()));
        }
    }

    private static Host at(int port) {
        return TestServer.host(SshServer.setUpDefaultServer(), password()).withPort(port);
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    @Test
    void one_that_hangs_up_before_its_greeting() throws Exception {
        assertThat(refused(open(Socket::close))).isEqualTo(RemoteWords.GREETING_CUT);
    }

    @Test
    void one_that_says_nothing() throws Exception {
        assertThat(refused(open(_ -> Thread.sleep(10_000)))).isEqualTo(RemoteWords.GREETING_SLOW);
    }

    @Test
    void one_that_says_a_byte_a_second() throws Exception {
        assertThat(refused(open(socket -> {
                    for (var letter : "SSH-2.0-OpenSSH_9.2\r\n".split("")) {
                        say(socket, letter);
                        Thread.sleep(1000);
                    }
                })))
                .isEqualTo(RemoteWords.GREETING_SLOW);
    }

    @Test
    void one_that_speaks_another_language() throws Exception {
        var opened = open(socket -> say(socket, "HTTP/1.1 400 Bad Request\r\n\r\n"));

        assertThat(refused(opened)).isEqualTo(RemoteWords.NOT_SSH);
        assertThat(new Texts(Language.EN).of(((Opened.Refused) opened).what()))
                .contains("HTTP/1.1 400 Bad Request")
                .doesNotContain(",");
    }

    @Test
    void one_that_never_stops_greeting() throws Exception {
        assertThat(refused(open(socket -> {
                    while (true) {
                        say(socket, "come in, come in\r\n");
                    }
                })))
                .isEqualTo(RemoteWords.NOT_SSH);
    }

    @Test
    void one_that_hangs_up_during_the_key_exchange() throws Exception {
        assertThat(refused(open(socket -> say(socket, "SSH-2.0-OpenSSH_9.2\r\n"))))
                .isEqualTo(RemoteWords.HANDSHAKE_CUT);
    }

    @Test
    void one_that_sends_rubbish_for_a_key_exchange() throws Exception {
        assertThat(refused(open(socket -> {
                    say(socket, "SSH-2.0-OpenSSH_9.2\r\n");
                    say(socket, "\0\0\0\14\12\24rubbish and more rubbish");
                    Thread.sleep(500);
                })))
                .isEqualTo(RemoteWords.HANDSHAKE_CUT);
    }

    @Test
    void one_that_hangs_up_during_the_sign_in_does_not_count_as_a_refusal() throws Exception {
        try (var server = new TestServer(scratch.resolve("host"))
                        .with(it -> it.setPasswordAuthenticator((user, password, session) -> {
                            session.close(true);
                            return false;
                        }))
                        .start();
                var reach = reach(scratch, secrets())) {
            assertThat(refused(openTrusting(scratch, reach, server.host(password()))))
                    .isEqualTo(RemoteWords.SIGN_IN_CUT);
        }
    }

    @Test
    void one_that_resets_the_line_during_the_sign_in_does_not_count_as_a_refusal() throws Exception {
        try (var server = new TestServer(scratch.resolve("host"))
                        .with(it -> CoreModuleProperties.SOCKET_LINGER.set(it, 0))
                        .with(it -> it.setPasswordAuthenticator((user, password, session) -> {
                            session.close(true);
                            return false;
                        }))
                        .start();
                var reach = reach(scratch, secrets())) {
            var host = server.host(password());

            assertThat(refused(openTrusting(scratch, reach, host))).isEqualTo(RemoteWords.SIGN_IN_CUT);
            assertThat(refused(reach.open(host)))
                    .as("the password isn't known to be wrong")
                    .isEqualTo(RemoteWords.SIGN_IN_CUT);
        }
    }

    /// A shell that refuses says with what it ended; a line that broke just then says nothing.
    @Test
    void one_that_takes_the_shell_away_without_a_word_does_not_count_as_a_refusal() throws Exception {
        try (var server = new TestServer(scratch.resolve("host")).start();
                var reach = reach(scratch, secrets())) {
            var host = server.host(password());
            server.server.setCommandFactory((_, words) -> new LocalCommand(words, server.environment()) {
                @Override
                public void start(ChannelSession channel, Environment environment) {
                    channel.close(false);
                }

                @Override
                public void destroy(ChannelSession channel) {
                    // nothing runs
                }
            });

            var opened = openTrusting(scratch, reach, host);

            assertThat(refused(opened)).isEqualTo(RemoteWords.LOST_WHILE_CLIMBING);
            assertThat(((Opened.Refused) opened).brokeOff()).isTrue();
        }
    }

    /// The library's table of reasons ends at 15, and it looks 16 up in it.
    @Test
    void one_that_ends_it_for_a_reason_that_has_a_name_or_is_near_the_end_of_the_table() throws Exception {
        ends(IntStream.concat(IntStream.rangeClosed(0, 17), IntStream.of(127, 128, 255)));
    }

    @Test
    @Tag("slow")
    void one_that_ends_it_for_any_reason_from_0_to_255() throws Exception {
        ends(IntStream.rangeClosed(0, 255));
    }

    private void ends(IntStream reasons) throws Exception {
        var reason = new AtomicInteger();
        var texts = new Texts(Language.EN);
        try (var server = new TestServer(scratch.resolve("host")).start();
                var reach = reach(scratch, secrets())) {
            var host = server.host(password());
            openTrusting(scratch, reach, host);
            for (var each : reasons.toArray()) {
                reason.set(each);
                var connection = ((Ready) reach.open(host)).connection();
                server.server.setCommandFactory((channel, _) -> {
                    channel.getSession().disconnect(reason.get(), "go away");
                    throw new IOException("gone");
                });

                assertThatThrownBy(() -> connection.run(Script.of("linux/hello.sh"), LIMIT))
                        .as("reason %s", reason)
                        .isInstanceOfSatisfying(
                                LostException.class,
                                lost -> assertThat(texts.of(lost.why())).contains("127.0.0.1"));
                server.server.setCommandFactory((channel, words) -> new LocalCommand(words, server.environment()));
            }
        }
    }

    @Test
    void one_that_hangs_up_in_mid_output() throws Exception {
        try (var server = new TestServer(scratch.resolve("host")).start();
                var reach = reach(scratch, secrets())) {
            var connection = ((Ready) openTrusting(scratch, reach, server.host(password()))).connection();
            Thread.startVirtualThread(() -> {
                Waiting.until(scratch.resolve("go.begun"));
                server.server.getActiveSessions().forEach(session -> session.close(true));
            });

            assertThatThrownBy(() -> connection.run(
                            Script.of("try/wait.sh")
                                    .with("FILE", scratch.resolve("go").toString()),
                            LIMIT))
                    .isInstanceOf(LostException.class);
        }
    }

    @Test
    void a_limit_that_passes_is_told_as_one() throws Exception {
        try (var server = new TestServer(scratch.resolve("host")).start();
                var reach = reach(scratch, secrets())) {
            var connection = ((Ready) openTrusting(scratch, reach, server.host(password()))).connection();

            assertThatThrownBy(() -> connection.run(
                            Script.of("try/wait.sh")
                                    .with("FILE", scratch.resolve("go").toString()),
                            Duration.ofMillis(300)))
                    .isInstanceOfSatisfying(
                            LostException.class,
                            lost -> assertThat(lost.why().key()).isEqualTo(RemoteWords.TOO_LONG));
            assertThat(connection.run(Script.of("linux/hello.sh"), LIMIT).exit())
                    .isZero();
        }
    }

    @Test
    void output_without_end_is_cut_and_the_exit_status_is_still_told() throws Exception {
        try (var server = new TestServer(scratch.resolve("host")).start();
                var reach = reach(scratch, secrets())) {
            var connection = ((Ready) openTrusting(scratch, reach, server.host(password()))).connection();

            var output = connection.run(Script.of("try/flood.sh"), Duration.ofSeconds(60));

            assertThat(output.exit()).isEqualTo(7);
            assertThat(output.out()).hasSize(16 * 1024 * 1024);
            assertThat(output.err()).hasSize(2 * 1024 * 1024);
        }
    }

    @Test
    void an_interrupt_ends_the_wait() throws Exception {
        try (var server = new TestServer(scratch.resolve("host")).start();
                var reach = reach(scratch, secrets())) {
            var host = server.host(password());
            var connection = ((Ready) openTrusting(scratch, reach, host)).connection();
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> connection.run(Script.of("linux/hello.sh"), LIMIT))
                    .isInstanceOf(LostException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
