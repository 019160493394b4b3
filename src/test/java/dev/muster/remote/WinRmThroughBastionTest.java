package dev.muster.remote;

import static dev.muster.remote.TestServer.PASSWORD;
import static dev.muster.remote.TestServer.openTrusting;
import static dev.muster.remote.TestServer.secrets;
import static dev.muster.remote.TestServer.trust;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.base.HostName;
import dev.muster.practice.windows.Account;
import dev.muster.practice.windows.Sent;
import dev.muster.practice.windows.Voice;
import dev.muster.practice.windows.Win1;
import dev.muster.practice.windows.WsmanServer;
import dev.muster.practice.windows.WsmanSettings;
import dev.muster.remote.Opened.Barred;
import dev.muster.remote.Opened.KeyChanged;
import dev.muster.remote.Opened.KeyUnknown;
import dev.muster.remote.Opened.Ready;
import dev.muster.script.Script;
import dev.muster.setup.Bastion;
import dev.muster.setup.Host;
import dev.muster.setup.Login;
import dev.muster.setup.Os;
import dev.muster.setup.Role;
import dev.muster.setup.SecretRef;
import dev.muster.setup.Way;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// WinRM through SSH bastions, over real servers in this process; no Windows took part.
@Timeout(90)
final class WinRmThroughBastionTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    private Path scratch;

    private TestServer gate(String name) throws IOException {
        return new TestServer(scratch.resolve(name)).forwarding().start();
    }

    private static WsmanServer windows() throws IOException {
        Win1 greeter = WinRmThroughBastionTest::greet;
        return WsmanServer.start(WsmanSettings.https(greeter, new Account("Administrator", "wïnter-1")));
    }

    private SshReach reach() {
        return TestServer.reach(scratch, secrets(Map.of("GATE", PASSWORD, "WINDOWS", "wïnter-1")));
    }

    private static Bastion bastion(String name, TestServer server, @Nullable Bastion via) {
        var login = Login.withPassword("gate", "gatekeeper", new SecretRef.Env("GATE"));
        return new Bastion(name, "127.0.0.1", server.port(), login, via);
    }

    private static Host host(WsmanServer server, Bastion via) {
        var login = Login.withPassword("win", "Administrator", new SecretRef.Env("WINDOWS"));
        return Host.linux(new HostName("win1"), "127.0.0.1", Set.of(Role.WORKER), login)
                .withOs(Os.WINDOWS)
                .withPort(server.port())
                .withWay(new Way.WinRm(true, Way.Auth.NTLM))
                .withVia(via);
    }

    @Test
    void a_host_behind_one_bastion_runs_scripts_no_windows_took_part() throws Exception {
        try (var gate = gate("gate");
                var server = windows();
                var reach = reach()) {
            var opened = openTrusting(scratch, reach, host(server, bastion("jump", gate, null)));

            assertThat(opened).isInstanceOf(Ready.class);
            var output = ((Ready) opened).connection().run(Script.of("windows/probe.ps1"), LIMIT);
            assertThat(output.out()).isEqualTo("through\n");
            assertThat(gate.credentials).containsExactly("password gatekeeper " + PASSWORD);
            assertThat(gate.commands).isEmpty();
            assertThat(server.heard().logons()).isEqualTo(1);
        }
    }

    @Test
    void a_host_behind_two_bastions_runs_scripts_no_windows_took_part() throws Exception {
        try (var outer = gate("outer");
                var inner = gate("inner");
                var server = windows();
                var reach = reach()) {
            var way = bastion("inner", inner, bastion("outer", outer, null));

            var opened = openTrusting(scratch, reach, host(server, way));

            assertThat(opened).isInstanceOf(Ready.class);
            assertThat(((Ready) opened)
                            .connection()
                            .run(Script.of("windows/probe.ps1"), LIMIT)
                            .out())
                    .isEqualTo("through\n");
            assertThat(outer.credentials).hasSize(1);
            assertThat(inner.credentials).hasSize(1);
        }
    }

    @Test
    void an_unknown_key_of_the_bastion_gets_no_byte_of_any_credential_no_windows_took_part() throws Exception {
        try (var gate = gate("gate");
                var server = windows();
                var reach = reach()) {
            assertThat(reach.open(host(server, bastion("jump", gate, null))))
                    .isInstanceOfSatisfying(
                            Barred.class, barred -> assertThat(barred.why()).isInstanceOf(KeyUnknown.class));

            assertThat(gate.credentials).isEmpty();
            assertThat(server.heard().connections()).isZero();
        }
    }

    @Test
    void a_changed_key_of_the_inner_bastion_stops_before_its_credential_no_windows_took_part() throws Exception {
        try (var outer = gate("outer");
                var inner = gate("inner");
                var server = windows();
                var reach = reach()) {
            var asHost = Host.linux(new HostName("x"), "127.0.0.1", Set.of(Role.WORKER), TestServer.password())
                    .withPort(inner.port())
                    .withVia(bastion("outer", outer, null));
            trust(scratch).confirm(TestServer.hostKey(TestServer.key("EC"), asHost));
            var way = bastion("inner", inner, bastion("outer", outer, null));

            assertThat(openTrusting(scratch, reach, host(server, way))).isInstanceOfSatisfying(Barred.class, barred -> {
                assertThat(barred.bastion()).isEqualTo("inner");
                assertThat(barred.why()).isInstanceOf(KeyChanged.class);
            });

            assertThat(outer.credentials).hasSize(1);
            assertThat(inner.credentials).isEmpty();
            assertThat(server.heard().connections()).isZero();
        }
    }

    @Test
    void a_changed_certificate_behind_a_bastion_gets_no_byte_of_a_credential_no_windows_took_part() throws Exception {
        try (var gate = gate("gate");
                var server = windows();
                var reach = reach()) {
            var host = host(server, bastion("jump", gate, null));
            assertThat(openTrusting(scratch, reach, host)).isInstanceOf(Ready.class);
            reach.drop(host);
            var sent = server.heard().credentialBytes();
            server.changeCertificate();

            assertThat(reach.open(host)).isInstanceOf(KeyChanged.class);
            assertThat(server.heard().credentialBytes()).isEqualTo(sent);
        }
    }

    private static int greet(Sent script, Voice voice) throws InterruptedException {
        voice.say(script.name().equals("hello.ps1") ? Win1.hello("Administrator") : "through");
        return 0;
    }
}
