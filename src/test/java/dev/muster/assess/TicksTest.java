package dev.muster.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.Given;
import dev.muster.base.Reading;
import dev.muster.plan.CleanPlanner;
import dev.muster.plan.Proof;
import dev.muster.plan.ScriptStep;
import dev.muster.probe.Leftover;
import dev.muster.probe.Leftover.Kind;
import dev.muster.script.Parameter;
import dev.muster.setup.CleanSettings;
import dev.muster.setup.Host;
import dev.muster.setup.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What a cleaning takes: no more than is ticked, on no more hosts than are.
final class TicksTest {

    private static final CleanSettings ALL = new CleanSettings(true, true, true, false, List.of(), List.of());

    private static Leftover one(Kind kind, String name, String owner) {
        return new Leftover(
                kind.name().toLowerCase(java.util.Locale.ROOT) + ":" + name,
                kind,
                name,
                Reading.unknown("-"),
                owner,
                kind == Kind.CONTAINER ? "id-" + name : "");
    }

    private static Situation situation(CleanSettings clean, Map<String, List<Leftover>> left) {
        var hosts = new ArrayList<Host>();
        var probed = new HashMap<dev.muster.base.HostName, dev.muster.probe.Probed>();
        var last = 11;
        for (var entry : left.entrySet()) {
            var host = Given.host(entry.getKey(), last++, Role.WORKER);
            var facts = Given.healthyLinuxBut();
            facts.leftovers = Reading.of(entry.getValue());
            hosts.add(host);
            probed.put(host.name(), Given.probed(host, facts.facts()));
        }
        var setup = Given.setup(hosts.toArray(Host[]::new));
        return Given.situation(Given.cleaning(setup, clean), probed);
    }

    private static List<String> taken(CleanSettings clean, Leftover... left) {
        var situation = situation(clean, Map.of("lin1", List.of(left)));
        return Ticks.of(situation, situation.setup().hosts().getFirst()).taken().stream()
                .map(Leftover::id)
                .toList();
    }

    @Test
    void images_snapshots_data_and_other_peoples_things_stay_unless_asked_for() {
        var all = new Leftover[] {
            one(Kind.PATH, "/etc/kubernetes", "kubernetes"),
            one(Kind.IMAGE, "rancher/a:v1", "rancher"),
            one(Kind.PATH, "/opt/rke/etcd-snapshots", "snapshot"),
            one(Kind.VOLUME, "pods", "data"),
            one(Kind.CONTAINER, "db", Leftover.FOREIGN)
        };

        assertThat(taken(CleanSettings.DEFAULT, all)).containsExactly("path:/etc/kubernetes");
        assertThat(taken(ALL, all))
                .containsExactly(
                        "path:/etc/kubernetes", "image:rancher/a:v1", "path:/opt/rke/etcd-snapshots", "volume:pods");
        assertThat(taken(
                        new CleanSettings(
                                false, false, false, false, List.of("container:db"), List.of("path:/etc/kubernetes")),
                        all))
                .containsExactly("container:db");
    }

    @Test
    void a_question_without_an_answer_is_never_taken() {
        assertThat(taken(
                        new CleanSettings(true, true, true, false, List.of("unasked:docker"), List.of()),
                        one(Kind.UNASKED, "docker", "")))
                .isEmpty();
    }

    @Test
    void the_interface_over_which_we_came_stays() {
        var facts = Given.healthyLinux();
        var own = facts.addresses().known().orElseThrow().stream()
                .filter(one -> one.address().equals("10.0.0.11"))
                .findFirst()
                .orElseThrow();

        assertThat(taken(CleanSettings.DEFAULT, one(Kind.INTERFACE, own.device(), "network")))
                .isEmpty();
    }

    @Test
    void a_route_stays_with_its_interface() {
        var left = new Leftover[] {
            one(Kind.INTERFACE, "flannel.1", "network"), one(Kind.ROUTE, "10.42.1.0/24 flannel.1", "network")
        };

        assertThat(taken(CleanSettings.DEFAULT, left)).hasSize(2);
        assertThat(taken(
                        new CleanSettings(false, false, false, false, List.of(), List.of("interface:flannel.1")), left))
                .isEmpty();
    }

