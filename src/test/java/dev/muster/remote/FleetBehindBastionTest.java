package dev.muster.remote;

import static dev.muster.remote.TestServer.trust;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.muster.base.HostName;
import dev.muster.remote.Opened.Ready;
import dev.muster.remote.Opened.Refused;
import dev.muster.script.Script;
import dev.muster.setup.Bastion;
import dev.muster.setup.Host;
import dev.muster.setup.Limits;
import dev.muster.setup.Login;
import dev.muster.setup.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Fifty hosts behind one bastion, all of OpenSSH's own server, the bastion with its default limits.
final class FleetBehindBastionTest {

    private static final int HOSTS = 50;
    private static final Script HELLO = Script.of("linux/hello.sh");

    @TempDir
    private Path scratch;

    private RealSshd gate() throws IOException {
        return RealSshd.start(
                scratch.resolve("gate"), "MaxStartups 10:30:100", "MaxSessions 10", "AllowTcpForwarding local");
    }

    /// Fifty hosts are fifty addresses of four servers: one of OpenSSH's listens to sixteen at most.
    private final class Hosts implements AutoCloseable {
        private static final int EACH = 15;
        private final List<RealSshd> servers = new ArrayList<>();

        Hosts() throws IOException {
            assumeTrue(RealSshd.isRoot(), "hosts that give root's rights take root");
            for (var first = 1; first <= HOSTS; first += EACH) {
                var settings = new ArrayList<>(List.of("MaxStartups 1000", "PermitRootLogin prohibit-password"));
                for (var number = first; number < first + EACH; number++) {
                    settings.add("ListenAddress 127.0.2." + number);
                }
                servers.add(RealSshd.start(scratch.resolve("hosts" + first), settings.toArray(String[]::new)));
            }
        }

        RealSshd of(int number) {
            return servers.get((number - 1) / EACH);
        }

        long inLogs(String words) throws IOException {
            var count = 0L;
            for (var server : servers) {
                count += server.inLog(words);
            }
            return count;
        }

        @Override
        public void close() {
            servers.forEach(RealSshd::close);
        }
    }

    private static Host host(String address, int port, Login login, Bastion via) {
        return Host.linux(
                        new HostName("h-" + address.replace('.', '-') + "-" + port),
                        address,
                        Set.of(Role.WORKER),
                        login)
                .withPort(port)
                .withVia(via);
    }

    private SshReach reach(Duration connect) {
        return new SshReach(
                trust(scratch),
                (ref, field) -> {
                    throw new AssertionError("nobody should be asked for " + field);
                },
                new Limits(32, connect),
                scratch,
                "");
    }

    private void known(RealSshd sshd, String address) throws IOException {
        var words = Files.readString(sshd.folder.resolve("host_key.pub")).split(" ", 3);
        Files.createDirectories(scratch);
        Files.writeString(
                scratch.resolve("known_hosts"),
                "[" + address + "]:" + sshd.port + " " + words[0] + " " + words[1] + "\n",
                java.nio.file.StandardOpenOption.CREATE,
                java.nio.file.StandardOpenOption.APPEND);
    }

    @Test
    void fifty_hosts_share_one_connection_below_the_bastions_limits() throws Exception {
        try (var hosts = new Hosts();
                var gate = gate();
                var reach = reach(Duration.ofSeconds(20))) {
            var fleet = fleet(gate, hosts);

            for (var opened : open(reach, fleet)) {
                assertThat(opened).isInstanceOf(Ready.class);
                assertThat(((Ready) opened)
                                .connection()
                                .run(HELLO, Duration.ofSeconds(20))
                                .exit())
                        .isZero();
            }

            assertThat(gate.inLog("Accepted publickey")).isEqualTo(1);
            assertThat(gate.log()).doesNotContain("MaxStartups").doesNotContain("no more sessions");
            assertThat(hosts.inLogs("Accepted publickey")).isEqualTo(HOSTS);
        }
    }

    /// No clock decides: the others are all ready while the five are still being waited for.
    @Test
    void five_hosts_whose_packets_are_dropped_hold_up_nobody() throws Exception {
        try (var hosts = new Hosts();
                var gate = gate();
                var deaf = new Deaf();
                var reach = reach(Duration.ofMinutes(5));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var fleet = fleet(gate, hosts);
            var silent = IntStream.rangeClosed(1, 5)
                    .mapToObj(number -> deaf.host(number, fleet))
                    .map(host -> threads.submit(() -> reach.open(host)))
                    .toList();

            for (var opened : open(reach, fleet)) {
                assertThat(opened).isInstanceOf(Ready.class);
            }

            assertThat(silent).noneMatch(Future::isDone);
            threads.shutdownNow();
        }
    }

    @Test
    void hosts_whose_packets_are_dropped_end_at_the_named_limit() throws Exception {
        try (var hosts = new Hosts();
                var gate = gate();
                var deaf = new Deaf();
                var reach = reach(Duration.ofSeconds(1))) {
            var fleet = fleet(gate, hosts);

            for (var opened : open(reach, List.of(deaf.host(1, fleet), deaf.host(2, fleet)))) {
                assertThat(opened)
                        .isInstanceOfSatisfying(
                                Refused.class,
                                refused -> assertThat(refused.what().key()).isEqualTo(RemoteWords.VIA_SILENT));
            }
        }
    }

    private static Bastion via(List<Host> fleet) {
        var via = fleet.getFirst().via();
        if (via == null) {
            throw new IllegalStateException("a fleet without bastion");
        }
        return via;
    }

    private List<Host> fleet(RealSshd gate, Hosts hosts) throws IOException {
        known(gate, "127.0.0.1");
        var via = new Bastion("jump", "127.0.0.1", gate.port, gate.login(), null);
        var fleet = new ArrayList<Host>();
        for (var number = 1; number <= HOSTS; number++) {
            known(hosts.of(number), "127.0.2." + number);
            fleet.add(host(
                    "127.0.2." + number, hosts.of(number).port, hosts.of(number).login(), via));
        }
        return fleet;
    }

    private static List<Opened> open(SshReach reach, List<Host> fleet) throws Exception {
        var opened = new ArrayList<Opened>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = fleet.stream()
                    .map(host -> (Callable<Opened>) () -> reach.open(host))
                    .toList();
            for (var done : threads.invokeAll(tasks)) {
                opened.add(done.get());
            }
        }
        return opened;
    }

    /// A port whose queue is full: the kernel drops the packets of whoever comes next.
    private static final class Deaf implements AutoCloseable {
        private final ServerSocket listener;
        private final List<Socket> filling = new ArrayList<>();

        Deaf() throws IOException {
            listener = new ServerSocket();
            listener.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {0, 0, 0, 0}), 0), 1);
            for (var full = false; !full; ) {
                var socket = new Socket();
                try {
                    socket.connect(new InetSocketAddress("127.0.3.1", listener.getLocalPort()), 300);
                    filling.add(socket);
                } catch (SocketTimeoutException e) {
                    full = true;
                    socket.close();
                }
            }
        }

        Host host(int number, List<Host> fleet) {
            return FleetBehindBastionTest.host(
                    "127.0.3." + number,
                    listener.getLocalPort(),
                    fleet.getFirst().login(),
                    via(fleet));
        }

        @Override
        public void close() throws IOException {
            for (var socket : filling) {
                socket.close();
            }
            listener.close();
        }
    }
}
