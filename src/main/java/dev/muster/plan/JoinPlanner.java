package dev.muster.plan;

import static dev.muster.setup.Role.CONTROLPLANE;
import static dev.muster.setup.Role.ETCD;

import dev.muster.assess.Situation;
import dev.muster.base.Text;
import dev.muster.probe.Facts;
import dev.muster.probe.Probed;
import dev.muster.script.Script;
import dev.muster.setup.Host;
import dev.muster.setup.Os;
import dev.muster.setup.Registration;
import dev.muster.setup.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Plans the join of Linux hosts, by the agent of Rancher 2.1 or by the system agent of today: prepare each host,
/// join the first node, then the others. With `rancher.api` a cluster that isn't there is made first, and each join
/// is followed by a [Wait] for its node.
///
/// What a host has already is left out. Of a host that wasn't reached everything is planned, so that the plan can be
/// read before; the check `reach.*` stops the run. Firewalls are nobody's business but the admin's: the check shows
/// commands.
public final class JoinPlanner {

    /// The name under which a join's script gets the token.
    public static final String TOKEN = "registration.token";

    private static final Duration PREPARE_LIMIT = Duration.ofMinutes(2);

    /// Longer than the agent may take to register, so that the script has the last word about what went wrong.
    private static final Duration JOIN_LIMIT = Duration.ofMinutes(22);

    private static final Duration REGISTER_LIMIT = Duration.ofMinutes(20);

    /// The images of Kubernetes come over the host's own line in this time.
    private static final Duration ACTIVE_LIMIT = Duration.ofMinutes(30);

    private final Situation situation;

    private JoinPlanner(Situation situation) {
        this.situation = situation;
    }

    public static Plan plan(Situation situation) {
        return new JoinPlanner(situation).plan();
    }

    private Plan plan() {
        var setup = situation.setup();
        var hosts = setup.hosts(host -> host.os() == Os.LINUX);
        var phases = new ArrayList<Phase>();
        phases.add(new Phase(
                "prepare",
                Text.of(PlanWords.PHASE_PREPARE),
                hosts.stream().flatMap(this::prepare).toList()));
        var asked = new RancherSteps(setup, situation.registration()).steps();
        phases.add(new Phase("rancher", Text.of(PlanWords.PHASE_RANCHER), asked));
        situation
                .registration()
                .known()
                .ifPresent(registration -> phases.addAll(joins(JoinOrder.of(hosts), registration, ids(asked))));
        return new Plan(
                setup.goal(),
                setup.name(),
                phases.stream().filter(phase -> !phase.steps().isEmpty()).toList());
    }

    private static List<StepId> ids(List<? extends Step> steps) {
        return steps.stream().map(Step::id).toList();
    }

    /// @param asked the steps that make the cluster and its command
    private List<Phase> joins(JoinOrder order, Registration registration, List<StepId> asked) {
        var first = first(order.first(), registration, asked);
        var waits = first.stream().filter(Wait.class::isInstance).toList();
        var gate = ids(waits.isEmpty() ? first : waits);
        return List.of(
                new Phase("first-node", Text.of(PlanWords.PHASE_FIRST_NODE), first),
                new Phase("servers", Text.of(PlanWords.PHASE_SERVERS), joins(order.servers(), registration, gate)),
                new Phase("workers", Text.of(PlanWords.PHASE_WORKERS), joins(order.workers(), registration, gate)));
    }

    /// A cluster starts when it has etcd and control plane, so none of the first is active before all of them
    /// have joined.
    private List<Step> first(List<Host> hosts, Registration registration, List<StepId> asked) {
        var joins = hosts.stream().map(host -> join(host, registration, asked)).toList();
        var joined = ids(joins);
        return Stream.concat(joins.stream(), hosts.stream().flatMap(host -> active(host, joined)))
                .toList();
    }

    private List<Step> joins(List<Host> hosts, Registration registration, List<StepId> gate) {
        return hosts.stream()
                .flatMap(host -> {
                    var join = join(host, registration, gate);
                    return Stream.concat(Stream.of(join), active(host, List.of(join.id())));
                })
                .toList();
    }

