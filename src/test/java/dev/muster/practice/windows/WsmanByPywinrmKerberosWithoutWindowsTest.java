package dev.muster.practice.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Our server's Kerberos as others' clients see it: pywinrm, with MIT's libraries below it, and curl. No Windows took
/// part.
class WsmanByPywinrmKerberosWithoutWindowsTest {

    private static final String SERVICE = "HTTP/localhost@" + Realm.NAME;

    /// Debian's module has the two halves of what pywinrm asks for under one name.
    private static final String SEALED = """
        import kerberos, struct
        def wrap(context, message):
            kerberos.authGSSClientWrapIov(context, base64.b64encode(message).decode(), 1)
            whole = base64.b64decode(kerberos.authGSSClientResponse(context))
            front = struct.unpack('<i', whole[:4])[0]
            return whole[4 + front:], whole[4:4 + front]
        def unwrap(context, message, header):
            whole = struct.pack('<i', len(header)) + header + message
            kerberos.authGSSClientUnwrapIov(context, base64.b64encode(whole).decode())
            return base64.b64decode(kerberos.authGSSClientResponse(context))
        kerberos.authGSSWinRMEncryptMessage = wrap
        kerberos.authGSSWinRMDecryptMessage = unwrap
        """;

    private static final String RUN = """
        p = Protocol(endpoint=sys.argv[1], transport='kerberos', username='ops', password='',
                     server_cert_validation='ignore', message_encryption=sys.argv[4])
        """ + Pywinrm.RUN;

    @TempDir
    private Path folder;

    @Test
    void it_signs_in_with_a_ticket_sealed_without_tls_and_plain_inside_it() throws Exception {
        try (var realm = Realm.start(Files.createDirectory(folder.resolve("realm")))) {
            var keys = inRealm(realm);
            var pywinrm = new Pywinrm(folder).with(realm.environment());
            assumeTrue(
                    pywinrm.has("requests_kerberos"),
                    "there is no requests_kerberos (package python3-requests-kerberos): Kerberos isn't checked by it");
            for (var tls : new boolean[] {true, false}) {
                var settings =
                        (tls ? Given.https() : Given.http()).inDomain(keys).recorded();
                try (var server = WsmanServer.start(settings)) {
                    var ended = pywinrm.run(
                            server.url().replace("127.0.0.1", "localhost"),
                            "kerberos",
                            "",
                            tls ? "never" : "always",
                            SEALED + RUN);

                    assertThat(ended.lines()).as(ended.err()).containsExactly(Pywinrm.RAN);
                    assertThat(server.heard().requests()).isNotEmpty().allMatch(it -> it.sealed() != tls);
                    assertThat(server.heard().refusedLogons()).isZero();
                }
            }
            curl(realm, keys);
        }
    }

    /// Negotiate in the wrapping of SPNEGO, which pywinrm leaves away; curl proves the server's answer to it.
    private void curl(Realm realm, KeyTable keys) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "there is no curl");
        try (var server = WsmanServer.start(Given.http().inDomain(keys))) {
            var builder = new ProcessBuilder(
                            "/usr/bin/curl",
                            "-sS",
                            "--negotiate",
                            "-u",
                            ":",
                            "-X",
                            "POST",
                            "-o",
                            "/dev/null",
                            "-w",
                            "%{http_code}",
                            server.url().replace("127.0.0.1", "localhost"))
                    .redirectErrorStream(true);
            builder.environment().putAll(realm.environment());
            var curl = builder.start();

            assertThat(new String(curl.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .isEqualTo("200");
            assertThat(server.heard().logons()).isEqualTo(1);
        }
    }

    private static KeyTable inRealm(Realm realm) throws IOException {
        realm.user("ops", "it's secret");
        realm.service(SERVICE);
        realm.ticket("ops");
        return new KeyTable(realm.keytab(SERVICE), SERVICE, "ops@" + Realm.NAME);
    }
}
