package dev.muster.assess.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.Given;
import dev.muster.HealthyMesh;
import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Situation;
import dev.muster.assess.State;
import dev.muster.base.HostName;
import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.probe.Probed;
import dev.muster.probe.Rung;
import dev.muster.probe.mesh.Mesh;
import dev.muster.probe.mesh.PathMtu;
import dev.muster.probe.mesh.Pings;
import dev.muster.probe.mesh.PortAnswer;
import dev.muster.setup.ClusterSettings;
import dev.muster.setup.Host;
import dev.muster.setup.Role;
import dev.muster.setup.Setup;
import dev.muster.text.Language;
import dev.muster.text.Texts;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The pairs of hosts: two servers, and a worker.
class MeshMatrixTest {

    private static final HostName LIN1 = new HostName("lin1");
    private static final HostName LIN2 = new HostName("lin2");
    private static final HostName LIN3 = new HostName("lin3");
    private static final Duration NEAR = Duration.ofMillis(1);

    private static Setup setup(Host... hosts) {
        var plain = Given.setup(hosts);
        return Given.setupWith(
                plain.rancher(), Given.cluster(ClusterSettings.Network.CANAL, "v1.11.6-rancher1-1"), plain);
    }

    private static Setup three() {
        return setup(
                Given.host("lin1", 11, Role.ETCD, Role.CONTROLPLANE),
                Given.host("lin2", 12, Role.CONTROLPLANE),
                Given.host("lin3", 13, Role.WORKER));
    }

    private static MeshMatrix matrix(HealthyMesh mesh) {
        return MeshMatrix.of(Given.situation(three(), Given.healthy(three()), mesh.mesh()));
    }

    private static MeshCell cell(MeshMatrix matrix, HostName source, HostName target) {
        var cell = matrix.cell(source, target).orElseThrow();
        assertThat(cell.source()).isEqualTo(source);
        assertThat(cell.target()).isEqualTo(target);
        return cell;
    }

    private static List<String> said(MeshCell cell) {
        return cell.troubles().stream().map(new Texts(Language.EN)::of).toList();
    }

    @Test
    void of_a_healthy_network_every_pair_passes_in_the_order_of_the_setup() {
        var matrix = matrix(new HealthyMesh(three()));

        assertThat(matrix.cells())
                .extracting(cell -> cell.source() + " " + cell.target())
                .containsExactly("lin1 lin2", "lin1 lin3", "lin2 lin1", "lin2 lin3", "lin3 lin1", "lin3 lin2");
        assertThat(matrix.cells()).allSatisfy(cell -> assertThat(said(cell)).isEmpty());
        assertThat(matrix.count(State.PASSED)).isEqualTo(6);
        assertThat(matrix.count(State.FAILED)).isZero();
        assertThat(matrix.spared()).isZero();
        assertThat(cell(matrix, LIN3, LIN1).state()).isEqualTo(State.PASSED);
    }

    @ParameterizedTest
    @CsvSource({
        // at the thresholds of 1 % and 100 ms, and just over them
        "100, 99, 100000, PASSED, 0",
        "100, 98, 100000, FAILED, 1",
        "100, 99, 100001, FAILED, 1",
        "100, 98, 100001, FAILED, 2",
        "20,  19, 1000,   FAILED, 1",
        // it may be a host that answers no ICMP
        "20,  0,  0,      PASSED, 0"
    })
    void loss_and_latency_of_a_pair_are_told(int sent, int came, long micros, State state, int troubles) {
        var pings = Reading.of(new Pings(sent, came, Duration.ofNanos(1000 * micros)));
        var cell = cell(matrix(new HealthyMesh(three()).pings("lin1", "lin2", pings)), LIN1, LIN2);

        assertThat(cell.state()).isEqualTo(state);
        assertThat(said(cell))
                .hasSize(troubles)
                .allSatisfy(text -> assertThat(text).containsAnyOf("of 100", "100.0", "of 20"));
    }

