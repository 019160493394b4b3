package dev.muster.run;

import dev.muster.base.HostName;
import dev.muster.base.Problem;
import dev.muster.base.ProblemException;
import dev.muster.plan.ApiStep;
import dev.muster.plan.Proof;
import dev.muster.plan.ScriptStep;
import dev.muster.plan.Step;
import dev.muster.plan.StepId;
import dev.muster.plan.Wait;
import dev.muster.run.RunOptions.OnFailure;
import dev.muster.setup.Host;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A run under way: one thread, the conductor, owns the board and decides; steps and faces send it words.
final class Run implements Running {

    /// A job that vanishes twice isn't started a third time by itself.
    private static final int VANISHES = 2;

    /// Updates of Windows may want two restarts; what wants a fourth one wants more.
    private static final int RESTARTS = 4;

    /// What the conductor is told.
    private sealed interface Word {}

    /// @param done opened when it was journalled
    private record Came(Attempt step, Outcome outcome, CountDownLatch done) implements Word {}

    /// The step's thread has ended: its host is free for the next step.
    private record Left(Attempt step) implements Word {}

    private record Broke(Throwable why) implements Word {}

    private record Retry(List<StepId> steps) implements Word {}

    private record Skip(List<StepId> steps) implements Word {}

    private record Stop(boolean atOnce) implements Word {}

    private final Backstage backstage;
    private final Board board;
    private final OnFailure onFailure;
    private final int parallel;
    private final Map<HostName, Host> hosts;
    private final BlockingQueue<Word> words = new LinkedBlockingQueue<>();
    private final Map<StepId, Attempt> running = new LinkedHashMap<>();
    private final Map<StepId, Integer> vanished = new HashMap<>();
    private final Map<StepId, Integer> restarted = new HashMap<>();
    private final Map<StepId, Problem> problems = new LinkedHashMap<>();
    private final CompletableFuture<RunEnd> ended = new CompletableFuture<>();
    private boolean stopping;
    private boolean cancelled;
    private boolean parked;

    Run(Backstage backstage, Board board, OnFailure onFailure, int parallel, List<Host> hosts) {
        this.backstage = backstage;
        this.board = board;
        this.onFailure = onFailure;
        this.parallel = parallel;
        this.hosts = new LinkedHashMap<>();
        hosts.stream()
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .forEach(host -> this.hosts.put(host.name(), host));
    }

    @Override
    public RunId id() {
        return backstage.run();
    }

    @Override
    public void cancel() {
        words.add(new Stop(true));
    }

    @Override
    public void finishAndStop() {
        words.add(new Stop(false));
    }

    @Override
    public void retry(List<StepId> steps) {
        words.add(new Retry(List.copyOf(steps)));
    }

    @Override
    public void skip(List<StepId> steps) {
        words.add(new Skip(List.copyOf(steps)));
    }

    @Override
    public RunEnd await() throws InterruptedException {
        try {
            return ended.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the run " + id() + " broke", e.getCause());
        }
    }

    /// The conductor's thread, from the locks to the last entry. Whoever waits for the end finds the folder free.
    void conduct(Runnable close) {
        try {
            var last = perform();
            close.run();
            backstage.news().accept(last);
            ended.complete(last.end());
        } catch (RuntimeException | Error e) {
            running.values().forEach(Attempt::leave);
            close.run();
            ended.completeExceptionally(e);
            throw e;
        }
    }

    private RunEvent.Ended perform() {
        try {
            var stopped = lockAll();
            if (stopped.isEmpty()) {
                play();
                return finish(endOf(), List.copyOf(problems.values()));
            }
            return finish(endOf(stopped), stopped);
        } catch (ProblemException e) {
            return abandon(e.problems());
        } catch (InterruptedException e) {
            return abandon(List.of());
        }
    }

