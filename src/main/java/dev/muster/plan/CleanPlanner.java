package dev.muster.plan;

import dev.muster.assess.Situation;
import dev.muster.assess.Ticks;
import dev.muster.base.Key;
import dev.muster.base.Text;
import dev.muster.probe.Leftover;
import dev.muster.probe.Leftover.Kind;
import dev.muster.script.Script;
import dev.muster.setup.Host;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Plans a cleaning: on each host what runs ends first, then mounts, folders, the network, and at last a second look.
/// Each step is given by name what it takes, and nothing is taken that the scan hasn't found. Hosts don't wait for
/// each other.
public final class CleanPlanner {

    private static final String CLEAN = "linux/clean.sh";
    private static final Duration SHORT = Duration.ofMinutes(5);

    /// A node's services take their time to end, and so do big folders.
    private static final Duration LONG = Duration.ofMinutes(30);

    private static final Duration RESTART = Duration.ofMinutes(20);

    private final Situation situation;

    private CleanPlanner(Situation situation) {
        this.situation = situation;
    }

    public static Plan plan(Situation situation) {
        return new CleanPlanner(situation).plan();
    }

    private Plan plan() {
        var setup = situation.setup();
        var stop = new ArrayList<Step>();
        var files = new ArrayList<Step>();
        var network = new ArrayList<Step>();
        var restart = new ArrayList<Step>();
        var proof = new ArrayList<Step>();
        for (var host : setup.hosts()) {
            var ticks = Ticks.of(situation, host);
            if (ticks.taken().isEmpty()) {
                continue;
            }
            var chain = new Chain(host);
            stop.addAll(stops(chain, ticks));
            files.addAll(files(chain, ticks));
            network.addAll(network(chain, ticks));
            if (setup.clean().reboot()) {
                restart.add(chain.restart());
            }
            proof.add(chain.proof(ticks));
        }
        var phases = List.of(
                new Phase("stop", Text.of(PlanWords.PHASE_STOP), stop),
                new Phase("files", Text.of(PlanWords.PHASE_FILES), files),
                new Phase("network", Text.of(PlanWords.PHASE_NETWORK), network),
                new Phase("restart", Text.of(PlanWords.PHASE_RESTART), restart),
                new Phase("proof", Text.of(PlanWords.PHASE_PROOF), proof));
        return new Plan(
                setup.goal(),
                setup.name(),
                phases.stream().filter(phase -> !phase.steps().isEmpty()).toList());
    }

    private static List<Step> stops(Chain chain, Ticks ticks) {
        var steps = new ArrayList<Step>();
        var services = names(ticks, Kind.SERVICE);
        if (!services.isEmpty()) {
            steps.add(chain.clean("services", PlanWords.STEP_SERVICES, script("SERVICES", services), services, LONG));
        }
        var containers = ticks.taken(Kind.CONTAINER).stream()
                .map(one -> one.key() + " " + one.name())
                .toList();
        var volumes = names(ticks, Kind.VOLUME);
        var images = names(ticks, Kind.IMAGE);
        if (!containers.isEmpty() || !volumes.isEmpty() || !images.isEmpty()) {
            var all = script("CONTAINERS", containers).with("VOLUMES", volumes).with("IMAGES", images);
            steps.add(chain.clean(
                    "docker",
                    PlanWords.STEP_DOCKER,
                    all,
                    List.of(containers.size(), volumes.size(), images.size()),
                    LONG));
        }
        var processes = names(ticks, Kind.PROCESS);
        if (!processes.isEmpty()) {
            steps.add(chain.clean(
                    "processes", PlanWords.STEP_PROCESSES, script("PROCESSES", processes), processes, SHORT));
        }
        return steps;
    }

    private static List<Step> files(Chain chain, Ticks ticks) {
        var steps = new ArrayList<Step>();
        var mounts = names(ticks, Kind.MOUNT);
        if (!mounts.isEmpty()) {
            steps.add(chain.clean("mounts", PlanWords.STEP_MOUNTS, script("MOUNTS", mounts), mounts, LONG));
        }
        var paths = names(ticks, Kind.PATH);
        if (!paths.isEmpty()) {
            var all = script("PATHS", paths).with("KEEP", ticks.kept());
            steps.add(chain.clean("paths", PlanWords.STEP_PATHS, all, paths, LONG));
        }
        return steps;
    }

    private static List<Step> network(Chain chain, Ticks ticks) {
        var steps = new ArrayList<Step>();
        var interfaces = names(ticks, Kind.INTERFACE);
        if (!interfaces.isEmpty()) {
            steps.add(chain.clean(
                    "interfaces", PlanWords.STEP_INTERFACES, script("INTERFACES", interfaces), interfaces, SHORT));
        }
        var chains = ticks.taken(Kind.IPTABLES).stream().map(Leftover::key).toList();
        if (!chains.isEmpty()) {
            var firewall = Script.of("linux/clean-firewall.sh").with("CHAINS", chains);
            steps.add(chain.step("firewall", PlanWords.STEP_FIREWALL, firewall.with("ACT", "take"), chains, SHORT));
            steps.add(chain.step(
                    "firewall-keep", PlanWords.STEP_FIREWALL_KEEP, firewall.with("ACT", "keep"), chains, SHORT));
        }
        var sets = names(ticks, Kind.IPSET);
        if (!sets.isEmpty()) {
            steps.add(chain.clean("ipsets", PlanWords.STEP_IPSETS, script("IPSETS", sets), sets, SHORT));
        }
        return steps;
    }

    private static Script script(String parameter, List<String> values) {
        return Script.of(CLEAN).with(parameter, values);
    }

    private static List<String> names(Ticks ticks, Kind kind) {
        return ticks.taken(kind).stream().map(Leftover::name).toList();
    }

    /// The steps of one host, each after the one before.
    private static final class Chain {

        private final Host host;
        private List<StepId> last = List.of();

        private Chain(Host host) {
            this.host = host;
        }

        private ScriptStep clean(String kind, Key title, Script script, List<?> what, Duration limit) {
            return step("clean-" + kind, title, script, what, limit);
        }

        private ScriptStep step(String kind, Key title, Script script, List<?> what, Duration limit) {
            var step = new ScriptStep(
                    StepId.of(kind, host.name()),
                    host.name(),
                    title(title, what),
                    script,
                    last,
                    limit,
                    Text.of(PlanWords.UNDO_NONE),
                    false);
            last = List.of(step.id());
            return step;
        }

        /// How many of each: names may be long, and stand below.
        private static Text title(Key title, List<?> what) {
            return what.stream().allMatch(Integer.class::isInstance)
                    ? Text.of(title, what.toArray())
                    : Text.of(title, what.size());
        }

        private ScriptStep restart() {
            return step("restart", PlanWords.STEP_RESTART, Script.of("linux/restart.sh"), List.of(), RESTART)
                    .withReboots();
        }

        private Proof proof(Ticks ticks) {
            return new Proof(
                    StepId.of("proof", host.name()),
                    host.name(),
                    ticks.gone().stream().map(Leftover::id).toList(),
                    ticks.stays().stream()
                            .filter(one -> one.kind() != Kind.UNASKED)
                            .map(Leftover::id)
                            .toList(),
                    last,
                    SHORT);
        }
    }
}
