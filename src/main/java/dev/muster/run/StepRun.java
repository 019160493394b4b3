package dev.muster.run;

import dev.muster.base.Problem;
import dev.muster.base.ProblemException;
import dev.muster.base.Secret;
import dev.muster.base.Text;
import dev.muster.plan.ScriptStep;
import dev.muster.remote.Connection;
import dev.muster.remote.JobId;
import dev.muster.remote.JobState;
import dev.muster.remote.LostException;
import dev.muster.setup.Host;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One attempt at a script: starts its job or finds the one that was started, follows it to its
/// end through lost lines, and says what came of it.
final class StepRun implements Attempt {

    private static final String ALREADY = "already so";
    private static final Duration WHEN_ENDING = Duration.ofSeconds(30);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final Backstage backstage;
    private final ScriptStep step;
    private final Host host;
    private final int attempt;
    private final Instant began;
    private final JobId job;
    private final StepTroubles troubles;
    private final boolean pickUp;
    private @Nullable Ending ending;
    private @Nullable Thread worker;
    private boolean begun;
    private boolean restarting;
    private boolean over;

    /// @param began  when this attempt was journalled: its time limit counts from there
    /// @param pickUp the job may be there already
    StepRun(Backstage backstage, ScriptStep step, Host host, int attempt, Instant began, boolean pickUp) {
        this.backstage = backstage;
        this.step = step;
        this.host = host;
        this.attempt = attempt;
        this.began = began;
        this.pickUp = pickUp;
        this.begun = pickUp;
        this.job = new JobId(backstage.run().value(), step.id().value(), attempt);
        this.troubles = new StepTroubles(backstage, step, host, attempt);
    }

    @Override
    public ScriptStep step() {
        return step;
    }

    @Override
    public int attempt() {
        return attempt;
    }

    @Override
    public Outcome carryOut() {
        synchronized (this) {
            worker = Thread.currentThread();
        }
        var watch = Thread.startVirtualThread(this::watchTime);
        try (var log = backstage.log(step, attempt)) {
            var state = follow(log);
            return wantsRestart(state) ? restart(log) : settle(log, state);
        } catch (GivenUp e) {
            return e.outcome;
        } catch (IOException e) {
            return Outcome.unknown(backstage.cannotWrite(step, e));
        } catch (ProblemException e) {
            return begun()
                    ? Outcome.unknown(e.problems().getFirst())
                    : notBegun(e.problems().getFirst());
        } catch (InterruptedException e) {
            return begun() ? Outcome.unknown(troubles.lost(Text.of(RunWords.STEP_LOST_WHY))) : notBegun(null);
        } finally {
            synchronized (this) {
                over = true;
                worker = null;
            }
            watch.interrupt();
        }
    }

    /// Ends the job's process group on the host.
    @Override
    public synchronized void end(Ending why) {
        if (ending != null || over) {
            return;
        }
        ending = why;
        if (restarting && worker != null) {
            worker.interrupt();
        } else if (begun) {
            Thread.startVirtualThread(this::endOnHost);
        } else if (worker != null) {
            worker.interrupt();
        }
    }

    /// The job goes on by itself.
    @Override
    public synchronized void leave() {
        if (worker != null) {
            worker.interrupt();
        }
    }

    private void watchTime() {
        try {
            var left = Duration.between(backstage.clock().instant(), began.plus(step.timeout()));
            Thread.sleep(left.isNegative() ? Duration.ZERO : left);
            end(Ending.TOO_LONG);
        } catch (InterruptedException e) {
            // the step ended in time
        }
    }

