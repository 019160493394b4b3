package dev.muster.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.muster.Main;
import dev.muster.base.HostName;
import dev.muster.base.Secret;
import dev.muster.practice.windows.Account;
import dev.muster.practice.windows.KeyTable;
import dev.muster.practice.windows.Realm;
import dev.muster.practice.windows.Scheme;
import dev.muster.practice.windows.WsmanServer;
import dev.muster.practice.windows.WsmanSettings;
import dev.muster.remote.Opened.KeyUnknown;
import dev.muster.remote.Opened.Ready;
import dev.muster.remote.Opened.Refused;
import dev.muster.setup.Host;
import dev.muster.setup.Limits;
import dev.muster.setup.Login;
import dev.muster.setup.Os;
import dev.muster.setup.Role;
import dev.muster.setup.SecretRef;
import dev.muster.setup.Way;
import dev.muster.setup.Way.Auth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// WinRM signed in to by Kerberos: MIT's key distribution center gives the tickets, the practice hosts' server takes
/// them. No Windows took part.
@Timeout(90)
final class KerberosWithoutWindowsTest {

    private static final String PASSWORD = "Grüße'1";
    private static final String SERVICE = "HTTP/localhost@" + Realm.NAME;
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Pattern FAILED = Pattern.compile("PREAUTH_FAILED");

    @TempDir
    private static Path kept;

    private static Realm realm;
    private static KeyTable keys;

    @TempDir
    private Path home;

    private SshReach reach;

    @BeforeAll
    static void start() throws IOException {
        realm = Realm.start(Files.createDirectory(kept.resolve("realm")));
        realm.user("ops", PASSWORD);
        realm.user("locked", PASSWORD, "-allow_tix");
        realm.user("expired", PASSWORD, "-pwexpire", "1999-12-31");
        realm.service(SERVICE);
        keys = new KeyTable(realm.keytab(SERVICE), SERVICE, "ops@" + Realm.NAME);
    }

    @AfterAll
    static void end() {
        if (realm != null) {
            realm.close();
        }
    }

    @AfterEach
    void close() {
        if (reach != null) {
            reach.close();
        }
    }

    /// With the password, and with a key table; under both words that Windows has for it.
    @ParameterizedTest
    @CsvSource({"true, NEGOTIATE", "false, NEGOTIATE", "true, KERBEROS", "false, KERBEROS"})
    void a_ticket_opens_the_host_inside_tls(boolean byPassword, Scheme scheme) throws Exception {
        try (var server = WsmanServer.start(https().offering(scheme))) {
            var login = byPassword ? byPassword("ops") : byKeytab("ops", realm.keytab("ops"));

            var ready = ready(host(server, login, true));

            assertThat(ready.connection().run(WinRmReachTest.script("一"), SOON).out())
                    .isEqualTo("ACT is 一\n");
            assertThat(server.heard().logons()).isEqualTo(1);
            assertThat(server.heard().refusedLogons()).isZero();
        }
    }

    @Test
    void without_tls_every_message_is_sealed_and_the_domain_vouches_for_the_host() throws Exception {
        try (var server = WsmanServer.start(http().recorded())) {
            var ready = ready(host(server, byPassword("ops"), false));

            for (var length : new int[] {1, 15, 16, 17, 999}) {
                var act = "é".repeat(length);
                assertThat(ready.connection()
                                .run(WinRmReachTest.script(act), SOON)
                                .out())
                        .isEqualTo("ACT is " + act + "\n");
            }
            assertThat(server.heard().requests()).isNotEmpty().allMatch(request -> request.sealed());
            assertThat(ready.how().arguments().toString()).contains("AS_ADMINISTRATOR_VOUCHED");
        }
    }

