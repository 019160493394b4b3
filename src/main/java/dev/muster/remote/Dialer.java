package dev.muster.remote;

import static dev.muster.remote.Opened.Stage.DNS;
import static dev.muster.remote.Opened.Stage.HOST_KEY;
import static dev.muster.remote.Opened.Stage.SIGN_IN;
import static dev.muster.remote.Opened.Stage.TCP;

import dev.muster.base.Text;
import dev.muster.remote.Trust.Verdict;
import dev.muster.setup.Host;
import dev.muster.setup.Limits;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.schmizz.sshj.Config;

/// Climbs the first four rungs: name, port, host key, sign-in.
///
/// Decided: only key exchange and sign-in wait for a place, names and ports don't. Because they cost the processor,
/// and a host that doesn't answer must not hold a place that others could use.
final class Dialer {

    /// What OpenSSH allows by default is two minutes; nobody should wait that long for a host that stutters
    private static final Duration HANDSHAKE = Duration.ofSeconds(45);

    /// After so long at a prompt the server may have hung up already
    private static final long PATIENCE = Duration.ofSeconds(10).toNanos();

    private final Config algorithms;
    private final Trust trust;
    private final SignIn signIn;
    private final Limits limits;
    private final Deadline deadline;
    private final Semaphore places;

    Dialer(Config algorithms, Trust trust, SignIn signIn, Limits limits, Deadline deadline) {
        this.algorithms = algorithms;
        this.trust = trust;
        this.signIn = signIn;
        this.limits = limits;
        this.deadline = deadline;
        var most = Math.max(8, 2 * Runtime.getRuntime().availableProcessors());
        this.places = new Semaphore(Math.min(limits.parallel(), most), true);
    }

    /// A line that is signed in.
    record Dialed(SshLine line, String address, HostKey key, Text how) {}

    Dialed dial(Host host) throws Stopped, InterruptedException {
        var socket = greeted(host);
        var address = socket.getInetAddress().getHostAddress();
        try {
            var before = System.nanoTime();
            var credentials = signIn.prepare(host.login());
            if (System.nanoTime() - before > PATIENCE) {
                closeQuietly(socket);
                socket = greeted(host);
            }
            places.acquire();
            try {
                return open(host, socket, address, credentials);
            } finally {
                places.release();
            }
        } catch (Trouble.Found e) {
            closeQuietly(socket);
            throw new Stopped(e.trouble().at(address));
        } catch (InterruptedException | RuntimeException e) {
            closeQuietly(socket);
            throw e;
        }
    }

    private Dialed open(Host host, Greeting socket, String address, SignIn.Credentials credentials)
            throws Stopped, Trouble.Found, InterruptedException {
        var keys = new KeyWatch(trust, host.address(), host.port());
        SshLine line = null;
        try (var time = deadline.in(HANDSHAKE, () -> closeQuietly(socket))) {
            try {
                line = new SshLine(algorithms, socket, host.address(), keys);
            } catch (IOException | RuntimeException e) {
                throw new Stopped(refusedKey(keys, address, time, e));
            }
            try {
                var how = signIn.go(line.client(), host, credentials);
                var key = keys.offered();
                if (key == null) {
                    throw new IllegalStateException("signed in to " + address + " without a key");
                }
                var dialed = new Dialed(line, address, key, how);
                line = null;
                return dialed;
            } catch (IOException e) {
                throw new Stopped(
                        time.isOver()
                                ? Trouble.of(
                                                SIGN_IN,
                                                RemoteWords.SIGN_IN_SLOW,
                                                host.login().user())
                                        .at(address)
                                : Trouble.of(
                                                SIGN_IN,
                                                RemoteWords.SIGN_IN_CUT,
                                                host.login().user(),
                                                Broken.reason(e))
                                        .at(address));
            }
        } finally {
            if (line != null) {
                line.close();
            }
        }
    }

