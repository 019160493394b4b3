package dev.muster.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

import dev.muster.base.HostName;
import dev.muster.base.Secret;
import dev.muster.practice.windows.Account;
import dev.muster.practice.windows.Fault;
import dev.muster.practice.windows.Mishap;
import dev.muster.practice.windows.Mishaps;
import dev.muster.practice.windows.Operation;
import dev.muster.practice.windows.Scheme;
import dev.muster.practice.windows.Sent;
import dev.muster.practice.windows.Voice;
import dev.muster.practice.windows.Win1;
import dev.muster.practice.windows.WsmanServer;
import dev.muster.practice.windows.WsmanSettings;
import dev.muster.remote.Opened.KeyChanged;
import dev.muster.remote.Opened.KeyUnknown;
import dev.muster.remote.Opened.Ready;
import dev.muster.remote.Opened.Refused;
import dev.muster.remote.Opened.Stage;
import dev.muster.script.Script;
import dev.muster.setup.Host;
import dev.muster.setup.Limits;
import dev.muster.setup.Login;
import dev.muster.setup.Os;
import dev.muster.setup.Role;
import dev.muster.setup.SecretRef;
import dev.muster.setup.Way;
import dev.muster.setup.Way.Auth;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// WinRM from the first knock to the last byte, against the practice hosts' server; no Windows took part.
@Timeout(90)
final class WinRmReachTest {

    private static final String PASSWORD = "Grüße-密码'1";
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private Path home;

    private final AtomicInteger secretsAsked = new AtomicInteger();
    private SshReach reach;

    @AfterEach
    void close() {
        if (reach != null) {
            reach.close();
        }
    }

    @Test
    void an_unknown_certificate_is_shown_and_nobody_is_asked_for_a_password_no_windows_took_part() throws Exception {
        try (var server = started(WsmanSettings.https(new Machine(), account()))) {
            var opened = reach().open(host(server));

            assertThat(opened).asInstanceOf(type(KeyUnknown.class)).satisfies(unknown -> {
                assertThat(unknown.offered().isCertificate()).isTrue();
                assertThat(unknown.offered().fingerprint().replace(":", "").toLowerCase(java.util.Locale.ROOT))
                        .isEqualTo("sha256" + server.fingerprint());
            });
            assertThat(server.heard().credentialBytes()).isZero();
            assertThat(server.heard().requests()).isEmpty();
            assertThat(secretsAsked).hasValue(0);
        }
    }

    @Test
    void a_changed_certificate_gets_no_byte_of_a_credential_no_windows_took_part() throws Exception {
        try (var server = started(WsmanSettings.https(new Machine(), account()))) {
            ready(server);
            reach.drop(host(server));
            var sent = server.heard().credentialBytes();
            var before = server.fingerprint();
            server.changeCertificate();

            var opened = reach.open(host(server));

            assertThat(opened)
                    .asInstanceOf(type(KeyChanged.class))
                    .satisfies(changed -> assertThat(
                                    changed.known().replace(":", "").toLowerCase(java.util.Locale.ROOT))
                            .isEqualTo("sha256" + before));
            assertThat(server.heard().credentialBytes()).isEqualTo(sent);
        }
    }

    @Test
    void a_script_is_carried_there_and_its_words_back_no_windows_took_part() throws Exception {
        try (var server = started(WsmanSettings.https(new Machine(), account()))) {
            var ready = ready(server);

            var output = ready.connection().run(script("grüße 一 🙂 it's"), SOON);

            assertThat(output.out()).isEqualTo("ACT is grüße 一 🙂 it's\n");
            assertThat(output.err()).contains("a warning: ü");
            assertThat(output.exit()).isEqualTo(3010);
            assertThat(server.heard().logons()).isEqualTo(1);
            assertThat(server.openShells()).isZero();
        }
    }

    @Test
    void without_tls_every_message_is_sealed_no_windows_took_part() throws Exception {
        try (var server = started(WsmanSettings.http(new Machine(), account()).recorded())) {
            var opened = reach().open(host(server, new Way.WinRm(false, Auth.NTLM)));

            assertThat(opened).isInstanceOf(Ready.class);
            var output = ((Ready) opened).connection().run(script("sealed"), SOON);
            assertThat(output.out()).isEqualTo("ACT is sealed\n");
            assertThat(server.heard().requests()).isNotEmpty().allMatch(request -> request.sealed());
            assertThat(((Ready) opened).key().isUnproven()).isTrue();
        }
    }

