package dev.muster.remote;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.SocketFactory;
import net.schmizz.keepalive.KeepAliveRunner;
import net.schmizz.sshj.Config;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.connection.ConnectionException;
import net.schmizz.sshj.connection.channel.OpenFailException;
import net.schmizz.sshj.connection.channel.direct.DirectConnection;
import net.schmizz.sshj.connection.channel.direct.Session;

/// One SSH connection of the library's, on a socket that is connected already. The only place that makes a client,
/// and none is made without our verifier.
final class SshLine implements AutoCloseable {

    private static final int BEAT_SECONDS = 5;
    private static final int BEATS_MISSED = 3;
    private static final Duration ANSWER = Duration.ofSeconds(45);

    private static final Duration SETTLED = Duration.ofSeconds(3);

    private final SSHClient client;
    private final Set<Thread> closing = ConcurrentHashMap.newKeySet();
    private final AtomicInteger streams = new AtomicInteger();
    private volatile boolean broke;

    /// Exchanges keys.
    ///
    /// @throws IOException when the server ends it, or its key isn't the trusted one: then the verifier knows
    ///     more
    SshLine(Config config, Greeting socket, String host, KeyWatch keys) throws IOException {
        client = new SSHClient(config);
        client.addHostKeyVerifier(keys);
        client.setSocketFactory(new Given(socket));
        client.getTransport().setTimeoutMs(Math.toIntExact(ANSWER.toMillis()));
        client.getConnection().setTimeoutMs(Math.toIntExact(ANSWER.toMillis()));
        var beat = (KeepAliveRunner) client.getConnection().getKeepAlive();
        beat.setKeepAliveInterval(BEAT_SECONDS);
        beat.setMaxAliveCount(BEATS_MISSED);
        // the name goes with the address, or the library asks the name server for one
        client.connect(InetAddress.getByAddress(host, socket.getInetAddress().getAddress()), socket.getPort());
    }

    SSHClient client() {
        return client;
    }

    /// A line over which something was lost isn't alive, even where the library's reader hasn't seen the end yet.
    boolean isAlive() {
        return !broke
                && client.isConnected()
                && client.isAuthenticated()
                && client.getTransport().isRunning();
    }

    /// Starts a command.
    ///
    /// @throws OpenFailException when the server opens no further channel
    /// @throws Refusal when it opens one and runs no command there
    Exchange exec(String words, String mark, String prompt, byte[] envelope, byte[] payload)
            throws IOException, Refusal {
        return start(words, (channel, command) -> new Exchange(channel, command, mark, prompt, envelope, payload));
    }

    /// What is made of a command that has started.
    interface Use<T> {
        T of(Exchange.Channel channel, Session.Command command);
    }

    /// Starts a command that is spoken to in another way than [Exchange]'s.
    <T> T start(String words, Use<T> use) throws IOException, Refusal {
        try {
            var session = session();
            try {
                return use.of(channel(session), run(session, words));
            } catch (IOException | Refusal e) {
                close(session);
                throw e;
            } catch (RuntimeException e) {
                close(session);
                throw Broken.of(e);
            }
        } catch (OpenFailException e) {
            throw e;
        } catch (IOException e) {
            broke = broke || !waited(e);
            throw e;
        }
    }

    /// Somebody gave up waiting: that says nothing about the line.
    private static boolean waited(Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof InterruptedException || cause instanceof TimeoutException) {
                return true;
            }
        }
        return false;
    }

    private Exchange.Channel channel(Session session) {
        return new Exchange.Channel() {
            @Override
            public void close() {
                SshLine.this.close(session);
            }

            @Override
            public void broke() {
                broke = true;
            }
        };
    }

    /// Opens a TCP stream from the server to an address and port, which the server looks up.
    ///
    /// @throws OpenFailException when the server opens none
    /// @throws TimeoutException when it hasn't said yes or no; a stream that comes later is closed
    Socket stream(String address, int port, Duration limit) throws IOException, TimeoutException, InterruptedException {
        var channel = new DirectConnection(client.getConnection(), address, port);
        var opened = new CompletableFuture<DirectConnection>();
        Thread.startVirtualThread(() -> {
            try {
                channel.open();
                if (!opened.complete(channel)) {
                    close(channel);
                }
            } catch (IOException e) {
                opened.completeExceptionally(e);
            } catch (RuntimeException e) {
                opened.completeExceptionally(Broken.of(e));
            }
        });
        try {
            var stream = opened.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            streams.incrementAndGet();
            return new ChannelSocket(stream, () -> {
                streams.decrementAndGet();
                close(stream);
            });
        } catch (ExecutionException e) {
            if (e.getCause() instanceof OpenFailException refused) {
                throw refused;
            }
            broke = true;
            throw e.getCause() instanceof IOException broken ? broken : new IOException(e.getCause());
        } finally {
            opened.cancel(false);
        }
    }

    /// How many of those are open.
    int streams() {
        return streams.get();
    }

    private Session session() throws IOException {
        try {
            return client.startSession();
        } catch (IllegalStateException e) {
            throw new ConnectionException("the line had broken before", e);
        } catch (RuntimeException e) {
            throw Broken.of(e);
        }
    }

    private Session.Command run(Session session, String words) throws IOException, Refusal {
        try {
            return session.exec(words);
        } catch (ConnectionException e) {
            // the library's words for a server that says no; it says the same type for a line that broke
            if ("Request failed".equals(e.getMessage())) {
                throw new Refusal();
            }
            throw e;
        }
    }

    /// On a thread of its own: the library waits for the server's word, which may never come.
    private void close(Closeable channel) {
        var closer = Thread.ofVirtual().unstarted(() -> {
            try {
                channel.close();
            } catch (IOException | RuntimeException e) {
                // the server has closed it already, or the line is gone
            } finally {
                closing.remove(Thread.currentThread());
            }
        });
        closing.add(closer);
        closer.start();
    }

    /// Waits until the channels that were given up are closed, so that the server counts them no more.
    ///
    /// @return whether there were any
    boolean settle() throws InterruptedException {
        var closers = List.copyOf(closing);
        for (var closer : closers) {
            closer.join(SETTLED);
        }
        return !closers.isEmpty();
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException | RuntimeException e) {
            // it is gone, which is what was wanted
        }
    }

    /// The server runs no command.
    static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /// Hands the library the one socket.
    private static final class Given extends SocketFactory {
        private final Socket socket;

        Given(Socket socket) {
            this.socket = socket;
        }

        @Override
        public Socket createSocket() {
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port) {
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) {
            return socket;
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            return socket;
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
            return socket;
        }
    }
}
