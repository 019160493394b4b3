package dev.muster.remote;

import static dev.muster.remote.TestServer.password;
import static dev.muster.remote.TestServer.secrets;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.base.HostName;
import dev.muster.remote.Opened.Ready;
import dev.muster.setup.Host;
import dev.muster.setup.Limits;
import dev.muster.setup.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Many hosts at once.
final class FleetTest {

    private static final int HOSTS = 30;

    @TempDir
    private Path scratch;

    private static String address(int number) {
        return "127.0.0." + (number + 1);
    }

    private static Host host(String address, int port) {
        return Host.linux(new HostName("lin"), address, Set.of(Role.WORKER), password())
                .withPort(port);
    }

    /// Connects until the kernel takes no more: from then on packets to this port are dropped, as behind a
    /// firewall.
    private static List<Socket> fill(ServerSocket server) {
        var sockets = new ArrayList<Socket>();
        for (var number = 0; number < 10; number++) {
            var socket = new Socket();
            sockets.add(socket);
            try {
                socket.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), 200);
            } catch (IOException e) {
                return sockets;
            }
        }
        throw new IllegalStateException("this kernel's queue has no end");
    }

    @Test
    void hosts_that_drop_packets_hold_up_nobody_though_they_fill_every_place() throws Exception {
        var addresses = IntStream.range(0, HOSTS).mapToObj(FleetTest::address).collect(Collectors.joining(","));
        var limits = new Limits(4, Duration.ofSeconds(60));
        try (var server = new TestServer(scratch.resolve("host"))
                        .with(it -> it.setHost(addresses))
                        .start();
                var blocked = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var threads = Executors.newVirtualThreadPerTaskExecutor();
                var reach = new SshReach(TestServer.trust(scratch), secrets(), limits, scratch, "")) {
            var sockets = fill(blocked);
            var silent = new ArrayList<Future<Opened>>();
            for (var number = 0; number < 5; number++) {
                var host = host("127.0.0.1", blocked.getLocalPort());
                silent.add(threads.submit(() -> reach.open(host)));
            }
            var all = new ArrayList<Callable<Opened>>();
            for (var number = 0; number < HOSTS; number++) {
                var host = host(address(number), server.server.getPort());
                all.add(() -> TestServer.openTrusting(scratch, reach, host));
            }

            for (var done : threads.invokeAll(all, 50, TimeUnit.SECONDS)) {
                assertThat(done.get()).isInstanceOf(Ready.class);
            }

            assertThat(silent).noneMatch(Future::isDone);
            silent.forEach(waiting -> waiting.cancel(true));
            for (var socket : sockets) {
                socket.close();
            }
        }
    }
}