    @Test
    void basic_goes_inside_tls_only_no_windows_took_part() throws Exception {
        var settings = WsmanSettings.https(new Machine(), account()).offering(Scheme.BASIC);
        try (var server = started(settings)) {
            confirm(server);

            var opened = reach.open(host(server, new Way.WinRm(true, Auth.BASIC)));

            assertThat(opened).isInstanceOf(Ready.class);
            assertThat(server.heard().refusedLogons()).isZero();
        }
    }

    @Test
    void a_wrong_password_is_shown_once_and_at_once_no_windows_took_part() throws Exception {
        var settings = WsmanSettings.https(new Machine(), new Account("Administrator", "another"));
        try (var server = started(settings)) {
            confirm(server);
            var start = System.nanoTime();

            var first = reach.open(host(server));
            var second = reach.open(host(server));

            assertThat(what(first)).isEqualTo("WINRM_REFUSED");
            assertThat(what(second)).isEqualTo("PASSWORD_REFUSED_BEFORE");
            assertThat(server.heard().refusedLogons()).isEqualTo(1);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
        }
    }

    @Test
    void two_hosts_that_refuse_a_password_keep_the_others_from_seeing_it_no_windows_took_part() throws Exception {
        var settings = WsmanSettings.https(new Machine(), new Account("Administrator", "another"));
        try (var one = started(settings);
                var two = started(settings);
                var three = started(settings)) {
            for (var server : List.of(one, two, three)) {
                confirm(server);
                reach.open(host(server));
            }

            assertThat(three.heard().refusedLogons()).isZero();
        }
    }

    @Test
    void a_limit_that_passes_ends_the_command_there_no_windows_took_part() throws Exception {
        var machine = new Machine();
        try (var server = started(WsmanSettings.https(machine, account()))) {
            var ready = ready(server);

            assertThatThrownBy(() -> ready.connection().run(script("sleep"), Duration.ofSeconds(3)))
                    .asInstanceOf(type(LostException.class))
                    .satisfies(lost -> assertThat(lost.why().key()).isEqualTo(RemoteWords.WINRM_TOO_LONG));

            await().atMost(SOON).until(() -> machine.interrupted.getCount() == 0 && server.openShells() == 0);
            assertThat(ready.connection().run(script("after"), SOON).out()).isEqualTo("ACT is after\n");
        }
    }

    @Test
    void an_interrupt_ends_the_command_there_no_windows_took_part() throws Exception {
        var machine = new Machine();
        try (var server = started(WsmanSettings.https(machine, account()))) {
            var ready = ready(server);
            var waiting = Thread.startVirtualThread(() -> {
                try {
                    ready.connection().run(script("sleep"), Duration.ofMinutes(5));
                } catch (LostException e) {
                    // as it must be
                }
            });
            machine.asleep.await();

            waiting.interrupt();

            await().atMost(SOON).until(() -> machine.interrupted.getCount() == 0 && server.openShells() == 0);
            assertThat(waiting.join(SOON)).isTrue();
        }
    }

    @Test
    void much_output_comes_whole_no_windows_took_part() throws Exception {
        try (var server = started(WsmanSettings.https(new Machine(), account()))) {
            var ready = ready(server);

            var output = ready.connection().run(script("much"), Duration.ofSeconds(60));

            assertThat(output.out()).hasSize(2_000_000).endsWith("end\n");
        }
    }

    @Test
    void a_script_that_is_read_as_it_prints_is_ended_by_its_reader_no_windows_took_part() throws Exception {
        var machine = new Machine();
        try (var server = started(WsmanSettings.https(machine, account()))) {
            var ready = ready(server);
            var line = new WinRmLineOf(ready).line();
            var read = new ByteArrayOutputStream();

            var status = line.read(script("beat"), SOON, read::writeBytes, _ -> {});

            assertThat(read.toString(StandardCharsets.UTF_8)).isEqualTo("beat 1\nbeat 2\nbeat 3\n");
            assertThat(status).isEqualTo(7);
            assertThatThrownBy(() -> line.read(script("sleep"), Duration.ofSeconds(2), _ -> {}, _ -> {}))
                    .isInstanceOf(LostException.class);
            await().atMost(SOON).until(() -> machine.interrupted.getCount() == 0);
        }
    }