    @ParameterizedTest
    @CsvSource({"1500, 1500, PASSED", "1500, 1499, FAILED", "1500, 0, PASSED"})
    void the_largest_packet_of_a_pair_is_told(int wanted, int largest, State state) {
        var mtu = Reading.of(new PathMtu(wanted, largest, false));
        var cell = cell(matrix(new HealthyMesh(three()).mtu("lin1", "lin3", mtu)), LIN1, LIN3);

        assertThat(cell.state()).isEqualTo(state);
        assertThat(said(cell)).hasSize(state == State.FAILED ? 1 : 0);
    }

    @Test
    void a_pair_with_a_host_that_was_not_reached_is_unknown_and_names_it() {
        var probed = new HashMap<HostName, Probed>(Given.healthy(three()));
        probed.put(LIN3, Given.unreached(three().hosts().getLast(), Rung.Name.TCP, Rung.State.FAILED));
        var nobody = new Mesh(Map.of(), Map.of(), Given.NOW);

        var matrix = MeshMatrix.of(Given.situation(three(), probed, nobody));

        assertThat(cell(matrix, LIN1, LIN3).state()).isEqualTo(State.UNKNOWN);
        assertThat(said(cell(matrix, LIN1, LIN3))).singleElement().asString().contains("lin3");
        assertThat(cell(matrix, LIN3, LIN1).state()).isEqualTo(State.UNKNOWN);
        assertThat(said(cell(matrix, LIN3, LIN1))).singleElement().asString().contains("lin3");
        assertThat(cell(matrix, LIN1, LIN2).state()).isEqualTo(State.PENDING);
        assertThat(said(cell(matrix, LIN1, LIN2))).singleElement().asString().contains("hasn't been tried");
        assertThat(matrix.cells())
                .extracting(MeshCell::state)
                .startsWith(State.UNKNOWN)
                .endsWith(State.PENDING);
    }

    @Test
    void a_port_that_nobody_tried_leaves_its_pair_unknown() {
        var cell = cell(matrix(new HealthyMesh(three()).without("lin3", "lin1", "6443/tcp")), LIN3, LIN1);

        assertThat(cell.state()).isEqualTo(State.UNKNOWN);
        assertThat(said(cell)).singleElement().asString().contains("6443/tcp");
    }

    /// Three servers and a hundred and fifty workers.
    private static Setup large() {
        return setup(IntStream.rangeClosed(1, 153)
                .mapToObj(number -> number <= 3
                        ? Given.host("n" + number, number, Role.ETCD, Role.CONTROLPLANE)
                        : Given.host("n" + number, number, Role.WORKER))
                .toArray(Host[]::new));
    }

    private static Finding finding(Situation situation, CheckId id, String host) {
        return Findings.find(id, new HostName(host), HostChecks.all(), situation);
    }

    @Test
    void of_a_large_cluster_the_matrix_and_the_findings_say_who_did_not_try() {
        var situation = Given.situation(large());

        var matrix = MeshMatrix.of(situation);
        assertThat(matrix.count(State.PASSED)).isEqualTo(matrix.cells().size());
        assertThat(matrix.spared()).isPositive();
        assertThat(matrix.cells().size() + matrix.spared()).as("all pairs").isEqualTo(153 * 152);
        var worker = finding(situation, CheckId.PORTS_OPEN, "n77");
        assertThat(worker.state()).isEqualTo(State.PASSED);
        assertThat(Findings.english(worker.found())).contains("more workers did not try it");
        var server = finding(situation, CheckId.PORTS_OPEN, "n1");
        assertThat(server.state()).isEqualTo(State.PASSED);
        assertThat(Findings.english(server.found()))
                .doesNotContain("did not try it")
                .contains("and 140 more");
    }