    private void endOnHost() {
        try {
            while (!isOver()) {
                if (backstage.connector().connect(host, WHEN_ENDING, this::isOver) instanceof Reached.Up up) {
                    try {
                        up.connection().jobs().cancel(job);
                        return;
                    } catch (LostException e) {
                        backstage.connector().drop(host);
                    }
                }
                Thread.sleep(BETWEEN_TRIES);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the end of " + job, e);
        }
    }

    private synchronized boolean isOver() {
        return over;
    }

    private synchronized boolean begun() {
        return begun;
    }

    private boolean isEnding() {
        return ending() != null;
    }

    private synchronized @Nullable Ending ending() {
        return ending;
    }

    /// Until the job has ended and all its output is here; a lost line is climbed anew, and reading goes on where
    /// it stopped.
    private JobState follow(StepLog log) throws IOException, InterruptedException, GivenUp {
        var lostAt = 0L;
        while (true) {
            var patience = patience(lostAt);
            switch (backstage.connector().connect(host, patience, this::isOffBeforeItBegan)) {
                case Reached.Down down ->
                    throw new GivenUp(
                            begun() ? Outcome.unknown(troubles.outOfReach(down.problem())) : notBegun(down.problem()));
                case Reached.Up up -> {
                    var before = log.offset();
                    try {
                        var state = begin(up.connection(), log.offset() > 0);
                        if (lostAt != 0) {
                            backstage.note(host.name(), Text.of(RunWords.LINE_BACK, host.name()));
                        }
                        return isEnded(state, log) ? state : read(up.connection(), log);
                    } catch (LostException e) {
                        if (lostAt == 0 || log.offset() > before) {
                            backstage.note(host.name(), Text.of(RunWords.LINE_LOST, host.name(), e.why()));
                            lostAt = System.nanoTime();
                        }
                        backstage.connector().drop(host);
                    }
                }
            }
        }
    }

    private static boolean isEnded(JobState state, StepLog log) {
        return switch (state) {
            case JobState.Ended ended -> ended.printed() <= log.offset();
            case JobState.Vanished vanished -> vanished.printed() <= log.offset();
            case JobState.Running _ -> false;
            case JobState.Absent _ -> true;
        };
    }

    private synchronized boolean isOffBeforeItBegan() {
        return ending != null && !begun;
    }

    private Duration patience(long lostAt) {
        if (!begun()) {
            return backstage.patience().first();
        }
        var all = ending() == null ? backstage.patience().reconnect() : WHEN_ENDING;
        return lostAt == 0 ? all : all.minusNanos(System.nanoTime() - lostAt);
    }

    /// Starts the job, or finds it: starting it a second time does nothing. Once it has printed, it is looked at
    /// only, so that a folder that somebody removed doesn't start it anew.
    private JobState begin(Connection connection, boolean hasPrinted)
            throws LostException, GivenUp, InterruptedException {
        var inTheWay = backstage.gate().pass(host, connection);
        if (inTheWay.isPresent()) {
            throw new GivenUp(
                    begun() ? Outcome.unknown(troubles.outOfReach(inTheWay.get())) : notBegun(inTheWay.get()));
        }
        if (hasPrinted) {
            return connection.jobs().look(job);
        }
        var secrets = secrets();
        synchronized (this) {
            if (!begun && ending != null) {
                throw new GivenUp(notBegun(null));
            }
            begun = true;
        }
        try {
            return connection.jobs().start(job, step.script(), secrets);
        } catch (ProblemException e) {
            throw new GivenUp(refused(e.problems().getFirst()));
        }
    }

    /// The host said that it can't start the job: nothing runs there, unless it was started by a Muster before
    /// us.
    private synchronized Outcome refused(Problem problem) {
        begun = pickUp;
        return pickUp ? Outcome.unknown(problem) : notBegun(problem);
    }

    private Map<String, Secret> secrets() throws GivenUp, InterruptedException {
        var secrets = new HashMap<String, Secret>();
        for (var name : step.script().secrets()) {
            var given = Optional.ofNullable(backstage.secrets().get(name));
            var secret = given.isPresent() ? given : backstage.rancher().secret(name);
            secrets.put(name, secret.orElseThrow(() -> new GivenUp(notBegun(troubles.secretMissing(name)))));
        }
        return secrets;
    }

    private JobState read(Connection connection, StepLog log) throws LostException, InterruptedException {
        return connection.jobs().follow(job, log.offset(), (offset, bytes) -> {
            try {
                log.take(offset, bytes);
            } catch (IOException e) {
                throw new ProblemException(backstage.cannotWrite(step, e));
            }
        });
    }

    private Outcome settle(StepLog log, JobState state) throws IOException {
        log.end();
        return switch (state) {
            case JobState.Ended ended
            when ended.exit() == 0 -> {
                var last = backstage.tail(step, attempt, 1);
                var already = !last.isEmpty() && last.getFirst().startsWith(ALREADY);
                yield Outcome.of(already ? StepState.ALREADY : StepState.DONE, 0);
            }
            case JobState.Ended ended -> ended(ended.exit());
            case JobState.Vanished _, JobState.Absent _ -> vanished();
            case JobState.Running _ -> throw new IllegalStateException(job + " was followed to its end and runs");
        };
    }

    private boolean wantsRestart(JobState state) {
        return step.reboots() && state instanceof JobState.Ended(var exit, var _) && exit == restartWanted();
    }

    private int restartWanted() {
        return ScriptStep.restartWanted(host.os());
    }

    /// The job has ended and asked for it. While the host is away nothing of ours runs there, so nothing is to be
    /// ended but the waiting.
    private Outcome restart(StepLog log) throws IOException, InterruptedException {
        log.end();
        backstage.note(
                host.name(), Text.of(RunWords.RESTARTING, host.name(), step.id().value()));
        Optional<Problem> inTheWay;
        try {
            inTheWay = awaitRestart();
        } catch (InterruptedException e) {
            if (!isEnding()) {
                throw e;
            }
            return ended(restartWanted());
        }
        if (inTheWay.isPresent()) {
            return inTheWay.get().kind() == Problem.Kind.TRUST
                    ? Outcome.unknown(inTheWay.get())
                    : Outcome.failed(restartWanted(), inTheWay.get());
        }
        backstage.note(host.name(), Text.of(RunWords.RESTARTED, host.name()));
        return Outcome.restarted(restartWanted(), troubles.restartedTooOften());
    }

    /// Only in here an end interrupts: in the middle of a write it would close the file.
    private Optional<Problem> awaitRestart() throws InterruptedException {
        synchronized (this) {
            restarting = true;
        }
        try {
            return new Restart(backstage.connector(), host, job, this::isEnding, pickUp).perform();
        } finally {
            synchronized (this) {
                restarting = false;
                if (ending != null) {
                    // it came when there was nothing left to wait for
                    Thread.interrupted();
                }
            }
        }
    }

    private Outcome vanished() {
        return isEnding() ? ended(-1) : Outcome.again(troubles.vanished());
    }

    private Outcome ended(int exit) {
        return switch (ending()) {
            case CANCELLED -> Outcome.of(StepState.CANCELLED, exit);
            case TOO_LONG -> Outcome.failed(exit, troubles.tooLong());
            case null -> Outcome.failed(exit, troubles.failed(exit));
        };
    }

    private Outcome notBegun(@Nullable Problem problem) {
        var state = ending() == Ending.CANCELLED ? StepState.CANCELLED : StepState.FAILED;
        return Outcome.notBegun(state, state == StepState.CANCELLED ? null : problem);
    }

    /// Its job's folder on the host goes.
    @Override
    public void clear() throws InterruptedException {
        try {
            if (backstage.connector().connect(host, Duration.ZERO, () -> true) instanceof Reached.Up up) {
                up.connection().jobs().clear(job);
                return;
            }
        } catch (LostException e) {
            backstage.connector().drop(host);
        }
        backstage.note(host.name(), Text.of(RunWords.JOB_NOT_CLEARED, host.name(), job.folder()));
    }

    private static final class GivenUp extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Outcome outcome;

        private GivenUp(Outcome outcome) {
            super(outcome.state().name(), null, false, false);
            this.outcome = outcome;
        }
    }
}
