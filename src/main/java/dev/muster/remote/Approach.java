package dev.muster.remote;

import static dev.muster.remote.Opened.Stage.DNS;
import static dev.muster.remote.Opened.Stage.TCP;

import dev.muster.setup.Bastion;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The first two rungs, name and port: from this workstation, or from the last bastion on the way, which looks the
/// name up by itself.
final class Approach {

    private final Bastions bastions;
    private final Duration limit;

    /// @param limit for the name, and for each address
    Approach(Bastions bastions, Duration limit) {
        this.bastions = bastions;
        this.limit = limit;
    }

    /// What is made of a fresh stream. A name may have several addresses: the first one that can be used counts.
    interface Use<T> {
        /// @throws IOException the stream can't be used; it is closed then, as after [Trouble.Found]
        T of(Socket stream) throws IOException, Trouble.Found;
    }

    <T> T to(Target target, Use<T> use) throws Stopped, InterruptedException {
        var bastion = target.via();
        return bastion == null ? direct(target, use) : through(bastion, target, use);
    }

    private <T> T through(Bastion bastion, Target target, Use<T> use) throws Stopped, InterruptedException {
        var stream = bastions.stream(bastion, target.address(), target.port(), limit);
        try {
            return use.of(stream);
        } catch (IOException e) {
            closeQuietly(stream);
            throw new Stopped(Trouble.of(TCP, RemoteWords.TCP_FAILED, target.port(), Said.clean(message(e)))
                    .at(target.address()));
        } catch (Trouble.Found e) {
            closeQuietly(stream);
            throw new Stopped(e.trouble().at(target.address()));
        }
    }

    private <T> T direct(Target target, Use<T> use) throws Stopped, InterruptedException {
        Refusal last = null;
        for (var address : resolve(target.address())) {
            var stream = new Socket();
            try {
                stream.setTcpNoDelay(true);
                stream.setKeepAlive(true);
                stream.connect(new InetSocketAddress(address, target.port()), Math.toIntExact(limit.toMillis()));
                return use.of(stream);
            } catch (IOException e) {
                closeQuietly(stream);
                if (Thread.interrupted() || isInterrupt(e)) {
                    throw new InterruptedException("while connecting to " + target.address());
                }
                last = new Refusal(address.getHostAddress(), tcp(target, e));
            } catch (Trouble.Found e) {
                closeQuietly(stream);
                last = new Refusal(address.getHostAddress(), e.trouble());
            }
        }
        if (last == null) {
            throw new IllegalStateException("a name without addresses: " + target.address());
        }
        throw new Stopped(last.trouble().at(last.address()));
    }

    private static boolean isInterrupt(IOException e) {
        return e instanceof InterruptedIOException && !(e instanceof SocketTimeoutException);
    }

    private record Refusal(String address, Trouble trouble) {}

    private Trouble tcp(Target target, IOException e) {
        return switch (e) {
            case SocketTimeoutException _ -> Trouble.of(TCP, RemoteWords.PORT_SILENT, target.port(), limit);
            case NoRouteToHostException _ -> Trouble.of(TCP, RemoteWords.NO_ROUTE, target.address());
            case ConnectException refused
            when message(refused).contains("refused") -> Trouble.of(TCP, RemoteWords.PORT_REFUSED, target.port());
            default -> Trouble.of(TCP, RemoteWords.TCP_FAILED, target.port(), Said.clean(message(e)));
        };
    }

    private static String message(IOException e) {
        return String.valueOf(e.getMessage());
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
            return found.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new Stopped(Trouble.of(DNS, RemoteWords.NAME_UNKNOWN, name).at(""));
        } catch (TimeoutException e) {
            throw new Stopped(
                    Trouble.of(DNS, RemoteWords.NAME_SLOW, name, limit).at(""));
        }
    }

    static void closeQuietly(Socket stream) {
        try {
            stream.close();
        } catch (IOException e) {
            // closed it is
        }
    }
}
