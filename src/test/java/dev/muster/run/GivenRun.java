package dev.muster.run;

import dev.muster.base.HostName;
import dev.muster.base.Redactor;
import dev.muster.base.Secret;
import dev.muster.base.Text;
import dev.muster.plan.Phase;
import dev.muster.plan.Plan;
import dev.muster.plan.PlanWords;
import dev.muster.plan.ScriptStep;
import dev.muster.plan.Step;
import dev.muster.plan.StepId;
import dev.muster.remote.Reach;
import dev.muster.run.RunOptions.Patience;
import dev.muster.script.Script;
import dev.muster.setup.ClusterSettings;
import dev.muster.setup.Goal;
import dev.muster.setup.Host;
import dev.muster.setup.Limits;
import dev.muster.setup.Login;
import dev.muster.setup.RancherSettings;
import dev.muster.setup.Role;
import dev.muster.setup.Setup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// A runner over [LocalHosts], and plans for it.
final class GivenRun {

    static final Workstation ME =
            new Workstation("ann", "desk", ProcessHandle.current().pid());
    static final String TOKEN = "distinctive-token-0123456789";
    static final RunOptions QUICK =
            RunOptions.DEFAULT.withPatience(new Patience(Duration.ofMillis(300), Duration.ofSeconds(20)));

    final Path scratch;
    final Path runs;
    final LocalHosts hosts;
    final List<RunEvent> events = new CopyOnWriteArrayList<>();
    Journal.Disk disk = Journal.Disk.REAL;

    GivenRun(Path scratch) {
        this.scratch = scratch;
        this.runs = scratch.resolve("runs");
        this.hosts = new LocalHosts(scratch.resolve("hosts"));
    }

    Runner runner() {
        return runner(runs, hosts, disk);
    }

    /// One of ours whose short waits are ten milliseconds.
    static Runner runner(Path runs, Reach reach, Journal.Disk disk) {
        return new Runner(
                runs, reach, new Redactor(), Clock.systemDefaultZone(), new Random(), ME, Duration.ofMillis(10), disk);
    }

    RunStore store() {
        return new RunStore(runs);
    }

    /// @param what words of `scripts/test/step.sh`
    static Step step(String name, String host, boolean quorum, Duration timeout, List<String> after, String... what) {
        var script = Script.of("test/step.sh")
                .with("NAME", name)
                .with("WHAT", List.of(what))
                .withSecret("TOKEN_FILE", "registration.token");
        return new ScriptStep(
                StepId.of(name, new HostName(host)),
                new HostName(host),
                Text.of(PlanWords.STEP_JOIN, Text.of(PlanWords.PHASE_WORKERS), "x"),
                script,
                after.stream().map(StepId::new).toList(),
                timeout,
                Text.of(PlanWords.UNDO_JOIN),
                quorum);
    }

    static Step step(String name, String host, String... what) {
        return step(name, host, false, Duration.ofMinutes(1), List.of(), what);
    }

    static Step after(String before, String name, String host, String... what) {
        return step(name, host, false, Duration.ofMinutes(1), List.of(before), what);
    }

    static Plan plan(Step... steps) {
        return new Plan(
                Goal.JOIN, "factory", List.of(new Phase("prepare", Text.of(PlanWords.PHASE_PREPARE), List.of(steps))));
    }

    static Setup setup(Plan plan) {
        var login = Login.withKey("", "ops", Path.of("key"));
        return setup(plan, name -> Host.linux(name, "127.0.0.1", Set.of(Role.WORKER), login));
    }

    static Setup setup(Plan plan, Function<HostName, Host> host) {
        var hosts = plan.hosts().stream().map(host).toList();
        return new Setup(
                "factory",
                Goal.JOIN,
                new RancherSettings("v2.1.6", RancherSettings.Edition.COMMUNITY, "https://r.example", null),
                new ClusterSettings(
                        "",
                        "",
                        ClusterSettings.Distribution.RKE1,
                        ClusterSettings.Network.FLANNEL,
                        "10.42.0.0/16",
                        "10.43.0.0/16"),
                List.of(),
                hosts.stream().map(Host::login).distinct().toList(),
                hosts,
                List.of(),
                Limits.DEFAULT);
    }

    Running start(RunOptions options, Step... steps) {
        var plan = plan(steps);
        return runner().start(new RunOrder(setup(plan), "muster: 1\n", scratch, plan, secrets()), options, events::add);
    }

    RunEnd run(RunOptions options, Step... steps) throws InterruptedException {
        return start(options, steps).await();
    }

    Running resume(RunOptions options) {
        var id = store().resolve("last");
        return runner().resume(id, setup(store().open(id).plan()), secrets(), RancherSide.none(), options, events::add);
    }

    static Map<String, Secret> secrets() {
        return Map.of("registration.token", Secret.of(TOKEN));
    }

    RunRecord last() {
        return store().open(store().resolve("last"));
    }

    StepState state(String step) {
        return last().step(new StepId(step)).orElseThrow().state();
    }

    List<String> log() {
        var view = store().log(last().id(), null, null);
        return view.read(0, Integer.MAX_VALUE).stream().map(LogLine::text).toList();
    }

    int timesRan(String name, String host) {
        return lines(hosts.root(host).resolve("ran." + name)).size();
    }

    void touch(String host, String name) {
        try {
            Files.createDirectories(hosts.root(host));
            Files.writeString(hosts.root(host).resolve(name), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isLocked(String host) {
        return Files.exists(hosts.root(host).resolve("lock"));
    }

    List<StepState> statesOf(String step) {
        return events.stream()
                .filter(RunEvent.StepChanged.class::isInstance)
                .map(RunEvent.StepChanged.class::cast)
                .filter(event -> event.step().value().equals(step))
                .map(RunEvent.StepChanged::state)
                .toList();
    }

    static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<StepId> ids(String... steps) {
        return Arrays.stream(steps).map(StepId::new).toList();
    }
}
