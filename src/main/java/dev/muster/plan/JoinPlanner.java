package dev.muster.plan;

import dev.muster.assess.Situation;
import dev.muster.base.Text;
import dev.muster.setup.Host;
import dev.muster.setup.Os;
import dev.muster.setup.Registration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Plans the join of hosts, by the agent of Rancher 2.1 or by the system agent of today: prepare each host, join the
/// first node, then the others, those that run Windows last. With `rancher.api` a cluster that isn't there is made
/// first, and each join is followed by a [Wait] for its node.
///
/// What a host has already is left out. Of a host that wasn't reached everything is planned, so that the plan can be
/// read before; the check `reach.*` stops the run. Firewalls are nobody's business but the admin's: the check shows
/// commands.
public final class JoinPlanner {

    /// The name under which a join's script gets the token.
    public static final String TOKEN = "registration.token";

    /// The images of Kubernetes come over the host's own line in this time.
    private static final Duration ACTIVE_LIMIT = Duration.ofMinutes(30);

    private static final Duration ACTIVE_LIMIT_WINDOWS = Duration.ofMinutes(60);

    private final Situation situation;
    private final Preparation preparation;

    private JoinPlanner(Situation situation) {
        this.situation = situation;
        this.preparation = new Preparation(situation);
    }

    public static Plan plan(Situation situation) {
        return new JoinPlanner(situation).plan();
    }

    private Plan plan() {
        var setup = situation.setup();
        var phases = new ArrayList<Phase>();
        phases.add(new Phase(
                "prepare",
                Text.of(PlanWords.PHASE_PREPARE),
                setup.hosts().stream()
                        .flatMap(host -> preparation.of(host).stream())
                        .toList()));
        var asked = new RancherSteps(setup, situation.registration()).steps();
        phases.add(new Phase("rancher", Text.of(PlanWords.PHASE_RANCHER), asked));
        situation
                .registration()
                .known()
                .ifPresent(registration -> phases.addAll(joins(JoinOrder.of(setup.hosts()), registration, ids(asked))));
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
        var gate = first.isEmpty() ? asked : ids(waits.isEmpty() ? first : waits);
        var windows = Stream.concat(
                        gate.stream(),
                        order.ingress().map(host -> asksRancher() ? active(host) : joined(host)).stream())
                .toList();
        return List.of(
                new Phase("first-node", Text.of(PlanWords.PHASE_FIRST_NODE), first),
                new Phase("servers", Text.of(PlanWords.PHASE_SERVERS), joins(order.servers(), registration, gate)),
                new Phase("workers", Text.of(PlanWords.PHASE_WORKERS), joins(order.workers(), registration, gate)),
                new Phase("windows", Text.of(PlanWords.PHASE_WINDOWS), joins(order.windows(), registration, windows)));
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

    private Step join(Host host, Registration registration, List<StepId> gate) {
        var after = Stream.concat(preparation.of(host).stream().map(Step::id), gate.stream())
                .toList();
        return new Joining(situation, registration).step(host, after);
    }

    private boolean asksRancher() {
        return situation.setup().rancher().api() != null;
    }

    private static StepId joined(Host host) {
        return StepId.of("join", host.name());
    }

    private static StepId active(Host host) {
        return StepId.of("active", host.name());
    }

    /// Where Muster may ask Rancher, a host has joined when Rancher says so.
    private Stream<Step> active(Host host, List<StepId> after) {
        return asksRancher()
                ? Stream.of(new Wait(
                        active(host),
                        host.name(),
                        situation.setup().cluster().name(),
                        host.nodeName(),
                        after,
                        host.os() == Os.WINDOWS ? ACTIVE_LIMIT_WINDOWS : ACTIVE_LIMIT,
                        JoinOrder.bears(host)))
                : Stream.empty();
    }
}
