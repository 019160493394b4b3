package dev.muster.remote;

import static dev.muster.remote.TestServer.openTrusting;
import static dev.muster.remote.TestServer.refused;
import static dev.muster.remote.TestServer.trust;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.muster.remote.Opened.Ready;
import dev.muster.setup.Limits;
import dev.muster.setup.Login;
import dev.muster.setup.SecretSource;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Signing in with the keys of OpenSSH's own agent.
final class AgentTest {

    private static final SecretSource NO_SECRETS = (ref, field) -> {
        throw new AssertionError("nobody should be asked for " + field);
    };

    @TempDir
    private Path scratch;

    private final List<String> accepted = new CopyOnWriteArrayList<>();
    private final List<String> shown = new CopyOnWriteArrayList<>();
    private @Nullable Process agent;
    private Path socket = Path.of("");

    @BeforeEach
    void start() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/ssh-agent")), "there is no ssh-agent: openssh-client");
        socket = scratch.resolve("agent.sock");
        agent = new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Waiting.until(socket);
    }

    @AfterEach
    void stop() {
        if (agent != null) {
            agent.destroy();
        }
    }

    private TestServer server() throws IOException {
        return new TestServer(scratch.resolve("host"))
                .with(it -> it.setPublickeyAuthenticator((user, key, session) -> {
                    var print = KeyUtils.getFingerPrint(key);
                    shown.add(print);
                    return accepted.contains(print);
                }))
                .start();
    }

    private SshReach reach(String place) {
        return new SshReach(trust(scratch), NO_SECRETS, new Limits(32, Duration.ofSeconds(5)), scratch, place);
    }

    /// @return the path of the private key, which the agent holds now
    private Path held(String type, String passphrase) throws IOException {
        var key = scratch.resolve(
                "key-" + type + "-" + accepted.size() + Files.list(scratch).count());
        RealSshd.keygen("-q", "-t", type, "-N", "", "-C", "key of " + type, "-f", key.toString());
        add(key);
        if (!passphrase.isEmpty()) {
            RealSshd.keygen("-q", "-p", "-P", "", "-N", passphrase, "-f", key.toString());
        }
        return key;
    }

    private void add(Path key) throws IOException {
        var call = new ProcessBuilder("ssh-add", "-q", key.toString());
        call.environment().put("SSH_AUTH_SOCK", socket.toString());
        try {
            assertThat(call.start().waitFor()).isZero();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static String fingerprint(Path key) throws IOException {
        return RealSshd.run("ssh-keygen", "-lf", key + ".pub").split(" ", 3)[1];
    }

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "rsa", "ecdsa"})
    void a_key_of_the_agent_signs_in(String type) throws Exception {
        var key = held(type, "");
        accepted.add(fingerprint(key));
        try (var server = server();
                var reach = reach(socket.toString())) {
            var opened = openTrusting(scratch, reach, server.host(Login.withAgent("ops", "ops")));

            assertThat(opened)
                    .isInstanceOfSatisfying(
                            Ready.class,
                            ready -> assertThat(ready.how().arguments().toString())
                                    .contains("BY_AGENT")
                                    .contains("key of " + type));
        }
    }

    @Test
    void a_login_without_any_way_uses_the_agent_first() throws Exception {
        accepted.add(fingerprint(held("ed25519", "")));
        try (var server = server();
                var reach = reach(socket.toString())) {
            assertThat(openTrusting(scratch, reach, server.host(new Login("", "ops", null, null, null, null))))
                    .isInstanceOf(Ready.class);
        }
    }

    @Test
    void a_key_file_that_the_agent_holds_is_not_opened() throws Exception {
        var key = held("ed25519", "locked away");
        accepted.add(fingerprint(key));
        held("ecdsa", "");
        try (var server = server();
                var reach = reach(socket.toString())) {
            var login = new Login("ops", "ops", null, key, null, null, true, "", null, null);

            assertThat(openTrusting(scratch, reach, server.host(login))).isInstanceOf(Ready.class);
            assertThat(shown).containsOnly(accepted.getFirst());
        }
    }

    @Test
    void no_more_keys_are_shown_than_a_server_bears() throws Exception {
        for (var key = 0; key < 7; key++) {
            held("ed25519", "");
        }
        try (var server = server();
                var reach = reach(socket.toString())) {
            assertThat(refused(openTrusting(scratch, reach, server.host(Login.withAgent("ops", "ops")))))
                    .isEqualTo(RemoteWords.KEY_REFUSED);
            assertThat(shown).hasSize(5);
        }
    }

    @Test
    void an_agent_without_keys_or_no_agent_at_all_is_said_to_be_so() throws Exception {
        try (var server = server()) {
            var host = server.host(Login.withAgent("ops", "ops"));
            try (var reach = reach(socket.toString())) {
                assertThat(refused(openTrusting(scratch, reach, host))).isEqualTo(RemoteWords.AGENT_EMPTY);
            }
            try (var reach = reach("")) {
                assertThat(refused(openTrusting(scratch, reach, host))).isEqualTo(RemoteWords.AGENT_MISSING);
            }
            try (var reach = reach(scratch.resolve("gone").toString())) {
                assertThat(refused(openTrusting(scratch, reach, host))).isEqualTo(RemoteWords.AGENT_UNREACHABLE);
            }
        }
    }

    /// Whatever listens there: a length without end, an empty answer, nonsense, a hang-up.
    @ParameterizedTest
    @ValueSource(strings = {"7fffffff", "00000000", "000000010c", "000000050cffffffff", "0000000105", "00", ""})
    void an_agent_that_talks_nonsense_is_not_believed(String answer) throws Exception {
        var place = scratch.resolve("odd.sock");
        try (var listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
                var server = server();
                var reach = reach(place.toString())) {
            listener.bind(UnixDomainSocketAddress.of(place));
            var served = Thread.startVirtualThread(() -> {
                try (var channel = listener.accept()) {
                    channel.read(ByteBuffer.allocate(5));
                    channel.write(ByteBuffer.wrap(java.util.HexFormat.of().parseHex(answer)));
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });

            assertThat(refused(openTrusting(scratch, reach, server.host(Login.withAgent("ops", "ops")))))
                    .isEqualTo(RemoteWords.AGENT_UNREACHABLE);
            served.join();
        }
    }

    @Test
    void a_hundred_hosts_share_the_agent() throws Exception {
        accepted.add(fingerprint(held("ed25519", "")));
        var agentClient = new ArrayList<Thread>();
        try (var deadline = new Deadline()) {
            var client = new Agent(socket.toString(), deadline);
            var signatures = new CopyOnWriteArrayList<byte[]>();
            for (var host = 0; host < 100; host++) {
                agentClient.add(Thread.startVirtualThread(() -> {
                    try {
                        signatures.add(client.sign(client.keys().getFirst().blob(), new byte[] {1, 2, 3}));
                    } catch (IOException | Trouble.Found e) {
                        throw new AssertionError(e);
                    }
                }));
            }
            for (var thread : agentClient) {
                thread.join();
            }
            assertThat(signatures).hasSize(100);
        }
    }
}