    /// Where Muster may ask Rancher, a host has joined when Rancher says so.
    private Stream<Step> active(Host host, List<StepId> after) {
        var setup = situation.setup();
        return setup.rancher().api() == null
                ? Stream.empty()
                : Stream.of(new Wait(
                        StepId.of("active", host.name()),
                        host.name(),
                        setup.cluster().name(),
                        host.nodeName(),
                        after,
                        ACTIVE_LIMIT,
                        JoinOrder.bears(host)));
    }

    private Stream<Step> prepare(Host host) {
        var network = situation.setup().cluster().network();
        var needs = new KernelNeeds(situation.kernel(), network, facts(host));
        var modules = modules(host, needs.modules());
        // br_netfilter brings the settings of net.bridge with it
        var after = modules.map(Step::id).stream().toList();
        return Stream.of(modules, settings(host, needs.settings(), after)).flatMap(Optional::stream);
    }

    private static Optional<Step> modules(Host host, List<String> modules) {
        var script = Script.of("linux/kernel-modules.sh").with("MODULES", modules);
        return modules.isEmpty()
                ? Optional.empty()
                : Optional.of(prepare(
                        host,
                        "modules",
                        Text.of(PlanWords.STEP_MODULES, modules),
                        script,
                        List.of(),
                        PlanWords.UNDO_MODULES));
    }

    private static Optional<Step> settings(Host host, List<String> settings, List<StepId> after) {
        var script = Script.of("linux/sysctl.sh").with("SETTINGS", settings);
        return settings.isEmpty()
                ? Optional.empty()
                : Optional.of(prepare(
                        host,
                        "sysctl",
                        Text.of(PlanWords.STEP_SYSCTL, settings),
                        script,
                        after,
                        PlanWords.UNDO_SYSCTL));
    }

    private static Step prepare(Host host, String kind, Text title, Script script, List<StepId> after, PlanWords undo) {
        return new ScriptStep(
                StepId.of(kind, host.name()), host.name(), title, script, after, PREPARE_LIMIT, Text.of(undo), false);
    }

    private Step join(Host host, Registration registration, List<StepId> gate) {
        var after = Stream.concat(prepare(host).map(Step::id), gate.stream()).toList();
        var roles = host.roles().stream().map(JoinPlanner::word).toList();
        return new ScriptStep(
                StepId.of("join", host.name()),
                host.name(),
                Text.of(PlanWords.STEP_JOIN, roles),
                script(host, registration, roles),
                after,
                JOIN_LIMIT,
                Text.of(PlanWords.UNDO_JOIN),
                host.has(ETCD) || host.has(CONTROLPLANE));
    }

    private Script script(Host host, Registration registration, List<String> roles) {
        var script = registration.bySystemAgent()
                ? Script.of("linux/join-system-agent.sh")
                : Script.of("linux/join-agent.sh").with("IMAGE", registration.image());
        return script.with("SERVER", registration.server())
                .withSecret("TOKEN_FILE", TOKEN)
                .with("CA_CHECKSUM", registration.caChecksum())
                .with("NODE_NAME", host.nodeName().value())
                .with("ADDRESS", address(host))
                .with("INTERNAL_ADDRESS", host.internalAddress())
                .with("ROLES", roles)
                .with("LABELS", labels(host))
                .with("TIMEOUT", String.valueOf(REGISTER_LIMIT.toSeconds()));
    }

    /// The address is given to the agent only when the host has it itself. What is reached through a translated
    /// address or a loopback tunnel keeps the agent's own choice: the source of the route to 8.8.8.8 (rancher-2.1
    /// §1.5).
    private String address(Host host) {
        return facts(host)
                .flatMap(facts -> facts.addresses().known())
                .filter(addresses -> addresses.stream()
                        .anyMatch(own -> own.address().equals(host.address())
                                && !own.device().equals("lo")))
                .map(_ -> host.address())
                .orElse("");
    }

    private static List<String> labels(Host host) {
        return host.labels().entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .toList();
    }

    private Optional<Facts> facts(Host host) {
        return situation.probed(host.name()).map(Probed::facts).flatMap(facts -> facts.known());
    }

    private static String word(Role role) {
        return switch (role) {
            case ETCD -> "etcd";
            case CONTROLPLANE -> "controlplane";
            case WORKER -> "worker";
            case SERVER, AGENT, BALANCER -> throw new IllegalStateException("a node that joins can't be " + role);
        };
    }
}