    private static Opened refusedKey(KeyWatch keys, String address, Deadline.Timer time, Exception e) {
        var offered = keys.offered();
        var verdict = keys.verdict();
        if (offered != null && verdict != null) {
            switch (verdict) {
                case Verdict.Unknown() -> {
                    return new Opened.KeyUnknown(address, offered);
                }
                case Verdict.Changed(var known, var where) -> {
                    return new Opened.KeyChanged(address, offered, known, where);
                }
                case Verdict.Trusted() -> {}
            }
        }
        var said = e instanceof IOException broken
                ? Broken.reason(broken)
                : Text.of(RemoteWords.BROKE, Said.clean(String.valueOf(e.getMessage())));
        if (time.isOver()) {
            return Trouble.of(HOST_KEY, RemoteWords.HANDSHAKE_SLOW, address).at(address);
        }
        var nothingShared =
                String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("unable to reach a settlement");
        return Trouble.of(
                        HOST_KEY, nothingShared ? RemoteWords.NOTHING_SHARED : RemoteWords.HANDSHAKE_CUT, address, said)
                .at(address);
    }

    /// A socket on which an SSH server has said its first line.
    private Greeting greeted(Host host) throws Stopped, InterruptedException {
        Refusal last = null;
        for (var address : resolve(host.address())) {
            var socket = new Greeting();
            try {
                socket.connect(new InetSocketAddress(address, host.port()), limits.connect());
                hear(socket, host);
                return socket;
            } catch (IOException e) {
                closeQuietly(socket);
                if (Thread.interrupted() || isInterrupt(e)) {
                    throw new InterruptedException("while connecting to " + host.address());
                }
                last = new Refusal(address.getHostAddress(), tcp(host, e));
            } catch (Trouble.Found e) {
                closeQuietly(socket);
                last = new Refusal(address.getHostAddress(), e.trouble());
            }
        }
        if (last == null) {
            throw new IllegalStateException("a name without addresses: " + host.address());
        }
        throw new Stopped(last.trouble().at(last.address()));
    }

    private static boolean isInterrupt(IOException e) {
        return e instanceof InterruptedIOException && !(e instanceof SocketTimeoutException);
    }

    private record Refusal(String address, Trouble trouble) {}

    private void hear(Greeting socket, Host host) throws IOException, Trouble.Found {
        var ssh = false;
        try (var time = deadline.in(limits.connect(), () -> closeQuietly(socket))) {
            try {
                ssh = socket.isSsh(limits.connect());
            } catch (IOException e) {
                if (e instanceof SocketTimeoutException || time.isOver()) {
                    throw new Trouble.Found(
                            Trouble.of(HOST_KEY, RemoteWords.GREETING_SLOW, host.port(), limits.connect()));
                }
                throw new Trouble.Found(Trouble.of(HOST_KEY, RemoteWords.GREETING_CUT, host.port()));
            }
        }
        if (!ssh) {
            throw new Trouble.Found(
                    socket.heard().isEmpty()
                            ? Trouble.of(HOST_KEY, RemoteWords.GREETING_CUT, host.port())
                            : Trouble.of(HOST_KEY, RemoteWords.NOT_SSH, host.port(), socket.heard()));
        }
    }

    private Trouble tcp(Host host, IOException e) {
        return switch (e) {
            case SocketTimeoutException _ -> Trouble.of(TCP, RemoteWords.PORT_SILENT, host.port(), limits.connect());
            case NoRouteToHostException _ -> Trouble.of(TCP, RemoteWords.NO_ROUTE, host.address());
            case ConnectException refused
            when String.valueOf(refused.getMessage()).contains("refused") ->
                Trouble.of(TCP, RemoteWords.PORT_REFUSED, host.port());
            default -> Trouble.of(TCP, RemoteWords.TCP_FAILED, host.port(), Said.clean(String.valueOf(e.getMessage())));
        };
    }

    private List<InetAddress> resolve(String name) throws Stopped, InterruptedException {
        var found = new CompletableFuture<List<InetAddress>>();
        Thread.startVirtualThread(() -> {
            try {
                found.complete(List.of(InetAddress.getAllByName(name)));
            } catch (UnknownHostException e) {
                found.completeExceptionally(e);
            }
        });
        try {
            return found.get(limits.connect().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new Stopped(Trouble.of(DNS, RemoteWords.NAME_UNKNOWN, name).at(""));
        } catch (TimeoutException e) {
            throw new Stopped(Trouble.of(DNS, RemoteWords.NAME_SLOW, name, limits.connect())
                    .at(""));
        }
    }

    private static void closeQuietly(Greeting socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // closed it is
        }
    }
}
