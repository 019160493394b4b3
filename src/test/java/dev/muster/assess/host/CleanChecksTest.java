package dev.muster.assess.host;

import static dev.muster.assess.Severity.HARD;
import static dev.muster.assess.Severity.INFO;
import static dev.muster.assess.Severity.SOFT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.Given;
import dev.muster.HealthyLinux;
import dev.muster.assess.CheckId;
import dev.muster.assess.Checks;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.assess.Situation;
import dev.muster.assess.State;
import dev.muster.base.HostName;
import dev.muster.base.Reading;
import dev.muster.probe.Leftover;
import dev.muster.probe.Leftover.Kind;
import dev.muster.probe.Membership;
import dev.muster.probe.Probed;
import dev.muster.setup.CleanSettings;
import dev.muster.setup.Host;
import dev.muster.setup.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What a cleaning would hurt: each check passed, failed and not checked, each threshold from both sides.
final class CleanChecksTest {

    private static final CleanSettings PLAIN = CleanSettings.DEFAULT;
    private static final CleanSettings WITH_DATA =
            new CleanSettings(false, true, true, false, List.of("container:db"), List.of());

    private static Leftover left(Kind kind, String name, String owner) {
        return new Leftover(kind.name().toLowerCase(Locale.ROOT) + ":" + name, kind, name, Reading.unknown("-"), owner);
    }

    private static Situation cleaning(CleanSettings clean, int hosts, BiConsumer<Integer, HealthyLinux> but) {
        var list = IntStream.range(0, hosts)
                .mapToObj(i -> Given.host("lin" + (i + 1), 11 + i, Role.ETCD))
                .toList();
        var setup = Given.setup(list.toArray(Host[]::new));
        Map<HostName, Probed> probed = new HashMap<>();
        for (var i = 0; i < hosts; i++) {
            var linux = Given.healthyLinuxBut();
            linux.addresses = Reading.of(List.of());
            but.accept(i, linux);
            probed.put(list.get(i).name(), Given.probed(list.get(i), linux.facts()));
        }
        return Given.situation(Given.cleaning(setup, clean), probed);
    }

    private static Finding find(CheckId id, CleanSettings clean, Consumer<HealthyLinux> but) {
        return find(id, cleaning(clean, 1, (_, linux) -> but.accept(linux)));
    }

    private static Finding find(CheckId id, Situation situation) {
        var finding = Checks.shipped().assess(situation).findings().stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow();
        Findings.readable(finding);
        return finding;
    }

    private static void assertIs(Finding finding, Severity severity, State state) {
        assertThat(finding.severity()).as(finding.toString()).isEqualTo(severity);
        assertThat(finding.state()).as(finding.toString()).isEqualTo(state);
    }

    private static Finding quorum(int members, int cleaned) {
        var all =
                IntStream.range(0, members).mapToObj(i -> "10.0.0." + (11 + i)).toList();
        return find(CheckId.CLEAN_QUORUM, cleaning(PLAIN, cleaned, (_, linux) -> {
            linux.etcdMembers = Reading.of(all);
            linux.leftovers = Reading.of(List.of(left(Kind.PROCESS, "etcd", "kubernetes")));
        }));
    }

    @Test
    void never_the_majority_of_an_etcd_that_goes_on() {
        assertIs(quorum(3, 1), HARD, State.PASSED);
        assertIs(quorum(3, 2), HARD, State.FAILED);
        assertIs(quorum(5, 2), HARD, State.PASSED);
        assertIs(quorum(5, 3), HARD, State.FAILED);
        assertIs(quorum(2, 1), HARD, State.FAILED);
        assertThat(Findings.english(quorum(3, 2).what())).contains("1 of 3", "10.0.0.13");
    }

    @Test
    void a_whole_cluster_may_go_and_somebody_elses_etcd_is_no_matter() {
        assertIs(quorum(3, 3), HARD, State.PASSED);
        assertIs(quorum(1, 1), HARD, State.PASSED);
        assertIs(
                find(CheckId.CLEAN_QUORUM, PLAIN, linux -> {
                    linux.etcdMembers = Reading.of(List.of("10.0.0.11", "10.0.0.12"));
                    linux.leftovers = Reading.of(List.of(left(Kind.PROCESS, "etcd", Leftover.FOREIGN)));
                }),
                HARD,
                State.PASSED);
        assertIs(
                find(CheckId.CLEAN_QUORUM, PLAIN, linux -> linux.etcdMembers = Reading.unknown("denied")),
                HARD,
                State.UNKNOWN);
    }

