package dev.muster.practice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.Main;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What the kernel says of a Muster at work: it opens no socket that somebody could connect or send to, and none of
/// its secrets stands in an argument of it or of what it starts.
@EnabledOnOs(OS.LINUX)
final class NoListenerTest {

    /// States in /proc/net/tcp: listening, and of udp any
    private static final String LISTEN = "0A";

    @TempDir
    private Path folder;

    @Test
    @Timeout(120)
    void a_check_and_a_run_of_hosts_listen_to_nobody_and_show_no_secret() throws Exception {
        try (var hosts = PracticeHosts.start(20)) {
            var file = Files.writeString(folder.resolve("practice.muster.yaml"), hosts.setupText());
            var seen = new ArrayList<String>();
            for (var command : List.of(List.of("check"), List.of("run", "--yes"))) {
                var muster = start(hosts, command, file);
                var looks = 0;
                while (!muster.waitFor(20, TimeUnit.MILLISECONDS)) {
                    seen.addAll(listeners(muster));
                    seen.addAll(secretArguments(hosts, muster));
                    looks++;
                }
                assertThat(looks).as("it was looked at while it worked").isGreaterThan(10);
                assertThat(folder.resolve("home/trust"))
                        .as("it got to the hosts")
                        .isNotEmptyDirectory();
            }

            assertThat(seen).isEmpty();
        }
    }

    /// The look itself, at a process that does listen: these practice hosts, and that's us.
    @Test
    void a_listener_would_be_seen() throws IOException {
        try (var hosts = PracticeHosts.start(20)) {
            assertThat(hosts.keys()).isNotEmpty();
            assertThat(listeners(ProcessHandle.current().pid()).toList()).isNotEmpty();
        }
    }

    private Process start(PracticeHosts hosts, List<String> command, Path file) throws IOException {
        var words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        words.addAll(command);
        words.addAll(List.of(
                file.toString(),
                "--trust-new",
                "--home",
                folder.resolve("home").toString(),
                "--only",
                "lin1,lin2,lin3"));
        var builder =
                new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(hosts.environment());
        return builder.start();
    }

    private static List<String> listeners(Process muster) {
        return Stream.concat(Stream.of(muster.toHandle()), muster.descendants())
                .flatMap(process -> listeners(process.pid()))
                .toList();
    }

    /// Lines of the kernel's tables that are sockets of this process and can be reached.
    private static Stream<String> listeners(long pid) {
        var own = sockets(pid);
        return Stream.of("tcp", "tcp6", "udp", "udp6")
                .flatMap(table -> lines(Path.of("/proc/net", table)).stream()
                        .skip(1)
                        .map(line -> line.strip().split("\\s+"))
                        .filter(words -> own.contains(words[9]))
                        .filter(words -> table.startsWith("udp") ? isUnconnected(words) : words[3].equals(LISTEN))
                        .map(words -> pid + " " + table + " " + words[1]));
    }

    /// A question to a name server is sent from a socket that hears its answer only
    private static boolean isUnconnected(String[] words) {
        return words[2].matches("0+:0000");
    }

    private static Set<String> sockets(long pid) {
        var sockets = new HashSet<String>();
        try (var files = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            for (var file : files.toList()) {
                var target = Files.readSymbolicLink(file).toString();
                if (target.startsWith("socket:[")) {
                    sockets.add(target.substring("socket:[".length(), target.length() - 1));
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // it, or one of its files, has just gone
            return sockets;
        }
        return sockets;
    }

    private static List<String> secretArguments(PracticeHosts hosts, Process muster) {
        return Stream.concat(Stream.of(muster.toHandle()), muster.descendants())
                .flatMap(process -> lines(Path.of("/proc", Long.toString(process.pid()), "cmdline")).stream())
                .filter(line -> hosts.environment().values().stream().anyMatch(line::contains))
                .toList();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }
}
