package dev.muster.practice.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A Kerberos realm of its own: MIT's key distribution center on loopback and a free port, with its database in a
/// folder that is handed in. This Java finds it until it is closed.
public final class Realm implements AutoCloseable {

    public static final String NAME = "MUSTER.TEST";

    private static final String CONFIG = "java.security.krb5.conf";

    private final Path folder;
    private final Process center;

    private Realm(Path folder, Process center) {
        this.folder = folder;
        this.center = center;
    }

    public static Realm start(Path folder) throws IOException {
        for (var program : List.of("/usr/sbin/krb5kdc", "/usr/sbin/kdb5_util", "/usr/sbin/kadmin.local")) {
            assumeTrue(
                    Files.isExecutable(Path.of(program)),
                    "there is no " + program + " (packages krb5-kdc, krb5-admin-server): Kerberos isn't tried");
        }
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/kinit")), "there is no kinit (package krb5-user)");
        var port = freePort();
        Files.writeString(folder.resolve("krb5.conf"), """
            [libdefaults]
            default_realm = %1$s
            dns_lookup_kdc = false
            dns_lookup_realm = false
            dns_canonicalize_hostname = false
            rdns = false
            [realms]
            %1$s = {
              kdc = 127.0.0.1:%2$d
            }
            [domain_realm]
            localhost = %1$s
            """.formatted(NAME, port));
        Files.writeString(folder.resolve("kdc.conf"), """
            [kdcdefaults]
            kdc_listen = 127.0.0.1:%2$d
            kdc_tcp_listen = 127.0.0.1:%2$d
            [realms]
            %1$s = {
              database_name = %3$s/principal
              key_stash_file = %3$s/stash
            }
            [logging]
            kdc = FILE:%3$s/kdc.log
            """.formatted(NAME, port, folder));
        Files.createFile(folder.resolve("kdc.log"));
        var realm = new Realm(folder, null);
        realm.call("/usr/sbin/kdb5_util", "create", "-s", "-W", "-r", NAME, "-P", "master of the realm");
        var center = realm.program("/usr/sbin/krb5kdc", "-n", "-r", NAME)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("center.out").toFile())
                .start();
        var running = new Realm(folder, center);
        await().atMost(Duration.ofSeconds(20)).until(() -> running.log().contains("commencing operation"));
        System.setProperty(CONFIG, folder.resolve("krb5.conf").toString());
        return running;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// Who looks for this realm from another program needs these.
    public Map<String, String> environment() {
        return Map.of(
                "KRB5_CONFIG",
                folder.resolve("krb5.conf").toString(),
                "KRB5_KDC_PROFILE",
                folder.resolve("kdc.conf").toString(),
                "KRB5CCNAME",
                "FILE:" + folder.resolve("cache"));
    }

    public Path config() {
        return folder.resolve("krb5.conf");
    }

    /// A user of the realm; more are words of kadmin's addprinc.
    public void user(String name, String password, String... more) throws IOException {
        var words = new ArrayList<>(List.of("/usr/sbin/kadmin.local", "-r", NAME, "addprinc", "+requires_preauth"));
        words.addAll(List.of(more));
        words.addAll(List.of("-pw", password, name));
        call(words.toArray(String[]::new));
    }

    /// A service with a random key.
    public void service(String name) throws IOException {
        call("/usr/sbin/kadmin.local", "-r", NAME, "addprinc", "-randkey", name);
    }

    /// The keys of one as a file; they stay what they are.
    public Path keytab(String name) throws IOException {
        var file = folder.resolve(name.replace('/', '-') + ".keytab");
        call("/usr/sbin/kadmin.local", "-r", NAME, "ktadd", "-q", "-norandkey", "-k", file.toString(), name);
        return file;
    }

    /// From now on that one has another key.
    public void changeKey(String name) throws IOException {
        call("/usr/sbin/kadmin.local", "-r", NAME, "cpw", "-randkey", name);
    }

    /// A ticket in the cache that [#environment] names.
    public void ticket(String name) throws IOException {
        call("/usr/bin/kinit", "-k", "-t", keytab(name).toString(), name);
    }

    /// What the center has noted.
    public String log() {
        try {
            return Files.readString(folder.resolve("kdc.log"));
        } catch (IOException e) {
            return "";
        }
    }

    private ProcessBuilder program(String... words) {
        var builder = new ProcessBuilder(words);
        builder.environment().putAll(environment());
        return builder;
    }

    private void call(String... words) throws IOException {
        var process = program(words).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).as(said).isTrue();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        assertThat(process.exitValue())
                .as(String.join(" ", words) + ": " + said)
                .isZero();
    }

    /// The center ends; what it noted stays.
    public void stop() {
        center.destroyForcibly();
        try {
            center.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
        System.clearProperty(CONFIG);
    }
}
