package dev.muster.probe.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.script.Script;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `mesh-listen.sh` and `mesh-try.sh`, each in perl and in python, on loopback and on ports that nobody needs.
@EnabledOnOs(OS.LINUX)
@Timeout(60)
class MeshScriptsTest {

    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void nobody_is_left() {
        started.forEach(process -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().onExit().join();
        });
    }

    /// A shell in whose path the one tool is there and the other isn't.
    private Process start(Script script, String tool) throws IOException {
        var tools = Files.createDirectories(folder.resolve("bin-" + tool));
        for (var name : List.of("sh", "ip", "uname", tool.equals("python") ? "python3" : tool)) {
            for (var place : List.of("/usr/bin", "/bin", "/usr/sbin", "/sbin")) {
                var program = Path.of(place, name);
                if (Files.exists(program) && !Files.exists(tools.resolve(name))) {
                    var way = Files.writeString(tools.resolve(name), "#!/bin/sh\nexec " + program + " \"$@\"\n");
                    Files.setPosixFilePermissions(way, PosixFilePermissions.fromString("rwx------"));
                }
            }
        }
        var builder = new ProcessBuilder("/bin/sh", "-s").redirectErrorStream(true);
        builder.environment().put("PATH", tools.toString());
        var process = builder.start();
        started.add(process);
        var in = process.getOutputStream();
        in.write(script.text().getBytes(StandardCharsets.UTF_8));
        in.close();
        return process;
    }

    private static Script listen(int seconds, String... ports) {
        return Script.of("linux/mesh-listen.sh")
                .with("ADDRESS", "127.0.0.1")
                .with("PORTS", List.of(ports))
                .with("TOKEN", TOKEN)
                .with("SECONDS", String.valueOf(seconds));
    }

    private static Script tries(String... tries) {
        return Script.of("linux/mesh-try.sh")
                .with("TRIES", List.of(tries))
                .with("TOKEN", TOKEN)
                .with("SOURCE", "lin1")
                .with("SECONDS", "30");
    }

    private static List<String> until(BufferedReader out, String last) throws IOException {
        var lines = new ArrayList<String>();
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            lines.add(line);
            if (line.equals(last)) {
                break;
            }
        }
        return lines;
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    @ParameterizedTest
    @CsvSource({"perl, perl", "perl, python", "python, perl", "python, python"})
    void a_listener_is_found_and_where_none_is_the_port_is_refused(String there, String here) throws IOException {
        var open = free();
        var datagrams = free();
        var closed = free();
        try (var other = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            var listener = start(listen(30, "tcp " + open, "udp " + datagrams, "tcp " + other.getLocalPort()), there);
            var heard = listener.inputReader(StandardCharsets.UTF_8);
            assertThat(until(heard, "ready"))
                    .contains(
                            "tool " + there,
                            "listens tcp " + open,
                            "listens udp " + datagrams,
                            "taken tcp " + other.getLocalPort());

            var tried = start(
                    tries(
                            "tcp 127.0.0.1 " + open,
                            "udp 127.0.0.1 " + datagrams,
                            "tcp 127.0.0.1 " + closed,
                            "served 127.0.0.1 " + other.getLocalPort(),
                            "served 127.0.0.1 " + closed),
                    here);
            var answers = String.join("\n", until(tried.inputReader(StandardCharsets.UTF_8), "end"));

            assertThat(answers)
                    .containsPattern("(?m)^0 open \\d+$")
                    .containsPattern("(?m)^1 open \\d+$")
                    .containsPattern("(?m)^2 refused$")
                    .containsPattern("(?m)^3 open \\d+$")
                    .containsPattern("(?m)^4 refused$");
            assertThat(until(heard, "heard lin1 1")).endsWith("heard lin1 1");
        }
    }

    /// Somebody who takes all calls and says something else, or nothing, isn't the listener.
    @ParameterizedTest
    @ValueSource(strings = {"perl", "python"})
    void somebody_else_in_the_hosts_name_is_told_apart(String here) throws IOException {
        try (var other = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
                var mute = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            Thread.startVirtualThread(() -> {
                try (var guest = other.accept()) {
                    guest.getOutputStream().write("220 mail\r\n".getBytes(StandardCharsets.US_ASCII));
                    guest.getOutputStream().flush();
                    guest.getInputStream().read();
                } catch (IOException e) {
                    // it has gone
                }
            });

            var tried =
                    start(tries("tcp 127.0.0.1 " + other.getLocalPort(), "tcp 127.0.0.1 " + mute.getLocalPort()), here);

            assertThat(until(tried.inputReader(StandardCharsets.UTF_8), "end")).contains("0 stranger", "1 mute");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"perl", "python"})
    void it_ends_by_itself_when_its_time_is_over(String tool) throws Exception {
        var listener = start(listen(2, "tcp " + free()), tool);

        assertThat(listener.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(listener.exitValue()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"perl", "python"})
    void it_ends_when_nobody_listens_to_it_any_more(String tool) throws Exception {
        var port = free();
        var listener = start(listen(120, "tcp " + port), tool);
        until(listener.inputReader(StandardCharsets.UTF_8), "ready");

        listener.getInputStream().close();

        assertThat(listener.onExit().orTimeout(10, TimeUnit.SECONDS).get().isAlive())
                .isFalse();
        try (var again = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(again.isBound()).isTrue();
        }
    }

    /// Only what begins with the token comes back: nobody can make it send to somebody else.
    @ParameterizedTest
    @ValueSource(strings = {"perl", "python"})
    void a_datagram_without_the_token_is_not_answered(String tool) throws Exception {
        var port = free();
        var listener = start(listen(20, "udp " + port), tool);
        until(listener.inputReader(StandardCharsets.UTF_8), "ready");

        try (var socket = new java.net.DatagramSocket()) {
            socket.setSoTimeout(1000);
            var at = InetAddress.getByName("127.0.0.1");
            for (var said : List.of("hello", TOKEN, TOKEN.toUpperCase(java.util.Locale.ROOT) + " lin1 1\n")) {
                var bytes = said.getBytes(StandardCharsets.US_ASCII);
                socket.send(new java.net.DatagramPacket(bytes, bytes.length, at, port));
            }
            var answer = new java.net.DatagramPacket(new byte[100], 100);
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> socket.receive(answer))
                    .isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"linux/mesh-listen.sh", "linux/mesh-try.sh"})
    void without_perl_and_python_it_says_so(String script) throws Exception {
        var process = start(Script.of(script).with("TRIES", List.of()), "true");

        assertThat(process.waitFor(Duration.ofSeconds(10))).isTrue();
        assertThat(process.exitValue()).isEqualTo(10);
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("none\n");
    }
}
