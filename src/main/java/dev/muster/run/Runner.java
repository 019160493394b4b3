package dev.muster.run;

import dev.muster.base.HostName;
import dev.muster.base.Place;
import dev.muster.base.Problem;
import dev.muster.base.ProblemException;
import dev.muster.base.Redactor;
import dev.muster.base.Secret;
import dev.muster.base.Text;
import dev.muster.plan.Plan;
import dev.muster.plan.Step;
import dev.muster.plan.StepId;
import dev.muster.remote.HostLock;
import dev.muster.remote.Reach;
import dev.muster.setup.Host;
import dev.muster.setup.Setup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// Carries plans out, and goes on with runs that were cut off. Its parts: [Run] conducts, [Board] knows what may
/// start, [StepRun] does a step, [Gate] holds the hosts' locks, [Journal] and [StepLog] write to the disk.
///
/// Safe for many threads.
public final class Runner {

    private static final int TRIES_FOR_A_NAME = 20;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private final Path runs;
    private final Reach reach;
    private final Redactor redactor;
    private final Clock clock;
    private final RandomGenerator random;
    private final Workstation me;
    private final Duration pause;
    private final Journal.Disk disk;

    /// @param runs    the folder with a folder for each run
    /// @param redactor knows every secret that was given out; stands before the logs
    /// @param clock   with the workstation's time zone, for the runs' names
    public Runner(Path runs, Reach reach, Redactor redactor, Clock clock, RandomGenerator random, Workstation me) {
        this(runs, reach, redactor, clock, random, me, FIRST_PAUSE, Journal.Disk.REAL);
    }

    /// @param pause before a line that was lost is tried again the first time
    Runner(
            Path runs,
            Reach reach,
            Redactor redactor,
            Clock clock,
            RandomGenerator random,
            Workstation me,
            Duration pause,
            Journal.Disk disk) {
        this.runs = runs;
        this.reach = reach;
        this.redactor = redactor;
        this.clock = clock;
        this.random = random;
        this.me = me;
        this.pause = pause;
        this.disk = disk;
    }

    /// Makes the run's folder and starts it.
    ///
    /// @param news gets events one at a time, on threads of the run; it must not block
    /// @throws ProblemException when the folder can't be written; then nothing was changed anywhere
    public Running start(RunOrder order, RunOptions options, Consumer<RunEvent> news) {
        check(order.plan(), options);
        hostsOf(order.plan(), order.setup());
        var id = freeId(order.plan().setup());
        var folder = RunFolder.create(runs, id, order.setupText(), order.plan());
        return open(
                folder,
                id,
                order.plan(),
                order.setup(),
                order.secrets(),
                order.rancher(),
                options,
                news,
                Set.of(),
                journal -> {
                    journal.append(new Entry.Started(
                            clock.instant(),
                            id,
                            order.plan().setup(),
                            order.plan().goal(),
                            order.base().toString()));
                    journal.append(new Entry.TakenUp(clock.instant(), me));
                    return skipped(order.plan(), options, journal, new Board(order.plan(), options.onFailure()));
                });
    }

    /// Goes on with a run: steps that were under way are looked at on their hosts, failed and cancelled ones are
    /// tried again, the others follow.
    ///
    /// @param setup   read again from the run's own [RunRecord#setupText]
    /// @param secrets asked for again
    /// @param rancher whose API the run asks; the run closes it
    public Running resume(
            RunId id,
            Setup setup,
            Map<String, Secret> secrets,
            RancherSide rancher,
            RunOptions options,
            Consumer<RunEvent> news) {
        var folder = new RunStore(runs).folder(id);
        var before = RunRecord.read(folder, id);
        check(before.plan(), options);
        hostsOf(before.plan(), setup);
        var owed = owed(Journal.read(folder.journal()).entries(), before.plan());
        return open(folder, id, before.plan(), setup, secrets, rancher, options, news, owed, journal -> {
            // once more, now that nobody else can write to it
            var now = RunRecord.read(folder, id);
            journal.append(new Entry.TakenUp(clock.instant(), me));
            var board = new Board(now.plan(), options.onFailure());
            now.steps().forEach(step -> takeUp(step, board, options));
            return skipped(now.plan(), options, journal, board);
        });
    }

    /// The hosts that may still be locked for a run: those that its journal says, and all where it was cut off.
    private static Set<HostName> owed(List<Entry> entries, Plan plan) {
        if (!(entries.getLast() instanceof Entry.Ended)) {
            return Set.copyOf(plan.hosts());
        }
        var owed = new HashSet<HostName>();
        for (var entry : entries) {
            if (entry instanceof Entry.Locked locked) {
                switch (locked.change()) {
                    case TAKEN, TAKEN_OVER, KEPT -> owed.add(locked.host());
                    case FREED, TAKEN_AWAY -> owed.remove(locked.host());
                }
            }
        }
        return owed;
    }

    private static void takeUp(StepRecord step, Board board, RunOptions options) {
        var id = step.step();
        switch (step.state()) {
            case RUNNING, UNKNOWN -> board.put(id, StepState.UNKNOWN, step.attempt(), true);
            case WAITING, CANCELLED -> board.put(id, StepState.WAITING, step.attempt(), false);
            case FAILED -> {
                if (options.retry().isEmpty() || options.retry().contains(id)) {
                    board.put(id, StepState.WAITING, step.attempt(), false);
                } else {
                    board.leaveFailed(id, step.attempt());
                }
            }
            case DONE, ALREADY, SKIPPED -> board.put(id, step.state(), step.attempt(), false);
        }
    }