    @Test
    void nothing_is_left_when_the_reach_is_closed_no_windows_took_part() throws Exception {
        try (var server = started(WsmanSettings.https(new Machine(), account()))) {
            ready(server).connection().run(script("x"), SOON);
            reach.close();

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                            .extracting(Thread::getName)
                            .noneMatch(name -> name.contains("CXF") || name.contains("I/O dispatcher")));
        }
    }

    static Stream<Arguments> mishaps() {
        return Stream.of(
                Arguments.of(new Mishap.Told(Fault.ACCESS_DENIED), "FAULT_DENIED"),
                Arguments.of(new Mishap.Told(Fault.TOO_MANY_SHELLS), "FAULT_SHELLS"),
                Arguments.of(new Mishap.Told(Fault.TOO_MANY_OPERATIONS), "FAULT_OPERATIONS"),
                Arguments.of(new Mishap.Told(Fault.TOO_MANY_USERS), "FAULT_USERS"),
                Arguments.of(new Mishap.Told(Fault.SHELLS_NOT_ALLOWED), "FAULT_SHELLS_OFF"),
                Arguments.of(new Mishap.Told(Fault.TOO_LARGE), "FAULT_TOO_LARGE"),
                Arguments.of(new Mishap.Told(Fault.NO_SUCH_SHELL), "FAULT_NO_SHELL"),
                Arguments.of(new Mishap.Told(Fault.NOT_THE_SCHEMA), "FAULT_OTHER"),
                Arguments.of(new Mishap.Status(401), "WINRM_REFUSED"),
                Arguments.of(new Mishap.Status(403), "WINRM_FORBIDDEN"),
                Arguments.of(new Mishap.Status(503), "WINRM_BUSY"),
                Arguments.of(new Mishap.Status(500), "WINRM_GARBLED"),
                Arguments.of(new Mishap.Malformed(), "WINRM_GARBLED"),
                Arguments.of(new Mishap.Page(), "WINRM_GARBLED"),
                Arguments.of(new Mishap.Cut(0), "BROKE"),
                Arguments.of(new Mishap.Cut(100), "BROKE"));
    }

    @ParameterizedTest(name = "{0}: {1}, no Windows took part")
    @MethodSource("mishaps")
    void each_failure_of_a_shell_has_its_words(Mishap mishap, String words) throws Exception {
        try (var server = started(WsmanSettings.https(new Machine(), account()))) {
            var ready = ready(server);
            server.mishaps().next(Operation.CREATE, mishap);

            assertThatThrownBy(() -> ready.connection().run(script("x"), SOON))
                    .asInstanceOf(type(LostException.class))
                    .satisfies(lost -> assertThat(lost.why().toString()).contains(words));
            assertThat(server.heard().refusedLogons()).isZero();
        }
    }

    @ParameterizedTest(name = "{0}, no Windows took part")
    @MethodSource("mishapsOnTheWay")
    void a_line_that_breaks_in_the_middle_loses_the_script_and_nothing_runs_twice(Mishap mishap) throws Exception {
        var machine = new Machine();
        try (var server = started(WsmanSettings.https(machine, account()))) {
            var ready = ready(server);
            server.mishaps().next(Operation.RECEIVE, mishap);

            assertThatThrownBy(() -> ready.connection().run(script("slow"), SOON))
                    .isInstanceOf(LostException.class);

            assertThat(machine.runs).hasValue(1);
            await().atMost(SOON).until(() -> server.openShells() == 0);
        }
    }

    static Stream<Mishap> mishapsOnTheWay() {
        return Stream.of(new Mishap.Cut(0), new Mishap.Cut(300), new Mishap.Malformed(), new Mishap.Status(500));
    }

    @Test
    void a_port_that_nobody_answers_at_ends_at_its_limit_no_windows_took_part() throws Exception {
        try (var server = started(WsmanSettings.https(new Machine(), account()))) {
            server.mishaps().door(Mishaps.Door.SLAMMED);

            assertThat(what(reach().open(host(server)))).isIn("NOT_TLS", "TLS_FAILED", "TCP_FAILED");
        }
    }

    @Test
    void plain_http_where_tls_is_wanted_is_named_no_windows_took_part() throws Exception {
        try (var server = started(WsmanSettings.http(new Machine(), account()))) {
            assertThat(what(reach().open(host(server)))).isEqualTo("NOT_TLS");
        }
    }

    @Test
    void a_port_without_listener_is_named_no_windows_took_part() throws Exception {
        int port;
        try (var door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = door.getLocalPort();
        }
        assertThat(what(reach().open(host(port, new Way.WinRm(true, Auth.NTLM)))))
                .isEqualTo("WINRM_NOT_LISTENING");
    }

    @Test
    void an_account_without_rights_is_refused_at_the_last_rung_no_windows_took_part() throws Exception {
        var machine = new Machine();
        machine.elevated = "no";
        try (var server = started(WsmanSettings.https(machine, account()))) {
            confirm(server);

            var opened = reach.open(host(server));

            assertThat(what(opened)).isEqualTo("NOT_ELEVATED");
            assertThat(((Refused) opened).at()).isEqualTo(Stage.PRIVILEGE);
        }
    }

    private static WsmanServer started(WsmanSettings settings) throws IOException {
        return WsmanServer.start(settings);
    }

    private SshReach reach() {
        if (reach == null) {
            reach = new SshReach(
                    TestServer.trust(home),
                    (_, _) -> {
                        secretsAsked.incrementAndGet();
                        return Secret.of(PASSWORD);
                    },
                    new Limits(8, 8, Duration.ofSeconds(5)),
                    home,
                    "");
        }
        return reach;
    }

    private void confirm(WsmanServer server) throws InterruptedException {
        if (reach().open(host(server)) instanceof KeyUnknown unknown) {
            TestServer.trust(home).confirm(unknown.offered());
        }
    }

    private Ready ready(WsmanServer server) throws InterruptedException {
        confirm(server);
        var opened = reach.open(host(server));
        assertThat(opened).isInstanceOf(Ready.class);
        return (Ready) opened;
    }

    private static String what(Opened opened) {
        assertThat(opened).isInstanceOf(Refused.class);
        return ((Refused) opened).what().key().toString();
    }

    private static Account account() {
        return new Account("Administrator", PASSWORD);
    }

    private static Host host(WsmanServer server) {
        return host(server, new Way.WinRm(true, Auth.NTLM));
    }

    private static Host host(WsmanServer server, Way way) {
        return host(server.port(), way);
    }

    private static Host host(int port, Way way) {
        var login = Login.withPassword("win", "Administrator", new SecretRef.Prompt());
        return Host.linux(new HostName("win1"), "127.0.0.1", Set.of(Role.WORKER), login)
                .withOs(Os.WINDOWS)
                .withPort(port)
                .withWay(way);
    }

    static Script script(String act) {
        return Script.of("windows/lock.ps1").with("ACT", act);
    }

    /// The line under a connection.
    private record WinRmLineOf(Ready ready) {
        WindowsLine line() {
            return ((WindowsConnection) ready.connection()).line();
        }
    }

    /// Answers to hello.ps1, and to ACT of any other script.
    static final class Machine implements Win1 {
        private static final Pattern ACT = Pattern.compile("(?m)^\\$ACT = '((?:[^']|'')*)'");

        private final CountDownLatch asleep = new CountDownLatch(1);
        private final CountDownLatch interrupted = new CountDownLatch(1);
        private final AtomicInteger runs = new AtomicInteger();
        private volatile String elevated = "yes";

        @Override
        public int run(Sent script, Voice voice) throws InterruptedException {
            if (script.name().equals("hello.ps1")) {
                for (var line : Map.of(
                                "user", "WIN1\\Administrator",
                                "elevated", elevated,
                                "kernel", "Windows_NT 10.0.17134",
                                "language", "FullLanguage")
                        .entrySet()) {
                    voice.say(line.getKey() + " " + line.getValue());
                }
                return 0;
            }
            runs.incrementAndGet();
            var act = ACT.matcher(script.text());
            return act(act.find() ? act.group(1).replace("''", "'") : "", voice);
        }

        private int act(String act, Voice voice) throws InterruptedException {
            switch (act) {
                case "sleep" -> {
                    asleep.countDown();
                    try {
                        Thread.sleep(Duration.ofMinutes(5));
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                        throw e;
                    }
                    return 0;
                }
                case "much" -> {
                    voice.out(("x".repeat(1_999_996) + "end\n").getBytes(StandardCharsets.UTF_8));
                    return 0;
                }
                case "beat" -> {
                    for (var beat = 1; beat <= 3; beat++) {
                        voice.say("beat " + beat);
                        Thread.sleep(300);
                    }
                    return 7;
                }
                case "slow" -> {
                    Thread.sleep(300);
                    voice.say("slow");
                    return 0;
                }
                default -> {
                    voice.say("ACT is " + act);
                    voice.complain("a warning: ü");
                    return 3010;
                }
            }
        }
    }
}