    @Test
    void of_many_ways_the_failing_are_told_first_and_the_rest_is_counted() {
        var mesh = new HealthyMesh(large()).mtu("n1", "n150", Reading.of(new PathMtu(1500, 1400, true)));
        var finding = finding(Given.situation(large(), Given.healthy(large()), mesh.mesh()), CheckId.NETWORK_MTU, "n1");

        assertThat(finding.state()).isEqualTo(State.FAILED);
        assertThat(Findings.english(finding.found()))
                .startsWith("to n150: 1400")
                .contains("and 140 more");
        assertThat(finding.command()).isEqualTo("ping -c 3 -M do -s 1472 n150");
    }

    @ParameterizedTest
    @CsvSource({"12, 12", "13, 13", "15, 13"})
    void twelve_are_shown_at_most_and_how_many_more_there_are(int all, int shown) {
        var texts = IntStream.range(0, all)
                .mapToObj(number -> Question.value("t" + number))
                .toList();

        var some = Passages.some(texts);

        assertThat(some).hasSize(shown);
        assertThat(some.subList(0, 12)).isEqualTo(texts.subList(0, 12));
        if (all > 12) {
            assertThat(Findings.english((Text) some.getLast())).contains(String.valueOf(all - 12));
        }
    }

    @Test
    void what_was_measured_is_shown_in_its_unit() {
        var mesh = new HealthyMesh(three())
                .pings("lin1", "lin2", Reading.of(new Pings(20, 1, Duration.ofNanos(123_456_000))))
                .pings("lin2", "lin1", Reading.of(new Pings(20, 0, NEAR)));
        var situation = Given.situation(three(), Given.healthy(three()), mesh.mesh());

        var latency = finding(situation, CheckId.NETWORK_LATENCY, "lin1");
        assertThat(latency.state()).isEqualTo(State.FAILED);
        assertThat(Findings.english(latency.found())).contains("lin2", "123.5 ms");
        assertThat(Findings.english(latency.what())).contains("123.5 ms");
        assertThat(Findings.english(latency.wanted())).contains("100.0 ms");
        assertThat(finding(situation, CheckId.NETWORK_LATENCY, "lin2").state()).isEqualTo(State.UNKNOWN);
        assertThat(Findings.english(
                        finding(situation, CheckId.NETWORK_LOSS, "lin1").wanted()))
                .contains("1");
        assertThat(Findings.english(
                        finding(situation, CheckId.NETWORK_LOSS, "lin1").found()))
                .contains("19", "20");
    }

    @Test
    void whether_a_router_said_so_is_told() {
        var told = new HealthyMesh(three())
                .mtu("lin1", "lin3", Reading.of(new PathMtu(1500, 1280, true)))
                .mtu("lin2", "lin3", Reading.of(new PathMtu(1500, 1280, false)));
        var situation = Given.situation(three(), Given.healthy(three()), told.mesh());
        var loud =
                Findings.english(finding(situation, CheckId.NETWORK_MTU, "lin1").found());
        var quiet =
                Findings.english(finding(situation, CheckId.NETWORK_MTU, "lin2").found());

        assertThat(loud).contains("lin3", "1280", "1500").isNotEqualTo(quiet);
        assertThat(quiet).contains("lin3", "1280", "1500");
    }

    @Test
    void windows_is_shown_its_own_commands() {
        var setup = Given.setup(
                Given.host("lin1", 11, Role.ETCD, Role.CONTROLPLANE, Role.WORKER), Given.windows("win1", 21));
        var mesh = new HealthyMesh(setup)
                .port("lin1", "win1", "10250/tcp", new PortAnswer.Closed(PortAnswer.How.SILENT))
                .mtu("win1", "lin1", Reading.of(new PathMtu(1500, 1400, false)));
        var situation = Given.situation(setup, Given.healthy(setup), mesh.mesh());

        assertThat(finding(situation, CheckId.PORTS_OPEN, "win1").command())
                .isEqualTo("New-NetFirewallRule -DisplayName 'Kubernetes 10250/tcp' -Direction Inbound -Action Allow"
                        + " -Protocol TCP -LocalPort 10250");
        assertThat(finding(situation, CheckId.NETWORK_MTU, "win1").command()).isEqualTo("ping -n 3 -f -l 1472 lin1");
    }
}
