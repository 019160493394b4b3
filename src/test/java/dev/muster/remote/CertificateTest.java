package dev.muster.remote;

import static dev.muster.remote.TestServer.openTrusting;
import static dev.muster.remote.TestServer.refused;
import static dev.muster.remote.TestServer.trust;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.base.Secret;
import dev.muster.remote.Opened.Ready;
import dev.muster.remote.Opened.Refused;
import dev.muster.remote.Opened.Stage;
import dev.muster.setup.Limits;
import dev.muster.setup.Login;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Signing in to OpenSSH's own server with certificates that its own ssh-keygen made.
final class CertificateTest {

    private static final String LOCK = "Rote Beete";

    @TempDir
    private Path scratch;

    private RealSshd sshd() throws IOException {
        RealSshd.keygen(
                "-q", "-t", "ed25519", "-N", "", "-f", scratch.resolve("ca").toString());
        return RealSshd.start(scratch.resolve("sshd"), "TrustedUserCAKeys " + scratch.resolve("ca.pub"));
    }

    private Path key(String type, String passphrase) throws IOException {
        var key = scratch.resolve("id_" + type);
        RealSshd.keygen("-q", "-t", type, "-N", passphrase, "-f", key.toString());
        return key;
    }

    private Path signed(Path key, String user, String time) throws IOException {
        RealSshd.keygen(
                "-q", "-s", scratch.resolve("ca").toString(), "-I", "test", "-n", user, "-V", time, key + ".pub");
        return Path.of(key + "-cert.pub");
    }

    private Login with(Path key, @Nullable Path certificate) {
        return new Login("ops", RealSshd.user(), null, key, null, certificate, false, "", null, null);
    }

    private Opened open(RealSshd sshd, Login login) throws InterruptedException {
        try (var reach = new SshReach(
                trust(scratch), (ref, field) -> Secret.of(LOCK), new Limits(32, Duration.ofSeconds(5)), scratch, "")) {
            return openTrusting(scratch, reach, sshd.host(login));
        }
    }

    private static void assertLetIn(Opened opened) {
        // whoever isn't root is let in and has no root's rights there
        if (opened instanceof Refused refused) {
            assertThat(refused.at()).isEqualTo(Stage.PRIVILEGE);
        } else {
            assertThat(opened).isInstanceOf(Ready.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "rsa", "ecdsa"})
    void a_certificate_signs_in_where_the_key_alone_does_not(String type) throws Exception {
        try (var sshd = sshd()) {
            var key = key(type, LOCK);

            assertThat(refused(open(sshd, with(key, null)))).isEqualTo(RemoteWords.KEY_REFUSED);
            assertLetIn(open(sshd, with(key, signed(key, RealSshd.user(), "always:forever"))));
        }
    }

    @Test
    void a_certificate_beside_its_key_is_found_there() throws Exception {
        try (var sshd = sshd()) {
            var key = key("ed25519", "");
            signed(key, RealSshd.user(), "-1h:+1h");

            assertLetIn(open(sshd, with(key, null)));
        }
    }

    @Test
    void a_certificate_that_can_not_do_is_said_to_be_so_before_the_host_is_asked() throws Exception {
        try (var sshd = sshd()) {
            var key = key("ed25519", "");
            var old = signed(key, RealSshd.user(), "-2h:-1h");
            assertThat(refused(open(sshd, with(key, old)))).isEqualTo(RemoteWords.CERTIFICATE_OUT_OF_TIME);
            var others = signed(key, "somebody", "-1h:+1h");
            assertThat(refused(open(sshd, with(key, others)))).isEqualTo(RemoteWords.CERTIFICATE_OF_OTHERS);
            assertThat(refused(open(sshd, with(key("ecdsa", ""), others))))
                    .isEqualTo(RemoteWords.CERTIFICATE_OF_ANOTHER);
            var none = Files.writeString(scratch.resolve("none"), "ssh-ed25519-cert-v01@openssh.com AAAA\n");
            assertThat(refused(open(sshd, with(key, none)))).isEqualTo(RemoteWords.CERTIFICATE_UNKNOWN);
        }
    }
}