    /// Lines to all hosts at once, then their locks one by one, in the order of their names: two runs that want
    /// the same hosts don't each get half of them.
    ///
    /// @return what keeps the run from starting
    private List<Problem> lockAll() throws InterruptedException {
        var wanted = hosts.values().stream()
                .filter(host -> board.firstToDo(host.name()).isPresent() || isPickedUp(host.name()))
                .toList();
        var lines = new Arrival(backstage.connector(), backstage.patience().first(), parallel, this::isToldToStop)
                .all(wanted);
        var inTheWay = new ArrayList<Problem>();
        for (var host : wanted) {
            var problem = isToldToStop() ? null : inTheWay(host, lines.get(host.name()));
            if (problem == null || isPickedUp(host.name())) {
                continue;
            }
            if (problem.kind() == Problem.Kind.TRUST || problem.kind() == Problem.Kind.LOCKED) {
                inTheWay.add(problem);
            } else {
                board.firstToDo(host.name())
                        .ifPresent(step -> settle(
                                step,
                                Outcome.notBegun(StepState.FAILED, problem),
                                board.at(step.id()).attempt()));
            }
        }
        return inTheWay;
    }

    private @Nullable Problem inTheWay(Host host, @Nullable Reached reached) throws InterruptedException {
        return switch (reached) {
            case Reached.Down down -> down.problem();
            case Reached.Up up ->
                backstage.gate().passAtStart(host, up.connection()).orElse(null);
            case null -> throw new IllegalStateException("nobody tried to reach " + host.name());
        };
    }

    private boolean isToldToStop() {
        return words.stream().anyMatch(Stop.class::isInstance);
    }

    private boolean isPickedUp(HostName host) {
        return board.in(StepState.UNKNOWN).stream()
                .anyMatch(id -> board.at(id).pickUp() && board.step(id).host().equals(host));
    }

    private void play() throws InterruptedException {
        while (true) {
            for (var word = words.poll(); word != null; word = words.poll()) {
                hear(word);
            }
            startWhatMay();
            if (running.isEmpty() && !waitsForSomebody()) {
                return;
            }
            hear(words.take());
        }
    }

    private void startWhatMay() {
        var busy = running.values().stream().map(run -> run.step().host()).toList();
        for (var step : board.startable(busy)) {
            if (stopping || running.size() >= parallel) {
                return;
            }
            start(step);
        }
    }

    /// Nothing runs and nothing may start: with somebody there to ask, a failed step isn't the end.
    private boolean waitsForSomebody() {
        var bad = board.in(StepState.FAILED, StepState.UNKNOWN);
        if (stopping || onFailure != OnFailure.ASK || bad.isEmpty()) {
            return false;
        }
        if (!parked) {
            parked = true;
            backstage.news().accept(new RunEvent.Parked(backstage.clock().instant(), bad));
        }
        return true;
    }

    private void start(Step step) {
        var place = board.at(step.id());
        var attempt = place.pickUp() ? place.attempt() : place.attempt() + 1;
        var now = backstage.clock().instant();
        problems.remove(step.id());
        board.put(step.id(), StepState.RUNNING, attempt, false);
        record(step, StepState.RUNNING, attempt, -1, null);
        Attempt run = switch (step) {
            case ScriptStep script -> new StepRun(backstage, script, host(step.host()), attempt, now, place.pickUp());
            case ApiStep api -> new ApiRun(backstage, api, attempt);
            case Proof proof -> new ProofRun(backstage, proof, host(step.host()), attempt, now);
            case Wait wait -> new WaitRun(backstage, wait, host(step.host()), attempt, now);
        };
        running.put(step.id(), run);
        Thread.ofVirtual().name(step.id().value()).start(() -> carryOut(run));
    }

    private Host host(HostName name) {
        var host = hosts.get(name);
        if (host == null) {
            throw new IllegalStateException("no host of the setup is called " + name);
        }
        return host;
    }

    private void carryOut(Attempt step) {
        try {
            var outcome = step.carryOut();
            var journalled = new CountDownLatch(1);
            words.add(new Came(step, outcome, journalled));
            journalled.await();
            if (outcome.over()) {
                step.clear();
            }
            words.add(new Left(step));
        } catch (InterruptedException e) {
            words.add(new Left(step));
        } catch (RuntimeException | Error e) {
            words.add(new Broke(e));
        }
    }

    private void hear(Word word) {
        switch (word) {
            case Came came -> {
                settle(came.step().step(), came.outcome(), came.step().attempt());
                came.done().countDown();
            }
            case Left left -> running.remove(left.step().step().id(), left.step());
            case Broke broke -> throw new IllegalStateException("a step's thread broke", broke.why());
            case Retry retry -> retry.steps().forEach(this::tryAgain);
            case Skip skip -> skip.steps().forEach(this::leaveOut);
            case Stop stop -> {
                stopping = true;
                cancelled = true;
                if (stop.atOnce()) {
                    running.values().forEach(step -> step.end(Attempt.Ending.CANCELLED));
                }
            }
        }
    }