    @Test
    void a_node_that_runs_is_taken_out_in_Rancher_first() {
        var running = new Membership.Agent("https://rancher.example.org", "", true, true, "agent");
        var stopped = new Membership.Agent("https://rancher.example.org", "", false, false, "agent");
        var id = CheckId.CLEAN_CLUSTER_MEMBER;

        assertIs(find(id, PLAIN, linux -> linux.membership = Reading.of(running)), SOFT, State.FAILED);
        assertIs(find(id, PLAIN, linux -> linux.membership = Reading.of(stopped)), SOFT, State.PASSED);
        assertIs(find(id, PLAIN, _ -> {}), SOFT, State.PASSED);
        assertIs(find(id, PLAIN, linux -> linux.membership = Reading.unknown("silent")), SOFT, State.UNKNOWN);
        // of another maker, or one that Rancher lost
        assertIs(
                find(
                        id,
                        PLAIN,
                        linux -> linux.leftovers = Reading.of(List.of(left(Kind.PROCESS, "kubelet", "kubernetes")))),
                SOFT,
                State.FAILED);
        assertIs(
                find(
                        id,
                        PLAIN,
                        linux ->
                                linux.leftovers = Reading.of(List.of(left(Kind.PROCESS, "kubelet", Leftover.FOREIGN)))),
                SOFT,
                State.PASSED);
    }

    @Test
    void snapshots_and_data_are_said_whether_they_stay_or_go() {
        Consumer<HealthyLinux> precious = linux -> linux.leftovers = Reading.of(
                List.of(left(Kind.PATH, "/opt/rke/etcd-snapshots", "snapshot"), left(Kind.VOLUME, "pods", "data")));
        var id = CheckId.CLEAN_SNAPSHOTS;

        assertIs(find(id, PLAIN, precious), INFO, State.FAILED);
        assertThat(Findings.english(find(id, PLAIN, precious).what())).contains("these stay", "volume:pods");
        assertThat(Findings.english(find(id, WITH_DATA, precious).what())).contains("go for good", "etcd-snapshots");
        assertIs(find(id, PLAIN, _ -> {}), INFO, State.PASSED);
        assertIs(find(id, PLAIN, linux -> linux.leftovers = Reading.unknown("silent")), INFO, State.UNKNOWN);
    }

    @Test
    void other_peoples_things_are_named() {
        Consumer<HealthyLinux> foreign =
                linux -> linux.leftovers = Reading.of(List.of(left(Kind.CONTAINER, "db", Leftover.FOREIGN)));
        var id = CheckId.CLEAN_FOREIGN;

        assertThat(Findings.english(find(id, PLAIN, foreign).what())).contains("stays: container:db");
        assertThat(Findings.english(find(id, WITH_DATA, foreign).what())).contains("along: container:db");
        assertIs(find(id, PLAIN, _ -> {}), INFO, State.PASSED);
        assertIs(find(id, PLAIN, linux -> linux.leftovers = Reading.unknown("silent")), INFO, State.UNKNOWN);
    }

    @Test
    void an_item_that_no_host_has_stops_a_cleaning_that_takes_something() {
        var misspelt = new CleanSettings(false, false, false, false, List.of(), List.of("path:/etc/kubernets"));
        Consumer<HealthyLinux> dirty =
                linux -> linux.leftovers = Reading.of(List.of(left(Kind.PATH, "/etc/kubernetes", "kubernetes")));
        var id = CheckId.CLEAN_ITEMS;

        assertIs(find(id, misspelt, dirty), HARD, State.FAILED);
        assertIs(find(id, PLAIN, dirty), HARD, State.PASSED);
        assertIs(find(id, misspelt, _ -> {}), HARD, State.PASSED);
        assertIs(find(id, misspelt, linux -> linux.leftovers = Reading.unknown("silent")), HARD, State.UNKNOWN);
    }

    @Test
    void a_cleaning_is_not_asked_whether_the_host_would_do_for_a_node() {
        var asked = Checks.shipped().assess(cleaning(PLAIN, 1, (_, _) -> {})).findings().stream()
                .map(finding -> finding.id().area())
                .collect(Collectors.toSet());
        var joining = Checks.shipped().assess(Given.situation(Given.setup())).findings().stream()
                .map(finding -> finding.id().area());

        assertThat(asked).isEqualTo(Set.of("reach", "name", "leftovers", "clean"));
        assertThat(joining).isNotEmpty().doesNotContain("clean");
        assertThat(Stream.of(CheckId.values()).filter(id -> id.area().equals("clean")))
                .hasSameSizeAs(CleanChecks.all());
    }
}
