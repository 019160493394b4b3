package dev.muster.remote;

import static dev.muster.remote.TestServer.openTrusting;
import static dev.muster.remote.TestServer.reach;
import static dev.muster.remote.TestServer.refused;
import static dev.muster.remote.TestServer.secrets;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.base.Secret;
import dev.muster.remote.Opened.Ready;
import dev.muster.setup.Login;
import dev.muster.setup.SecretRef;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcePEMEncryptorBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Signing in with key files of every kind that admins have.
final class KeysTest {

    private static final String PASSPHRASE = "Rote Beete & Salz";

    @TempDir
    private Path scratch;

    private final List<KeyPair> accepted = new CopyOnWriteArrayList<>();

    private TestServer server(String name) throws IOException {
        return new TestServer(scratch.resolve(name))
                .with(it -> it.setPublickeyAuthenticator((user, key, session) ->
                        accepted.stream().anyMatch(pair -> KeyUtils.compareKeys(pair.getPublic(), key))))
                .start();
    }

    private static Login with(Path key) {
        return new Login("ops", "ops", null, key, null, null);
    }

    private Path openSsh(KeyPair pair, String passphrase) throws Exception {
        var file = scratch.resolve("key");
        try (var out = Files.newOutputStream(file)) {
            OpenSSHKeyEncryptionContext lock = null;
            if (!passphrase.isEmpty()) {
                lock = new OpenSSHKeyEncryptionContext();
                lock.setPassword(passphrase);
                lock.setCipherType("256");
            }
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "", lock, out);
        }
        return file;
    }

    /// As OpenSSL and ssh-keygen write it: with the curve and the public half, which the JDK leaves out.
    private static PemObject whole(ECPrivateKey key, KeyPair pair) throws IOException {
        var published = SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
        var whole = new org.bouncycastle.asn1.sec.ECPrivateKey(
                256, key.getS(), published.getPublicKeyData(), SECObjectIdentifiers.secp256r1);
        return new PemObject("EC PRIVATE KEY", whole.getEncoded());
    }

    private Path pem(KeyPair pair, String passphrase) throws Exception {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            if (passphrase.isEmpty()) {
                writer.writeObject(
                        pair.getPrivate() instanceof ECPrivateKey key ? whole(key, pair) : pair.getPrivate());
            } else {
                writer.writeObject(
                        pair.getPrivate(),
                        new JcePEMEncryptorBuilder("AES-128-CBC")
                                .setSecureRandom(new SecureRandom())
                                .build(passphrase.toCharArray()));
            }
        }
        return Files.writeString(scratch.resolve("key"), text.toString());
    }

    private static KeyPair generate(String algorithm) throws GeneralSecurityException {
        return algorithm.equals("Ed25519") ? KeyUtils.generateKeyPair("ssh-ed25519", 256) : TestServer.key(algorithm);
    }

    @ParameterizedTest
    @CsvSource({
        "RSA, openssh, ''",
        "RSA, openssh, Rote Beete & Salz",
        "RSA, pem, ''",
        "RSA, pem, Rote Beete & Salz",
        "EC, openssh, ''",
        "EC, openssh, Rote Beete & Salz",
        "EC, pem, ''",
        "Ed25519, openssh, ''",
        "Ed25519, openssh, Rote Beete & Salz",
    })
    void a_key_opens_its_host(String algorithm, String format, String passphrase) throws Exception {
        var pair =
                algorithm.equals("Ed25519") ? KeyUtils.generateKeyPair("ssh-ed25519", 256) : TestServer.key(algorithm);
        accepted.add(pair);
        var file = format.equals("pem") ? pem(pair, passphrase) : openSsh(pair, passphrase);
        try (var server = server("host");
                var reach = reach(scratch, secrets(Map.of("PROMPT", PASSPHRASE)))) {
            assertThat(openTrusting(scratch, reach, server.host(with(file)))).isInstanceOf(Ready.class);
        }
    }

    @Test
    void a_passphrase_is_asked_for_once_for_all_hosts() throws Exception {
        var pair = TestServer.key("EC");
        accepted.add(pair);
        var file = openSsh(pair, PASSPHRASE);
        var asked = new CopyOnWriteArrayList<String>();
        try (var one = server("one");
                var two = server("two");
                var reach = reach(scratch, (ref, field) -> {
                    asked.add(ref.getClass().getSimpleName() + " " + field);
                    return Secret.of(PASSPHRASE);
                })) {
            assertThat(openTrusting(scratch, reach, one.host(with(file)))).isInstanceOf(Ready.class);
            assertThat(openTrusting(scratch, reach, two.host(with(file)))).isInstanceOf(Ready.class);
            assertThat(asked).containsExactly("Prompt logins.ops.passphrase");
        }
    }

    @Test
    void nobody_is_asked_for_a_passphrase_before_the_host_has_shown_its_key() throws Exception {
        var pair = TestServer.key("EC");
        accepted.add(pair);
        var file = openSsh(pair, PASSPHRASE);
        var asked = new CopyOnWriteArrayList<String>();
        try (var server = server("host");
                var reach = reach(scratch, (ref, field) -> {
                    asked.add(field);
                    return Secret.of(PASSPHRASE);
                })) {
            assertThat(reach.open(server.host(with(file)))).isInstanceOf(Opened.KeyUnknown.class);
            assertThat(asked).as("before the key was confirmed").isEmpty();

            assertThat(openTrusting(scratch, reach, server.host(with(file)))).isInstanceOf(Ready.class);
            assertThat(asked).containsExactly("logins.ops.passphrase");
        }
    }

    @Test
    void a_wrong_passphrase_is_told_as_one_and_asked_for_again_after_a_drop() throws Exception {
        var pair = TestServer.key("EC");
        accepted.add(pair);
        var file = openSsh(pair, PASSPHRASE);
        var given = new CopyOnWriteArrayList<>(List.of("wrong", PASSPHRASE));
        try (var server = server("host");
                var reach = reach(scratch, (ref, field) -> Secret.of(given.removeFirst()))) {
            var host = server.host(with(file));

            assertThat(refused(openTrusting(scratch, reach, host))).isEqualTo(RemoteWords.PASSPHRASE_WRONG);
            assertThat(refused(reach.open(host))).isEqualTo(RemoteWords.PASSPHRASE_WRONG);
            reach.drop(host);
            assertThat(openTrusting(scratch, reach, host)).isInstanceOf(Ready.class);
        }
    }

    @Test
    void a_key_that_the_host_does_not_know_is_refused_by_its_name() throws Exception {
        var file = openSsh(TestServer.key("EC"), "");
        try (var server = server("host");
                var reach = reach(scratch, secrets())) {
            var opened = openTrusting(scratch, reach, server.host(with(file)));

            assertThat(refused(opened)).isEqualTo(RemoteWords.KEY_REFUSED);
            assertThat(((Opened.Refused) opened).what().arguments().toString()).contains("~/key");
        }
    }

    @Test
    void the_default_keys_serve_a_login_that_names_nothing() throws Exception {
        var pair = TestServer.key("EC");
        accepted.add(pair);
        Files.createDirectories(scratch.resolve(".ssh"));
        Files.move(openSsh(TestServer.key("RSA"), PASSPHRASE), scratch.resolve(".ssh/id_rsa"));
        Files.move(openSsh(pair, ""), scratch.resolve(".ssh/id_ecdsa"));
        try (var server = server("host");
                var reach = reach(scratch, (ref, field) -> {
                    throw new IllegalStateException("asked for " + field);
                })) {
            var nobody = new Login("", "ops", null, null, null, null);

            assertThat(openTrusting(scratch, reach, server.host(nobody))).isInstanceOf(Ready.class);
        }
    }

    @Test
    void a_host_that_wants_key_and_password_gets_both() throws Exception {
        var pair = TestServer.key("EC");
        accepted.add(pair);
        var file = openSsh(pair, "");
        try (var server = server("host").with(it -> it.getProperties().put("auth-methods", "publickey,password"));
                var reach = reach(scratch, secrets())) {
            var both = new Login("ops", "ops", new SecretRef.Env("PASSWORD"), file, null, null);

            assertThat(refused(openTrusting(scratch, reach, server.host(with(file)))))
                    .isEqualTo(RemoteWords.MORE_WANTED);
            assertThat(openTrusting(scratch, reach, server.host(both))).isInstanceOf(Ready.class);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        MISSING          |                                        | KEY_FILE_MISSING
        FOLDER           |                                        | KEY_FILE_UNKNOWN
        EMPTY            |                                        | KEY_FILE_UNKNOWN
        TEXT             | ssh-ed25519 AAAAC3Nz me@here           | KEY_FILE_PUBLIC
        TEXT             | -----BEGIN PUBLIC KEY-----             | KEY_FILE_PUBLIC
        TEXT             | not a key at all                       | KEY_FILE_UNKNOWN
        TEXT             | -----BEGIN OPENSSH PRIVATE KEY-----    | KEY_FILE_UNKNOWN
        TEXT             | -----BEGIN RSA PRIVATE KEY-----        | KEY_FILE_UNKNOWN
        """)
    void a_file_that_is_no_private_key_is_told_for_what_it_is(String kind, String text, RemoteWords expected)
            throws Exception {
        var file = scratch.resolve("key");
        switch (kind) {
            case "FOLDER" -> Files.createDirectory(file);
            case "EMPTY" -> Files.createFile(file);
            case "TEXT" -> Files.writeString(file, text + "\n");
            default -> assertThat(file).doesNotExist();
        }
        try (var server = server("host");
                var reach = reach(scratch, secrets())) {
            assertThat(refused(openTrusting(scratch, reach, server.host(with(file)))))
                    .isEqualTo(expected);
            assertThat(server.credentials).isEmpty();
        }
    }
}