    private void settle(Step step, Outcome outcome, int attempt) {
        var problem = outcome.problem();
        var state = outcome.state();
        if (state == StepState.WAITING && isTooOften(step.id(), outcome)) {
            state = StepState.FAILED;
        }
        if (state == StepState.ALREADY && restarted.containsKey(step.id())) {
            // the attempt before the restart changed it
            state = StepState.DONE;
        }
        board.put(step.id(), state, attempt, false);
        if (problem != null && state != StepState.WAITING) {
            problems.put(step.id(), problem);
            stopping |= problem.kind() == Problem.Kind.TRUST || problem.kind() == Problem.Kind.INPUT;
        }
        var meant = state == StepState.WAITING && outcome.hasRestarted();
        record(step, state, attempt, outcome.exit(), meant ? null : problem);
    }

    private boolean isTooOften(StepId step, Outcome outcome) {
        return outcome.hasRestarted()
                ? restarted.merge(step, 1, Integer::sum) >= RESTARTS
                : vanished.merge(step, 1, Integer::sum) >= VANISHES;
    }

    private void tryAgain(StepId id) {
        var place = board.at(id);
        if (place.state() == StepState.FAILED || place.state() == StepState.UNKNOWN) {
            parked = false;
            problems.remove(id);
            board.put(
                    id,
                    place.state() == StepState.UNKNOWN ? StepState.UNKNOWN : StepState.WAITING,
                    place.attempt(),
                    place.state() == StepState.UNKNOWN);
            if (place.state() == StepState.FAILED) {
                record(board.step(id), StepState.WAITING, place.attempt(), -1, null);
            }
        }
    }

    private void leaveOut(StepId id) {
        var place = board.at(id);
        if (!place.state().opensTheWay() && !running.containsKey(id)) {
            parked = false;
            problems.remove(id);
            board.put(id, StepState.SKIPPED, place.attempt(), false);
            record(board.step(id), StepState.SKIPPED, place.attempt(), -1, null);
        }
    }

    /// On the disk first, then told.
    private void record(Step step, StepState state, int attempt, int exit, @Nullable Problem problem) {
        var now = backstage.clock().instant();
        backstage.journal().append(new Entry.Stepped(now, step.id(), step.host(), state, attempt, exit, problem));
        backstage.news().accept(new RunEvent.StepChanged(now, step.id(), step.host(), state, attempt));
    }

    private RunEnd endOf() {
        var trust = problems.values().stream().anyMatch(problem -> problem.kind() == Problem.Kind.TRUST);
        var locked = problems.values().stream().anyMatch(problem -> problem.kind() == Problem.Kind.LOCKED);
        if (trust) {
            return RunEnd.TRUST;
        }
        if (locked) {
            return RunEnd.LOCKED;
        }
        var end = board.end();
        return end == RunEnd.FAILED && cancelled ? RunEnd.CANCELLED : end;
    }

    private static RunEnd endOf(List<Problem> stopped) {
        var kinds = stopped.stream().map(Problem::kind).toList();
        if (kinds.contains(Problem.Kind.TRUST)) {
            return RunEnd.TRUST;
        }
        return kinds.contains(Problem.Kind.LOCKED) ? RunEnd.LOCKED : RunEnd.FAILED;
    }

    private RunEvent.Ended finish(RunEnd end, List<Problem> why) throws InterruptedException {
        if (board.isInDoubt()) {
            backstage.gate().keep();
        } else {
            backstage.gate().free(List.copyOf(hosts.values()));
        }
        var now = backstage.clock().instant();
        backstage.journal().append(new Entry.Ended(now, end, why));
        return new RunEvent.Ended(now, end, why);
    }

    /// The journal can't be written any more: what runs goes on by itself, locks stay, and `resume` finds out.
    private RunEvent.Ended abandon(List<Problem> why) {
        running.values().forEach(Attempt::leave);
        return new RunEvent.Ended(
                backstage.clock().instant(),
                running.isEmpty() && !board.isInDoubt() ? RunEnd.FAILED : RunEnd.LOST,
                Stream.concat(why.stream(), problems.values().stream()).toList());
    }
}
