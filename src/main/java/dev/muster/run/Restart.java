package dev.muster.run;

import dev.muster.base.Problem;
import dev.muster.base.ProblemException;
import dev.muster.remote.HostBoot;
import dev.muster.remote.JobId;
import dev.muster.remote.LostException;
import dev.muster.setup.Host;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// The restart of a host that a step has asked for: asks the host for it, and waits until it is back. Asking again
/// does no harm: the host restarts only while it still runs as it did when the step's job began.
///
/// It knows no time limit: whoever has one says that it is enough, and interrupts it.
final class Restart {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long ASK_AGAIN = Duration.ofSeconds(60).toNanos();

    private final Connector connector;
    private final Host host;
    private final JobId job;
    private final BooleanSupplier enough;
    private boolean lineWasGone;
    private boolean asked;
    private long askedAt;

    /// @param enough      says that nobody waits for it any more
    /// @param lineWasGone whether nobody had an eye on the host since the job ended
    Restart(Connector connector, Host host, JobId job, BooleanSupplier enough, boolean lineWasGone) {
        this.connector = connector;
        this.host = host;
        this.job = job;
        this.enough = enough;
        this.lineWasGone = lineWasGone;
    }

    /// @return what is in the way; empty: the host has restarted and is ready
    /// @throws InterruptedException also when it was enough
    Optional<Problem> perform() throws InterruptedException {
        while (true) {
            // an interrupt that a broken line swallowed
            if (enough.getAsBoolean()) {
                throw new InterruptedException();
            }
            switch (connector.connect(host, PATIENCE, enough)) {
                case Reached.Down(var problem)
                when problem.kind() == Problem.Kind.TRUST -> {
                    return Optional.of(problem);
                }
                // also a refused sign-in: a host that is about to start or to stop refuses many things
                case Reached.Down _ -> lineWasGone = true;
                case Reached.Up(var connection) -> {
                    try {
                        if (isBack(new HostBoot(connection, host.name().value()))) {
                            return Optional.empty();
                        }
                    } catch (LostException e) {
                        lineWasGone = true;
                        connector.drop(host);
                    } catch (Refused e) {
                        return Optional.of(e.problem);
                    }
                }
            }
            Thread.sleep(connector.pause());
        }
    }

    private boolean isBack(HostBoot boot) throws LostException, Refused {
        var seen = boot.look(job);
        var restarted = switch (seen.change()) {
            case NONE -> false;
            case PERHAPS -> lineWasGone;
            case RESTARTED -> true;
        };
        if (!restarted && isTimeToAsk()) {
            try {
                boot.restart(seen.now());
                asked = true;
                askedAt = System.nanoTime();
            } catch (ProblemException e) {
                throw new Refused(e.problems().getFirst());
            }
        }
        return restarted && seen.ready();
    }

    private boolean isTimeToAsk() {
        return !asked || System.nanoTime() - askedAt > ASK_AGAIN;
    }

    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Problem problem;

        private Refused(Problem problem) {
            super(problem.kind().name(), null, false, false);
            this.problem = problem;
        }
    }
}