    /// What signs in is `muster check` itself, in a Java of its own: the cache is found by its environment.
    @Test
    void a_ticket_in_the_cache_opens_the_host_and_no_secret_is_asked_for() throws Exception {
        realm.ticket("ops");
        var asked = count(Pattern.compile("AS_REQ"));
        try (var server = WsmanServer.start(http())) {
            var file = Files.writeString(home.resolve("win.muster.yaml"), """
                muster: 1
                name: win
                goal: join
                rancher: {version: v2.1.6, server: "https://rancher.example.org", registration: {env: REGISTRATION}}
                cluster: {name: factory, kubernetes: v1.11.6-rancher1-1, network: flannel-host-gw}
                logins: {win: {user: ops, domain: muster.test}}
                hosts:
                  - {name: lin1, address: localhost, port: 1, roles: [etcd, controlplane, worker]}
                  - name: win1
                    address: localhost
                    port: %d
                    os: windows
                    roles: [worker]
                    login: win
                    winrm: {https: false, auth: kerberos}
                """.formatted(server.port()));
            var said = home.resolve("said").toFile();
            var builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Djava.security.krb5.conf=" + realm.config(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Main.class.getName(),
                            "check",
                            file.toString(),
                            "--trust-new",
                            "--home",
                            home.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(said);
            builder.environment().putAll(realm.environment());
            builder.environment().put("REGISTRATION", """
                sudo docker run -d --privileged --restart=unless-stopped --net=host -v /etc/kubernetes:/etc/kubernetes \
                -v /var/run:/var/run rancher/rancher-agent:v2.1.6 --server https://rancher.example.org \
                --token %s --worker
                """.formatted("k".repeat(54)));
            var muster = builder.start();

            assertThat(muster.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(server.heard().logons())
                    .as(Files.readString(said.toPath()))
                    .isPositive();
            assertThat(server.heard().refusedLogons()).isZero();
        }
        assertThat(count(Pattern.compile("AS_REQ")))
                .as("no other ticket was fetched")
                .isEqualTo(asked);
    }

    @Test
    void a_wrong_password_is_one_failed_attempt_in_the_domain_however_many_hosts() throws Exception {
        try (var one = WsmanServer.start(http());
                var two = WsmanServer.start(http())) {
            var failed = count(FAILED);
            reach = reach("not it");

            var first = reach.open(host(one, byPassword("ops"), false));
            var second = reach.open(host(two, byPassword("ops"), false));
            var third = reach.open(host(one, byPassword("ops"), false));

            assertThat(what(first)).isEqualTo(RemoteWords.KERBEROS_REFUSED);
            assertThat(what(second)).isEqualTo(RemoteWords.KERBEROS_REFUSED_BEFORE);
            assertThat(what(third)).isEqualTo(RemoteWords.KERBEROS_REFUSED_BEFORE);
            assertThat(count(FAILED) - failed).as(realm.log()).isEqualTo(1);
            assertThat(one.heard().credentialBytes()).isZero();
        }
    }

    @Test
    void asked_on_purpose_it_is_tried_again() throws Exception {
        try (var server = WsmanServer.start(http())) {
            var failed = count(FAILED);
            reach = reach("not it");
            var host = host(server, byPassword("ops"), false);

            reach.open(host);
            reach.drop(host);

            assertThat(what(reach.open(host))).isEqualTo(RemoteWords.KERBEROS_REFUSED);
            assertThat(count(FAILED) - failed).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"nobody, KERBEROS_USER", "locked, KERBEROS_LOCKED", "expired, KERBEROS_EXPIRED"})
    void what_the_domain_says_of_an_account_is_told(String user, RemoteWords words) throws Exception {
        try (var server = WsmanServer.start(http())) {
            assertThat(what(reach(PASSWORD).open(host(server, byPassword(user), false))))
                    .isEqualTo(words);
            assertThat(server.heard().credentialBytes()).isZero();
        }
    }

    @Test
    void without_a_ticket_the_way_to_one_is_told() throws Exception {
        try (var server = WsmanServer.start(http())) {
            var login = new Login("win", "nobody.has.kinit", null, null, null, null, false, Realm.NAME, null, null);

            assertThat(reach(PASSWORD).open(host(server, login, false)))
                    .asInstanceOf(type(Refused.class))
                    .satisfies(refused -> {
                        assertThat(refused.what().key()).isEqualTo(RemoteWords.KERBEROS_NO_TICKET);
                        assertThat(refused.fix().arguments()).contains("nobody.has.kinit@" + Realm.NAME);
                    });
        }
    }

    @Test
    void a_key_table_that_is_not_there_or_is_of_another_is_told() throws Exception {
        try (var server = WsmanServer.start(http())) {
            for (var file : Set.of(home.resolve("none.keytab"), keys.file())) {
                assertThat(what(reach(PASSWORD).open(host(server, byKeytab("ops", file), false))))
                        .isEqualTo(RemoteWords.KERBEROS_NO_KEY);
                reach.close();
            }
        }
    }

    @Test
    void a_host_that_is_not_in_the_domain_is_told_by_its_name() throws Exception {
        try (var server = WsmanServer.start(http())) {
            var host = host("127.0.0.1", server, byPassword("ops"), false);

            assertThat(what(reach(PASSWORD).open(host))).isEqualTo(RemoteWords.KERBEROS_NAME);
        }
    }

    /// As after the host has joined the domain again.
    @ParameterizedTest
    @EnumSource(
            value = Scheme.class,
            names = {"NEGOTIATE", "KERBEROS"})
    void a_host_that_cannot_read_the_ticket_refuses_it_once(Scheme scheme) throws Exception {
        var old = Files.copy(keys.file(), home.resolve("old.keytab"));
        realm.changeKey(SERVICE);
        try (var server =
                WsmanServer.start(https().offering(scheme).inDomain(new KeyTable(old, SERVICE, "ops@" + Realm.NAME)))) {
            confirm(host(server, byPassword("ops"), true));

            assertThat(what(reach.open(host(server, byPassword("ops"), true))))
                    .isEqualTo(RemoteWords.KERBEROS_TICKET_REFUSED);
            assertThat(server.heard().refusedLogons()).isEqualTo(1);
        } finally {
            realm.keytab(SERVICE);
        }
    }

    @Test
    void without_tls_a_host_that_does_not_offer_negotiate_gets_no_ticket() throws Exception {
        try (var server = WsmanServer.start(http().offering(Scheme.KERBEROS))) {
            assertThat(what(reach(PASSWORD).open(host(server, byPassword("ops"), false))))
                    .isEqualTo(RemoteWords.SCHEME_MISSING);
            assertThat(server.heard().credentialBytes()).isZero();
        }
    }

    private static long count(Pattern pattern) {
        return pattern.matcher(realm.log()).results().count();
    }

    private static WsmanSettings https() {
        return WsmanSettings.https(new WinRmReachTest.Machine(), new Account("ops", PASSWORD))
                .inDomain(keys);
    }

    private static WsmanSettings http() {
        return WsmanSettings.http(new WinRmReachTest.Machine(), new Account("ops", PASSWORD))
                .inDomain(keys);
    }

    private static Login byPassword(String user) {
        return new Login("win", user, new SecretRef.Prompt(), null, null, null, false, Realm.NAME, null, null);
    }

    private static Login byKeytab(String user, Path keytab) {
        return new Login("win", user, null, null, null, null, false, Realm.NAME, keytab, null);
    }

    private static Host host(WsmanServer server, Login login, boolean https) {
        return host("localhost", server, login, https);
    }

    private static Host host(String address, WsmanServer server, Login login, boolean https) {
        return Host.linux(new HostName("win1"), address, Set.of(Role.WORKER), login)
                .withOs(Os.WINDOWS)
                .withPort(server.port())
                .withWay(new Way.WinRm(https, Auth.KERBEROS));
    }

    private SshReach reach(String password) {
        reach = new SshReach(
                TestServer.trust(home),
                (_, _) -> Secret.of(password),
                new Limits(8, 8, Duration.ofSeconds(5)),
                home,
                "");
        return reach;
    }

    private void confirm(Host host) throws InterruptedException {
        if (reach(PASSWORD).open(host) instanceof KeyUnknown unknown) {
            TestServer.trust(home).confirm(unknown.offered());
        }
    }

    private Ready ready(Host host) throws InterruptedException {
        confirm(host);
        var opened = reach.open(host);
        assertThat(opened).isInstanceOf(Ready.class);
        return (Ready) opened;
    }

    private static Object what(Opened opened) {
        assertThat(opened).isInstanceOf(Refused.class);
        return ((Refused) opened).what().key();
    }
}
