package dev.muster.run;

import dev.muster.base.HostName;
import dev.muster.base.Place;
import dev.muster.base.Problem;
import dev.muster.base.ProblemException;
import dev.muster.base.Text;
import dev.muster.remote.Connection;
import dev.muster.remote.HostLock;
import dev.muster.remote.LostException;
import dev.muster.setup.Host;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The locks of one run on its hosts. Nothing is changed on a host whose lock isn't ours. Safe for many threads.
final class Gate {

    private static final Duration TO_FREE = Duration.ofSeconds(5);

    private final HostLock.Holder us;
    private final Set<HostName> takeOver;
    private final Connector connector;
    private final Journal journal;
    private final Clock clock;
    private final RobbedRuns robbed;
    private final Set<HostName> held = ConcurrentHashMap.newKeySet();
    private final Set<HostName> owed = ConcurrentHashMap.newKeySet();

    /// @param owed hosts that a Muster which was cut off may have locked for this run
    Gate(
            HostLock.Holder us,
            Set<HostName> takeOver,
            Connector connector,
            Journal journal,
            Clock clock,
            RobbedRuns robbed,
            Collection<HostName> owed) {
        this.us = us;
        this.takeOver = takeOver;
        this.connector = connector;
        this.journal = journal;
        this.clock = clock;
        this.robbed = robbed;
        this.owed.addAll(owed);
    }

    /// Takes the host's lock if it isn't ours yet.
    ///
    /// @return what is in the way; empty: it is ours
    Optional<Problem> pass(Host host, Connection connection) throws LostException {
        if (held.contains(host.name())) {
            return Optional.empty();
        }
        try {
            var lock = new HostLock(connection, host.name().value());
            return taken(host.name(), lock, lock.take(us));
        } catch (ProblemException e) {
            return Optional.of(e.problems().getFirst());
        }
    }

    /// [#pass] before anything was begun. A line that is lost is made anew once: taking a lock twice does no
    /// harm. One that is lost again is a host that can't be used.
    Optional<Problem> passAtStart(Host host, Connection connection) throws InterruptedException {
        try {
            return pass(host, connection);
        } catch (LostException e) {
            connector.drop(host);
        }
        return switch (connector.connect(host, Duration.ZERO, () -> true)) {
            case Reached.Down down -> Optional.of(down.problem());
            case Reached.Up up -> {
                try {
                    yield pass(host, up.connection());
                } catch (LostException e) {
                    yield Optional.of(new Problem(
                            Problem.Kind.STEP,
                            Place.field(host.name().value(), host.address()),
                            Text.of(RunWords.LINE_LOST, host.name(), e.why()),
                            Text.of(RunWords.STEP_NOT_BEGUN),
                            Text.of(RunWords.STEP_NOT_BEGUN_FIX)));
                }
            }
        };
    }

    private Optional<Problem> taken(HostName host, HostLock lock, HostLock.Answer answer) throws LostException {
        return switch (answer) {
            case HostLock.Taken _ -> {
                held.add(host);
                journal.append(new Entry.Locked(clock.instant(), host, Entry.Locked.Change.TAKEN, ""));
                yield Optional.empty();
            }
            case HostLock.Held theirs when takeOver.contains(host) -> tookOver(host, lock, theirs.by());
            case HostLock.Held theirs -> Optional.of(locked(host, theirs.by()));
        };
    }

    private Optional<Problem> tookOver(HostName host, HostLock lock, HostLock.Holder from) throws LostException {
        return switch (lock.takeOver(us, from.run())) {
            case HostLock.Taken _ -> {
                held.add(host);
                var whom = from.run() + " " + from.owner() + "@" + from.workstation();
                journal.append(new Entry.Locked(clock.instant(), host, Entry.Locked.Change.TAKEN_OVER, whom));
                robbed.tell(from.run(), host, us.run() + " " + us.owner() + "@" + us.workstation());
                yield Optional.empty();
            }
            case HostLock.Held theirs -> Optional.of(locked(host, theirs.by()));
        };
    }

    private static Problem locked(HostName host, HostLock.Holder by) {
        var nobody = by.run().isEmpty();
        var since = by.since().equals(Instant.EPOCH) ? "?" : by.since().toString();
        return new Problem(
                Problem.Kind.LOCKED,
                Place.field(host.value(), by.run()),
                nobody
                        ? Text.of(RunWords.LOCK_UNCLEAR, host)
                        : Text.of(RunWords.HOST_LOCKED, host, by.run(), by.owner(), by.workstation(), since),
                Text.of(nobody ? RunWords.LOCK_UNCLEAR_WHY : RunWords.HOST_LOCKED_WHY),
                Text.of(nobody ? RunWords.LOCK_UNCLEAR_FIX : RunWords.HOST_LOCKED_FIX, host));
    }

    /// Frees what is held, host after host; one that can't be reached keeps its lock, and the journal says so.
    void free(List<Host> hosts) throws InterruptedException {
        for (var host : hosts) {
            if (held.contains(host.name()) || owed.contains(host.name())) {
                var change = isFreed(host) ? Entry.Locked.Change.FREED : Entry.Locked.Change.KEPT;
                held.remove(host.name());
                owed.remove(host.name());
                journal.append(new Entry.Locked(clock.instant(), host.name(), change, ""));
            }
        }
    }

    private boolean isFreed(Host host) throws InterruptedException {
        try {
            if (connector.connect(host, TO_FREE, () -> false) instanceof Reached.Up up) {
                new HostLock(up.connection(), host.name().value()).free(us);
                return true;
            }
            return false;
        } catch (LostException | ProblemException e) {
            return false;
        }
    }

    /// They stay: what was begun may be going on.
    void keep() {
        for (var host : held) {
            journal.append(new Entry.Locked(clock.instant(), host, Entry.Locked.Change.KEPT, ""));
        }
    }

    /// Tells a run of this workstation that its lock was taken away.
    @FunctionalInterface
    interface RobbedRuns {
        void tell(String run, HostName host, String by);
    }
}
