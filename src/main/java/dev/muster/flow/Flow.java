package dev.muster.flow;

import dev.muster.assess.Assessment;
import dev.muster.assess.Checks;
import dev.muster.assess.Situation;
import dev.muster.base.HostName;
import dev.muster.base.Reading;
import dev.muster.base.Redactor;
import dev.muster.base.Secret;
import dev.muster.plan.CleanPlanner;
import dev.muster.plan.JoinPlanner;
import dev.muster.plan.Plan;
import dev.muster.probe.Probed;
import dev.muster.probe.Prober;
import dev.muster.probe.Questions;
import dev.muster.probe.mesh.Mesh;
import dev.muster.probe.mesh.MeshProber;
import dev.muster.remote.HostKey;
import dev.muster.remote.SshReach;
import dev.muster.run.RancherSide;
import dev.muster.run.RunEvent;
import dev.muster.run.RunOptions;
import dev.muster.run.RunOrder;
import dev.muster.run.RunRecord;
import dev.muster.run.Runner;
import dev.muster.run.Running;
import dev.muster.setup.Host;
import dev.muster.setup.Limits;
import dev.muster.setup.Registration;
import dev.muster.setup.RegistrationReading;
import dev.muster.setup.SecretSource;
import dev.muster.setup.Setup;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/// One sitting with one setup, from the first look at its hosts to the end of a run. Lines to hosts are kept open
/// until it is closed. Safe for many threads.
public final class Flow implements AutoCloseable {

    private final Workplace place;
    private final WatchedReach reach;
    private final Registrations registrations;
    private final RancherDoor rancher;
    private final Limits limits;
    private final Runner runner;

    /// @param secrets asked for each secret once; whoever made it closes it
    public Flow(Workplace place, SecretSource secrets, Limits limits) {
        var redactor = new Redactor();
        var known = new KnownSecrets(secrets, redactor);
        this.place = place;
        this.limits = limits;
        this.registrations = new Registrations(known);
        this.rancher = new RancherDoor(place.trust(), known, redactor);
        this.reach = new WatchedReach(new SshReach(place.trust(), known, limits));
        this.runner =
                new Runner(place.home().runs(), reach, redactor, place.clock(), place.random(), place.workstation());
    }

    /// Asks these hosts of a setup, a bounded number at a time; a slow one holds up nobody else. Changes nothing.
    ///
    /// @param news each host's answer, as it comes, on that host's thread
    /// @throws InterruptedException when the caller is interrupted; the asking is given up
    public Map<HostName, Probed> probe(
            Setup setup, RegistrationReading registration, List<Host> hosts, Consumer<Probed> news)
            throws InterruptedException {
        var prober = new Prober(reach);
        var room = new Semaphore(limits.parallel());
        var answers = new ConcurrentHashMap<HostName, Probed>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = hosts.stream()
                    .map(host -> threads.submit(within(room, () -> {
                        var probed = prober.probe(host, Questions.of(setup, registration, host));
                        answers.put(host.name(), probed);
                        news.accept(probed);
                        return probed;
                    })))
                    .toList();
            for (var answer : asked) {
                answer.get();
            }
        } catch (ExecutionException e) {
            throw rethrown(e);
        }
        return Map.copyOf(answers);
    }

    /// Tries the network between the hosts that have answered: lets each listen for a short while on the ports
    /// that its roles need, and the others try them. Changes nothing else.
    ///
    /// @throws InterruptedException when the caller is interrupted; the listeners end
    public Mesh mesh(Setup setup, Map<HostName, Probed> probed, MeshProber.Progress.News news)
            throws InterruptedException {
        return new MeshProber(reach, limits.parallel(), place.random(), place.clock())
                .probe(setup, probed, place.catalog().ports(), news);
    }

    private static <T> Callable<T> within(Semaphore room, Callable<T> work) {
        return () -> {
            room.acquire();
            try {
                return work.call();
            } finally {
                room.release();
            }
        };
    }

    private static RuntimeException rethrown(ExecutionException e) {
        return e.getCause() instanceof RuntimeException known ? known : new IllegalStateException("asking a host", e);
    }

    /// What has to be settled about the keys that hosts have shown so far.
    public TrustQuestions trustQuestions() {
        return reach.questions().with(rancher.untrusted());
    }

    /// The admin has compared these keys and confirms them.
    public void confirm(List<HostKey> keys) {
        keys.forEach(place.trust()::confirm);
        rancher.confirmed();
    }

    /// What the setup's registration says. The secret that holds it is asked for once; with `rancher.api` Rancher
    /// is asked now, and why it doesn't answer is in the reading.
    public RegistrationReading registration(Setup setup) {
        var api = setup.rancher().api();
        return api == null ? registrations.of(setup.rancher()) : rancher.ask(setup, api);
    }

    /// What Rancher said of the setup's registration when it was asked last; it isn't asked for it again.
    public RegistrationReading heard(Setup setup) {
        return rancher.heard(setup).orElseGet(RegistrationReading.Missing::new);
    }

    /// All that the checks and the planner look at.
    public Situation situation(Setup setup, Map<HostName, Probed> probed) {
        var reading = rancher.heard(setup).orElseGet(() -> registration(setup));
        return new Situation(setup, reading, probed, place.catalog());
    }

    /// The same, with the network between the hosts.
    public Situation situation(Setup setup, Map<HostName, Probed> probed, Reading<Mesh> mesh) {
        return new Situation(setup, registration(setup), probed, place.catalog(), mesh);
    }

    public Assessment assess(Situation situation) {
        return Checks.shipped().assess(situation);
    }

    public Plan plan(Situation situation) {
        return switch (situation.setup().goal()) {
            case JOIN -> JoinPlanner.plan(situation);
            case CLEAN -> CleanPlanner.plan(situation);
        };
    }

    /// Carries a plan out; what comes of it is told by events and kept in a run folder.
    ///
    /// @param setupText the setup file's text; it refers to secrets, it holds none
    /// @param base      the folder that paths in it are relative to
    /// @throws dev.muster.base.ProblemException when the run folder can't be written; then nothing was changed
    ///     anywhere
    public Running run(
            Situation situation, Plan plan, String setupText, Path base, RunOptions options, Consumer<RunEvent> news) {
        return runner.start(
                new RunOrder(
                        situation.setup(),
                        setupText,
                        base,
                        plan,
                        secrets(situation.setup(), situation.registration()),
                        side(situation.setup())),
                options,
                news);
    }

    /// Goes on with a run that was cut off, with the setup as its folder has it.
    public Running resume(RunRecord run, Setup setup, RunOptions options, Consumer<RunEvent> news) {
        return runner.resume(run.id(), setup, resumed(setup), side(setup), options, news);
    }

    private RancherSide side(Setup setup) {
        var api = setup.rancher().api();
        return api == null ? RancherSide.none() : rancher.side(setup, api);
    }

    /// Rancher is asked for the token when it is needed: it may be another one by then.
    private Map<String, Secret> resumed(Setup setup) {
        return setup.rancher().api() == null ? secrets(setup, registration(setup)) : Map.of();
    }

    private static Map<String, Secret> secrets(Setup setup, RegistrationReading registration) {
        return setup.rancher().api() == null
                ? registration
                        .known()
                        .flatMap(Registration::token)
                        .map(token -> Map.of(JoinPlanner.TOKEN, token))
                        .orElseGet(Map::of)
                : Map.of();
    }

    /// Forgets the line to a host, after its login or address was changed.
    public void forget(Host host) {
        reach.drop(host);
    }

    @Override
    public void close() {
        reach.close();
    }
}
