package dev.muster.remote;

import dev.muster.base.Secret;
import dev.muster.base.Text;
import dev.muster.remote.Opened.Ready;
import dev.muster.remote.windows.WinRm;
import dev.muster.setup.Host;
import dev.muster.setup.Limits;
import dev.muster.setup.Os;
import dev.muster.setup.SecretSource;
import dev.muster.setup.Way;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Reaches hosts over SSH, and Windows hosts over WinRM; both through the same bastions.
public final class SshReach implements Reach {

    private final Dialer dialer;
    private final Keys keys;
    private final Attempts attempts;
    private final SecretSource secrets;
    private final Deadline deadline = new Deadline();
    private final SecureRandom random = new SecureRandom();
    private final WinRm library = new WinRm();
    private final WinRmClimb winrm;
    private final Map<Where, Entrance> entrances = new ConcurrentHashMap<>();

    public SshReach(Trust trust, SecretSource secrets, Limits limits) {
        this(trust, secrets, limits, Path.of(System.getProperty("user.home")), agentHere());
    }

    private static String agentHere() {
        var windows = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        return Agent.place(System.getenv(), windows);
    }

    /// @param home where `.ssh` with the default keys is
    /// @param agent where the SSH agent is; empty: there is none
    SshReach(Trust trust, SecretSource secrets, Limits limits, Path home, String agent) {
        var algorithms = new Algorithms();
        this.secrets = secrets;
        this.keys = new Keys(home, secrets, algorithms, new Agent(agent, deadline));
        this.attempts = new Attempts(random);
        this.dialer = new Dialer(algorithms, trust, new SignIn(keys, secrets, attempts), limits, deadline);
        this.winrm = new WinRmClimb(dialer, trust, secrets, attempts, deadline, random, library);
    }

    private record Where(String place, String login, String user) {
        static Where of(Host host) {
            return new Where(
                    Target.of(host).place(), host.login().name(), host.login().user());
        }
    }

    /// One host's place: whoever comes first climbs, the others wait for what came of it.
    private static final class Entrance {
        private final ReentrantLock climbing = new ReentrantLock();
        private @Nullable Ready ready;
        private BooleanSupplier alive = () -> false;
    }

    @Override
    public Opened open(Host host) throws InterruptedException {
        var entrance = entrances.computeIfAbsent(Where.of(host), _ -> new Entrance());
        entrance.climbing.lockInterruptibly();
        try {
            if (entrance.ready != null && entrance.alive.getAsBoolean()) {
                return entrance.ready;
            }
            leave(entrance);
            return kept(
                    switch (host.way()) {
                        case Way.Ssh() -> climb(host);
                        case Way.WinRm way -> winrm.open(host, way);
                    },
                    entrance);
        } finally {
            entrance.climbing.unlock();
        }
    }

    private static Opened kept(Opened opened, Entrance entrance) {
        if (opened instanceof Ready ready && ready.connection() instanceof LiveConnection connection) {
            entrance.ready = ready;
            entrance.alive = connection::isAlive;
        }
        return opened;
    }

    /// A TCP stream to a port of the host, on the way that leads to it: through the same bastions, over the same
    /// connections to them.
    public Streamed stream(Host host, int port) throws InterruptedException {
        return dialer.stream(Target.of(host.withPort(port)));
    }

    private Opened climb(Host host) throws InterruptedException {
        Dialer.Dialed dialed;
        try {
            dialed = dialer.dial(Target.of(host));
        } catch (Stopped e) {
            return e.where();
        }
        var lines = new Lines(
                dialed.address(),
                dialed.line(),
                () -> dialer.dial(Target.of(host)).line());
        if (host.os() == Os.WINDOWS) {
            return new WindowsSshClimb(random).open(lines, dialed);
        }
        var login = new Shell(lines, new Rights.AsLogin(), attempts, random, Target.of(host));
        return LastRung.climb(
                dialed.address(),
                () -> {
                    var rights = new Climb(login, host, this::sudoPassword).rights();
                    return new Ready(
                            new SshConnection(lines, login.with(rights)),
                            dialed.address(),
                            dialed.key(),
                            Text.of(RemoteWords.HOW, dialed.how(), named(rights)));
                },
                lines::close);
    }

    private @Nullable Secret sudoPassword(Host host) {
        var ref = host.login().sudoPassword();
        return ref == null ? null : secrets.get(ref, "logins." + host.login().name() + ".sudo.password");
    }

    private static Text named(Rights rights) {
        return Text.of(
                switch (rights) {
                    case Rights.AsRoot() -> RemoteWords.AS_ROOT;
                    case Rights.SudoFree() -> RemoteWords.SUDO_FREE;
                    case Rights.SudoAsking _ -> RemoteWords.SUDO_ASKING;
                    case Rights.AsLogin() -> throw new IllegalStateException("a connection without root's rights");
                });
    }

    @Override
    public void drop(Host host) {
        attempts.forget(
                host.way() instanceof Way.WinRm winrm
                        ? WinRmClimb.judge(host, winrm)
                        : Target.of(host).place());
        for (var bastion = host.via(); bastion != null; bastion = bastion.via()) {
            attempts.forget(Target.of(bastion).place());
        }
        keys.forgetFailures();
        var entrance = entrances.get(Where.of(host));
        if (entrance != null) {
            entrance.climbing.lock();
            try {
                leave(entrance);
            } finally {
                entrance.climbing.unlock();
            }
        }
    }

    private static void leave(Entrance entrance) {
        if (entrance.ready != null) {
            entrance.ready.connection().close();
        }
        entrance.ready = null;
    }

    @Override
    public void close() {
        for (var entrance : entrances.values()) {
            entrance.climbing.lock();
            try {
                leave(entrance);
            } finally {
                entrance.climbing.unlock();
            }
        }
        library.close();
        dialer.close();
        deadline.close();
    }
}
