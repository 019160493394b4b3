package dev.muster.remote;

import dev.muster.setup.Bastion;
import dev.muster.setup.Limits;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// The bastions that are in use, each with its connection, shared by all hosts behind it. Safe for many threads.
///
/// Decided: `limits.perBastion` bounds the hosts that exchange keys and sign in through a bastion at a time, not the
/// streams that are open. Because a host's line stays open for the whole run, and OpenSSH counts sessions
/// (`MaxSessions`) and connections that haven't signed in (`MaxStartups`), not forwarded streams: fifty hosts are one
/// of the one and none of the other; instead of one connection for every eight hosts; costs a further connection to
/// servers that do count streams, made when they refuse one.
final class Bastions implements AutoCloseable {

    /// Climbs to a bastion.
    interface Dial {
        SshLine dial(Target target) throws Stopped, InterruptedException;
    }

    private final Dial dial;
    private final Limits limits;
    private final Map<Where, Gate> gates = new ConcurrentHashMap<>();

    Bastions(Dial dial, Limits limits) {
        this.dial = dial;
        this.limits = limits;
    }

    private record Where(String place, String login, String user) {
        static Where of(Bastion bastion) {
            return new Where(
                    Target.of(bastion).place(),
                    bastion.login().name(),
                    bastion.login().user());
        }
    }

    private Gate gate(Bastion bastion) {
        return gates.computeIfAbsent(
                Where.of(bastion), _ -> new Gate(bastion, dial, new Semaphore(limits.perBastion(), true)));
    }

    /// A TCP stream from the bastion to an address and port, which the bastion looks up.
    ///
    /// @throws Stopped at [Opened.Barred] when the bastion itself can't be reached or trusted
    Socket stream(Bastion bastion, String address, int port, Duration limit) throws Stopped, InterruptedException {
        return gate(bastion).stream(address, port, limit);
    }

    /// Room for a key exchange and a sign-in through the bastion.
    ///
    /// @param bastion null: no bastion, and room for all
    Semaphore places(@Nullable Bastion bastion) {
        return bastion == null ? new Semaphore(1) : gate(bastion).places();
    }

    @Override
    public void close() {
        gates.values().forEach(Gate::close);
    }
}