    private Board skipped(Plan plan, RunOptions options, Journal journal, Board board) {
        var before = options.from() != null;
        for (var step : plan.steps()) {
            before &= !step.id().equals(options.from());
            var place = board.at(step.id());
            if ((before || options.skip().contains(step.id())) && !place.state().opensTheWay()) {
                board.put(step.id(), StepState.SKIPPED, place.attempt(), false);
                journal.append(new Entry.Stepped(
                        clock.instant(), step.id(), step.host(), StepState.SKIPPED, place.attempt(), -1, null));
            }
        }
        return board;
    }

    private Running open(
            RunFolder folder,
            RunId id,
            Plan plan,
            Setup setup,
            Map<String, Secret> secrets,
            RancherSide rancher,
            RunOptions options,
            Consumer<RunEvent> news,
            Set<HostName> owed,
            Beginning beginning) {
        secrets.values().forEach(redactor::add);
        var lock = RunLock.take(folder.path(), id, me);
        var opened = new ArrayList<AutoCloseable>(List.of(rancher, lock));
        try {
            var journal = Journal.open(folder.journal(), disk);
            opened.addFirst(journal);
            var board = beginning.board(journal);
            var connector = new Connector(reach, random, pause);
            var holder = new HostLock.Holder(id.value(), me.owner(), me.name(), clock.instant());
            var gate = new Gate(holder, options.takeOver(), connector, journal, clock, this::robbed, owed);
            var backstage = new Backstage(
                    id,
                    folder,
                    connector,
                    gate,
                    journal,
                    redactor,
                    clock,
                    options.patience(),
                    secrets,
                    rancher,
                    new News(news));
            var run = new Run(
                    backstage, board, options.onFailure(), setup.limits().parallel(), hostsOf(plan, setup));
            Thread.ofVirtual().name("run " + id).start(() -> run.conduct(() -> close(opened)));
            return run;
        } catch (ProblemException e) {
            close(opened);
            throw e;
        }
    }

    /// Writes the first entries, and says where the steps stand.
    @FunctionalInterface
    private interface Beginning {
        Board board(Journal journal);
    }

    private static void close(List<AutoCloseable> opened) {
        for (var each : opened) {
            try {
                each.close();
            } catch (Exception e) {
                throw new IllegalStateException("a run's files can't be closed", e);
            }
        }
    }

    private RunId freeId(String setup) {
        for (var tries = 0; tries < TRIES_FOR_A_NAME; tries++) {
            var id = RunId.of(LocalDateTime.now(clock), setup, random);
            if (!Files.exists(runs.resolve(id.value()))) {
                return id;
            }
        }
        throw new IllegalStateException("no free name for a run of " + setup + " in " + runs);
    }

    private static List<Host> hostsOf(Plan plan, Setup setup) {
        var hosts = new ArrayList<Host>();
        var problems = new ArrayList<Problem>();
        for (var name : plan.hosts()) {
            setup.host(name).ifPresentOrElse(hosts::add, () -> problems.add(notInSetup(name)));
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return hosts;
    }

    private static Problem notInSetup(HostName name) {
        return Problem.input(
                Place.field("hosts", name.value()),
                Text.of(RunWords.HOST_NOT_IN_SETUP, name),
                Text.of(RunWords.HOST_NOT_IN_SETUP_WHY),
                Text.of(RunWords.HOST_NOT_IN_SETUP_FIX));
    }

    /// A step that is named and isn't there is an error: an option that nobody reads does harm.
    private static void check(Plan plan, RunOptions options) {
        var named = new ArrayList<>(options.skip());
        named.addAll(options.retry());
        if (options.from() != null) {
            named.add(options.from());
        }
        var known = Set.copyOf(plan.steps().stream().map(Step::id).toList());
        var problems = named.stream()
                .filter(step -> !known.contains(step))
                .sorted()
                .map(step -> noSuch(step, plan))
                .toList();
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
    }

    private static Problem noSuch(StepId step, Plan plan) {
        return Problem.input(
                Place.field("step", step.value()),
                Text.of(RunWords.NO_SUCH_STEP, step.value()),
                Text.of(
                        RunWords.NO_SUCH_STEP_WHY,
                        plan.steps().stream().map(each -> each.id().value()).toList()),
                Text.of(RunWords.NO_SUCH_STEP_FIX));
    }

    /// The run that lost a lock may be one of this workstation: then its journal says so too.
    private void robbed(String run, HostName host, String by) {
        if (!RunId.fits(run)) {
            return;
        }
        var folder = new RunStore(runs).folder(new RunId(run));
        if (Files.exists(folder.journal()) && !RunLock.isHeld(folder.path())) {
            try (var journal = Journal.open(folder.journal(), Journal.Disk.REAL)) {
                journal.append(new Entry.Locked(clock.instant(), host, Entry.Locked.Change.TAKEN_AWAY, by));
            }
        }
    }
}