    @Test
    void a_path_below_a_taken_one_can_be_spared_and_a_misspelt_one_is_known() {
        var clean = new CleanSettings(
                false, false, false, false, List.of(), List.of("path:/etc/kubernetes/ssl", "path:/etc/kubernets/pki"));
        var situation = situation(clean, Map.of("lin1", List.of(one(Kind.PATH, "/etc/kubernetes", "kubernetes"))));
        var ticks = Ticks.of(situation, situation.setup().hosts().getFirst());

        assertThat(ticks.kept()).containsExactly("/etc/kubernetes/ssl");
        assertThat(ticks.taken()).hasSize(1);
        assertThat(ticks.gone()).isEmpty();
        assertThat(Ticks.unknown(situation)).containsExactly("path:/etc/kubernets/pki");
    }

    /// Whatever the scan returns and the setup wants, the plan's scripts are given a subset of what is ticked,
    /// each on its own host; and what the proof wants gone is what they are given.
    @Test
    void the_plan_takes_a_subset_of_the_ticked_on_the_ticked_hosts() {
        var random = new Random(8);
        var owners = List.of("rancher", "kubernetes", "network", "snapshot", "data", Leftover.FOREIGN);
        for (var round = 0; round < 120; round++) {
            var left = new HashMap<String, List<Leftover>>();
            for (var host : List.of("lin1", "lin2", "lin3")) {
                var some = new ArrayList<Leftover>();
                for (var i = random.nextInt(12); i > 0; i--) {
                    var kind = List.of(
                                    Kind.CONTAINER,
                                    Kind.VOLUME,
                                    Kind.IMAGE,
                                    Kind.MOUNT,
                                    Kind.PATH,
                                    Kind.INTERFACE,
                                    Kind.IPSET,
                                    Kind.SERVICE,
                                    Kind.PROCESS,
                                    Kind.ROUTE,
                                    Kind.UNASKED)
                            .get(random.nextInt(11));
                    some.add(one(kind, "/x/" + host + "/" + random.nextInt(6), owners.get(random.nextInt(6))));
                }
                left.put(host, some.stream().distinct().toList());
            }
            var ids = left.values().stream()
                    .flatMap(List::stream)
                    .map(Leftover::id)
                    .toList();
            var also = ids.stream().filter(_ -> random.nextInt(8) == 0).toList();
            var except = ids.stream().filter(_ -> random.nextInt(4) == 0).toList();
            var situation = situation(
                    new CleanSettings(
                            random.nextBoolean(), random.nextBoolean(), random.nextBoolean(), false, also, except),
                    left);

            var plan = CleanPlanner.plan(situation);

            for (var host : situation.setup().hosts()) {
                var ticked = Ticks.of(situation, host).taken();
                var names = ticked.stream()
                        .flatMap(item -> Stream.of(item.name(), item.key() + " " + item.name()))
                        .collect(Collectors.toSet());
                assertThat(ticked).noneMatch(item -> except.contains(item.id()));
                assertThat(ticked)
                        .filteredOn(item -> item.owner().equals(Leftover.FOREIGN))
                        .allMatch(item -> also.contains(item.id()));
                for (var step : plan.steps()) {
                    if (!step.host().equals(host.name())) {
                        continue;
                    }
                    switch (step) {
                        case ScriptStep script -> assertThat(names).containsAll(given(script));
                        case Proof proof ->
                            assertThat(Set.copyOf(proof.gone()))
                                    .isEqualTo(Ticks.of(situation, host).gone().stream()
                                            .map(Leftover::id)
                                            .collect(Collectors.toSet()));
                        default -> throw new AssertionError("not a step of a cleaning: " + step);
                    }
                }
            }
        }
    }

    private static List<String> given(ScriptStep script) {
        return script.script().parameters().stream()
                .filter(Parameter.Words.class::isInstance)
                .map(Parameter.Words.class::cast)
                .filter(words -> !words.name().equals("KEEP"))
                .flatMap(words -> words.values().stream())
                .toList();
    }
}
