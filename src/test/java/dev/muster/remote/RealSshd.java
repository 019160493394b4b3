package dev.muster.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.muster.base.HostName;
import dev.muster.setup.Host;
import dev.muster.setup.Login;
import dev.muster.setup.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// OpenSSH's own server on loopback, with keys and a configuration of its own. It lets in whoever runs the tests, by
/// the key that [#key] names; only root has root's rights there.
final class RealSshd implements AutoCloseable {

    final Path folder;
    final int port;
    private final Process process;

    private RealSshd(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    static String user() {
        return System.getProperty("user.name");
    }

    static boolean isRoot() {
        return user().equals("root");
    }

    /// @param settings further lines of its configuration
    static RealSshd start(Path folder, String... settings) throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/sbin/sshd")), "there is no /usr/sbin/sshd: openssh-server");
        Files.createDirectories(folder);
        keygen("-q", "-t", "ed25519", "-N", "", "-f", folder.resolve("host_key").toString());
        if (!Files.exists(folder.resolve("key"))) {
            keygen("-q", "-t", "ed25519", "-N", "", "-f", folder.resolve("key").toString());
        }
        var port = freePort();
        var lines = new ArrayList<>(List.of(
                "Port " + port,
                "HostKey " + folder.resolve("host_key"),
                "AuthorizedKeysFile " + folder.resolve("key.pub"),
                "PidFile none",
                "StrictModes no",
                "UsePAM no",
                "PasswordAuthentication no"));
        lines.addAll(List.of(settings));
        if (lines.stream().noneMatch(line -> line.startsWith("ListenAddress"))) {
            lines.add("ListenAddress 127.0.0.1");
        }
        Files.write(folder.resolve("sshd.conf"), lines);
        if (isRoot()) {
            Files.createDirectories(Path.of("/run/sshd"));
        }
        var process = new ProcessBuilder(
                        "/usr/sbin/sshd",
                        "-D",
                        "-e",
                        "-f",
                        folder.resolve("sshd.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        var sshd = new RealSshd(folder, port, process);
        Waiting.until(() -> sshd.log().contains("Server listening on ") || !process.isAlive());
        assertThat(process.isAlive()).as(sshd.log()).isTrue();
        return sshd;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static void keygen(String... words) throws IOException {
        var call = new ArrayList<>(List.of("ssh-keygen"));
        call.addAll(List.of(words));
        run(call.toArray(String[]::new));
    }

    static String run(String... call) throws IOException {
        var process = new ProcessBuilder(call).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        try {
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        assertThat(process.exitValue()).as(String.join(" ", call) + ": " + said).isZero();
        return said;
    }

    Path key() throws IOException {
        var key = folder.resolve("key");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        return key;
    }

    Login login() throws IOException {
        return Login.withKey("me", user(), key());
    }

    Host host(Login login) {
        return Host.linux(new HostName("lin1"), "127.0.0.1", Set.of(Role.WORKER), login)
                .withPort(port);
    }

    String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    long inLog(String words) throws IOException {
        return log().lines().filter(line -> line.contains(words)).count();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
