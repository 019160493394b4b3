package dev.muster.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A line that takes nothing more and doesn't say so to whoever reads, over a real server in this process.
@Timeout(60)
final class SinkTest {

    @TempDir
    private Path scratch;

    @Test
    void every_write_after_one_that_was_lost_says_that_the_line_broke() throws Exception {
        try (var server = new TestServer(scratch.resolve("gate")).forwarding().start();
                var target = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
                var wire = new Torn("127.0.0.1", server.server.getPort());
                var line = line(server, wire)) {
            line.client().authPassword("ops", TestServer.PASSWORD);
            var stream = line.stream("127.0.0.1", target.getLocalPort(), Duration.ofSeconds(10));
            var command = line.client().startSession().exec("cat");
            var out = new Sink(command.getOutputStream());
            out.write(1);
            out.flush();
            wire.torn = true;

            for (var into : new OutputStream[] {stream.getOutputStream(), out}) {
                for (var tries = 0; tries < 4; tries++) {
                    assertThatThrownBy(() -> {
                                into.write(new byte[40_000]);
                                into.flush();
                            })
                            .isInstanceOf(IOException.class);
                }
                into.close();
            }
            assertThatThrownBy(() -> line.start("true", (_, started) -> started))
                    .isInstanceOf(IOException.class);
            assertThat(line.isAlive()).isFalse();
        }
    }

    /// Why there is a [Sink]: when this fails, the library was mended, and it may go.
    @Test
    void the_librarys_own_stream_falls_over_the_packet_that_it_could_not_send() throws Exception {
        try (var server = new TestServer(scratch.resolve("gate")).start();
                var wire = new Torn("127.0.0.1", server.server.getPort());
                var line = line(server, wire)) {
            line.client().authPassword("ops", TestServer.PASSWORD);
            var out = line.client().startSession().exec("cat").getOutputStream();
            wire.torn = true;
            assertThatThrownBy(() -> {
                        out.write(1);
                        out.flush();
                    })
                    .isInstanceOf(IOException.class);

            assertThatThrownBy(out::flush).isInstanceOf(ArrayIndexOutOfBoundsException.class);
        }
    }

    private SshLine line(TestServer server, Torn wire) throws Exception {
        var host = server.host(TestServer.password());
        TestServer.trust(scratch)
                .confirm(TestServer.hostKey(
                        server.server
                                .getKeyPairProvider()
                                .loadKeys(null)
                                .iterator()
                                .next(),
                        host));
        var greeting = new Greeting(wire);
        assertThat(greeting.isSsh(Duration.ofSeconds(10))).isTrue();
        return new SshLine(
                new Algorithms(), greeting, "127.0.0.1", new KeyWatch(TestServer.trust(scratch), Target.of(host)));
    }

    /// Takes nothing more from when it is told to, and stays silent.
    private static final class Torn extends Socket {
        private volatile boolean torn;

        Torn(String host, int port) throws IOException {
            super(host, port);
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return super.getInputStream();
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    if (torn) {
                        throw new IOException("Broken pipe");
                    }
                    out.write(bytes, from, length);
                }
            };
        }
    }
}
