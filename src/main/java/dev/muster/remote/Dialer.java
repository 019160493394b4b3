package dev.muster.remote;

import static dev.muster.remote.Opened.Stage.HOST_KEY;
import static dev.muster.remote.Opened.Stage.SIGN_IN;

import dev.muster.base.Text;
import dev.muster.remote.Trust.Verdict;
import dev.muster.setup.Limits;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import net.schmizz.sshj.Config;

/// Climbs the first four rungs: name, port, host key, sign-in.
///
/// Decided: only key exchange and sign-in wait for a place, names and ports don't. Because they cost the processor,
/// and a host that doesn't answer must not hold a place that others could use.
final class Dialer implements AutoCloseable {

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
    private final Bastions bastions;
    private final Approach approach;

    Dialer(Config algorithms, Trust trust, SignIn signIn, Limits limits, Deadline deadline) {
        this.algorithms = algorithms;
        this.trust = trust;
        this.signIn = signIn;
        this.limits = limits;
        this.deadline = deadline;
        var most = Math.max(8, 2 * Runtime.getRuntime().availableProcessors());
        this.places = new Semaphore(Math.min(limits.parallel(), most), true);
        this.bastions = new Bastions(bastion -> dial(bastion).line(), limits);
        this.approach = new Approach(bastions, limits.connect());
    }

    /// A line that is signed in.
    record Dialed(SshLine line, String address, HostKey key, Text how) {}

    /// A line whose server has shown a key that is trusted; nobody is signed in yet.
    private record Met(SshLine line, Greeting socket, String address, HostKey key) {}

    /// The server shows its key first. Only then files are opened and a person is asked for what opens them: of a
    /// server that isn't the one that was meant nobody is asked anything.
    Dialed dial(Target target) throws Stopped, InterruptedException {
        var met = met(target);
        var address = met.address();
        var signedIn = false;
        try {
            var before = System.nanoTime();
            var credentials = signIn.prepare(target.login());
            if (System.nanoTime() - before > PATIENCE) {
                met.line().close();
                met = met(target);
            }
            var line = met;
            var how = placed(target, () -> signedIn(target, line, credentials));
            signedIn = true;
            return new Dialed(met.line(), address, met.key(), how);
        } catch (Trouble.Found e) {
            throw new Stopped(e.trouble().at(address));
        } finally {
            if (!signedIn) {
                met.line().close();
            }
        }
    }

    private interface Work<T> {
        T done() throws Stopped, Trouble.Found, InterruptedException;
    }

    /// What costs the processor, ours and the bastion's.
    private <T> T placed(Target target, Work<T> work) throws Stopped, Trouble.Found, InterruptedException {
        var through = bastions.places(target.via());
        through.acquire();
        try {
            places.acquire();
            try {
                return work.done();
            } finally {
                places.release();
            }
        } finally {
            through.release();
        }
    }

    /// A TCP stream to any port of a host, for whatever speaks there.
    Streamed stream(Target target) throws InterruptedException {
        try {
            return approach.to(
                    target,
                    stream -> new Streamed.Open(
                            stream,
                            target.via() == null ? stream.getInetAddress().getHostAddress() : target.address()));
        } catch (Stopped e) {
            return new Streamed.Barred(e.where());
        }
    }

    private Met met(Target target) throws Stopped, InterruptedException {
        var socket = greeted(target);
        var address = target.via() == null ? socket.getInetAddress().getHostAddress() : target.address();
        var met = false;
        try {
            var line = placed(target, () -> met(target, socket, address));
            met = true;
            return line;
        } catch (Trouble.Found e) {
            throw new Stopped(e.trouble().at(address));
        } finally {
            if (!met) {
                closeQuietly(socket);
            }
        }
    }

    private Met met(Target target, Greeting socket, String address) throws Stopped {
        var keys = new KeyWatch(trust, target);
        SshLine line;
        try (var time = deadline.in(HANDSHAKE, () -> closeQuietly(socket))) {
            try {
                line = new SshLine(algorithms, socket, target.address(), keys);
            } catch (IOException | RuntimeException e) {
                throw new Stopped(refusedKey(keys, address, time, e));
            }
        }
        var key = keys.offered();
        if (key == null) {
            throw new IllegalStateException("keys were exchanged with " + address + ", yet none was shown");
        }
        return new Met(line, socket, address, key);
    }

    private Text signedIn(Target target, Met met, SignIn.Credentials credentials)
            throws Stopped, Trouble.Found, InterruptedException {
        try (var time = deadline.in(HANDSHAKE, () -> closeQuietly(met.socket()))) {
            try {
                return signIn.go(met.line().client(), target, credentials);
            } catch (IOException e) {
                throw new Stopped(
                        time.isOver()
                                ? Trouble.of(SIGN_IN, RemoteWords.SIGN_IN_SLOW, target.user())
                                        .at(met.address())
                                : Trouble.of(SIGN_IN, RemoteWords.SIGN_IN_CUT, target.user(), Broken.reason(e))
                                        .at(met.address()));
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
    private Greeting greeted(Target target) throws Stopped, InterruptedException {
        return approach.to(target, stream -> {
            var socket = new Greeting(stream);
            hear(socket, target);
            return socket;
        });
    }

    private void hear(Greeting socket, Target target) throws Trouble.Found {
        var ssh = false;
        try (var time = deadline.in(limits.connect(), () -> closeQuietly(socket))) {
            try {
                ssh = socket.isSsh(limits.connect());
            } catch (IOException e) {
                if (e instanceof SocketTimeoutException || time.isOver()) {
                    throw new Trouble.Found(
                            Trouble.of(HOST_KEY, RemoteWords.GREETING_SLOW, target.port(), limits.connect()));
                }
                throw new Trouble.Found(Trouble.of(HOST_KEY, RemoteWords.GREETING_CUT, target.port()));
            }
        }
        if (!ssh) {
            throw new Trouble.Found(
                    socket.heard().isEmpty()
                            ? Trouble.of(HOST_KEY, RemoteWords.GREETING_CUT, target.port())
                            : Trouble.of(HOST_KEY, RemoteWords.NOT_SSH, target.port(), socket.heard()));
        }
    }

    private static void closeQuietly(Greeting socket) {
        Approach.closeQuietly(socket);
    }

    @Override
    public void close() {
        bastions.close();
    }
}
