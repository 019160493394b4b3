package dev.muster.assess.host;

import static dev.muster.assess.Severity.HARD;
import static dev.muster.assess.Severity.SOFT;
import static dev.muster.assess.State.FAILED;
import static dev.muster.assess.State.NOT_APPLICABLE;
import static dev.muster.assess.State.PASSED;
import static dev.muster.assess.State.PENDING;
import static dev.muster.assess.State.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.Given;
import dev.muster.HealthyMesh;
import dev.muster.assess.CheckId;
import dev.muster.assess.Checks;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.assess.Situation;
import dev.muster.assess.State;
import dev.muster.base.HostName;
import dev.muster.base.Reading;
import dev.muster.probe.Firewall;
import dev.muster.probe.Rung;
import dev.muster.probe.mesh.PathMtu;
import dev.muster.probe.mesh.Pings;
import dev.muster.probe.mesh.PortAnswer;
import dev.muster.probe.mesh.PortAnswer.Closed;
import dev.muster.probe.mesh.PortAnswer.How;
import dev.muster.setup.ClusterSettings;
import dev.muster.setup.Role;
import dev.muster.setup.Setup;
import dev.muster.text.Language;
import dev.muster.text.Texts;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What the checks make of the network between hosts: `lin1` and `lin2` are servers, `lin3` is a worker, under canal.
class MeshChecksTest {

    private static final Texts ENGLISH = new Texts(Language.EN);

    private static Setup setup() {
        var three = Given.setup(
                Given.host("lin1", 11, Role.ETCD, Role.CONTROLPLANE, Role.WORKER),
                Given.host("lin2", 12, Role.CONTROLPLANE, Role.WORKER),
                Given.host("lin3", 13, Role.WORKER));
        return Given.setupWith(
                three.rancher(), Given.cluster(ClusterSettings.Network.CANAL, "v1.11.6-rancher1-1"), three);
    }

    private static HealthyMesh healthy() {
        return new HealthyMesh(setup());
    }

    private static Situation situation(HealthyMesh mesh) {
        return Given.situation(setup(), Given.situation(setup()).probed(), mesh.mesh());
    }

    private static Finding finding(CheckId id, String host, Situation situation) {
        return Checks.shipped().assess(situation).of(new HostName(host)).stream()
                .filter(finding -> finding.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private static void expect(CheckId id, String host, HealthyMesh mesh, Severity severity, State state) {
        var finding = finding(id, host, situation(mesh));
        assertThat(finding.state()).as(ENGLISH.of(finding.what())).isEqualTo(state);
        assertThat(finding.severity()).isEqualTo(severity);
    }

    private static PortAnswer closed(How how) {
        return new Closed(how);
    }

    @ParameterizedTest
    @CsvSource({
        "PORTS_OPEN,      lin1, PASSED",
        "PORTS_UDP,       lin3, PASSED",
        "NETWORK_MTU,     lin3, PASSED",
        "NETWORK_LATENCY, lin1, PASSED",
        "NETWORK_LOSS,    lin2, PASSED",
        // a worker keeps no etcd
        "NETWORK_LATENCY, lin3, NOT_APPLICABLE",
        "NETWORK_LOSS,    lin3, NOT_APPLICABLE"
    })
    void a_healthy_network_passes(CheckId id, String host, State state) {
        assertThat(finding(id, host, situation(healthy())).state()).isEqualTo(state);
    }

    @ParameterizedTest
    @EnumSource(How.class)
    void a_port_that_is_not_got_through_to_is_named_with_where_from(How how) {
        var mesh = healthy().port("lin3", "lin1", "6443/tcp", closed(how));

        expect(CheckId.PORTS_OPEN, "lin1", mesh, HARD, FAILED);
        var finding = finding(CheckId.PORTS_OPEN, "lin1", situation(mesh));
        assertThat(ENGLISH.of(finding.what())).contains("lin1", "6443/tcp");
        assertThat(ENGLISH.of(finding.found()))
                .contains("6443/tcp", "from lin3")
                .doesNotContain("lin2");
        expect(CheckId.PORTS_OPEN, "lin3", mesh, HARD, PASSED);
        expect(CheckId.PORTS_UDP, "lin1", mesh, HARD, PASSED);
    }

    @Test
    void a_port_of_UDP_is_a_matter_of_its_own() {
        var mesh = healthy().port("lin1", "lin2", "8472/udp", closed(How.SILENT));

        expect(CheckId.PORTS_UDP, "lin2", mesh, HARD, FAILED);
        expect(CheckId.PORTS_OPEN, "lin2", mesh, HARD, PASSED);
    }

    @Test
    void what_could_not_be_tried_is_unknown_and_stops_nothing() {
        var mesh = healthy().port("lin2", "lin1", "6443/tcp", new PortAnswer.NotTried("lin2: no perl"));

        expect(CheckId.PORTS_OPEN, "lin1", mesh, SOFT, UNKNOWN);
        assertThat(finding(CheckId.PORTS_OPEN, "lin1", situation(mesh)).stops()).isFalse();
    }

    @Test
    void what_was_not_tried_yet_stops() {
        expect(CheckId.PORTS_OPEN, "lin1", healthy().without("lin2", "lin1", "6443/tcp"), HARD, PENDING);
        var untried = new Situation(
                setup(),
                situation(healthy()).registration(),
                situation(healthy()).probed(),
                situation(healthy()).catalog());
        for (var id : List.of(CheckId.PORTS_OPEN, CheckId.PORTS_UDP, CheckId.NETWORK_MTU, CheckId.NETWORK_LOSS)) {
            assertThat(finding(id, "lin1", untried).state()).isEqualTo(PENDING);
        }
    }

    @Test
    void one_host_alone_has_no_network() {
        var alone = Given.situation(Given.setup(Given.host("lin1", 11, Role.ETCD, Role.CONTROLPLANE, Role.WORKER)));

        for (var id : List.of(CheckId.PORTS_OPEN, CheckId.PORTS_UDP, CheckId.NETWORK_MTU, CheckId.NETWORK_LATENCY)) {
            assertThat(finding(id, "lin1", alone).state()).isEqualTo(NOT_APPLICABLE);
        }
    }

    @ParameterizedTest
    @CsvSource({"'', PASSED", "kubelet (7), PASSED", "nginx-ingress-c (7), PASSED", "dnsmasq (612), UNKNOWN"})
    void a_port_of_UDP_that_somebody_has_is_fine_when_it_is_the_node(String by, State state) {
        var mesh = healthy().port("lin1", "lin2", "8472/udp", new PortAnswer.InUse(by));

        assertThat(finding(CheckId.PORTS_UDP, "lin2", situation(mesh)).state()).isEqualTo(state);
    }

    @Test
    void a_port_that_a_service_answers_at_is_open() {
        expect(
                CheckId.PORTS_OPEN,
                "lin1",
                healthy().port("lin2", "lin1", "6443/tcp", new PortAnswer.Served("apache2 (7)")),
                HARD,
                PASSED);
    }

    @Test
    void hosts_that_could_not_be_asked_are_named_and_the_others_judged() {
        var probed = new HashMap<>(situation(healthy()).probed());
        var lin3 = setup().hosts().getLast();
        probed.put(lin3.name(), Given.unreached(lin3, Rung.Name.TCP, Rung.State.FAILED));
        var situation = Given.situation(setup(), probed, healthy().mesh());

        var finding = finding(CheckId.PORTS_OPEN, "lin1", situation);

        assertThat(finding.state()).isEqualTo(PASSED);
        assertThat(ENGLISH.of(finding.found())).contains("lin3 could not be asked");
        assertThat(finding(CheckId.PORTS_OPEN, "lin3", situation).state()).isEqualTo(UNKNOWN);
    }

    @Test
    void nobody_could_be_asked() {
        var probed = new HashMap<>(situation(healthy()).probed());
        for (var host : setup().hosts().subList(1, 3)) {
            probed.put(host.name(), Given.unreached(host, Rung.Name.TCP, Rung.State.FAILED));
        }

        assertThat(finding(
                                CheckId.PORTS_OPEN,
                                "lin1",
                                Given.situation(setup(), probed, healthy().mesh()))
                        .state())
                .isEqualTo(UNKNOWN);
    }

    @Test
    void the_command_that_opens_it_is_the_one_of_the_hosts_own_firewall() {
        var probed = new HashMap<>(situation(healthy()).probed());
        var lin1 = setup().hosts().getFirst();
        var healthy = Given.healthyLinuxBut();
        healthy.firewall = Reading.of(new Firewall("firewalld", true, List.of("22/tcp")));
        probed.put(lin1.name(), Given.probed(lin1, healthy.facts()));
        var mesh = healthy().port("lin2", "lin1", "6443/tcp", closed(How.UNREACHABLE));

        assertThat(finding(CheckId.PORTS_OPEN, "lin1", Given.situation(setup(), probed, mesh.mesh()))
                        .command())
                .isEqualTo("sudo firewall-cmd --permanent --add-port=6443/tcp && sudo firewall-cmd --reload");
    }

    @ParameterizedTest
    @CsvSource({"1500, 1500, PASSED", "1500, 1499, FAILED", "9000, 1500, FAILED", "1500, 0, UNKNOWN"})
    void packets_as_large_as_the_card_sends_have_to_get_through(int wanted, int largest, State state) {
        var mesh = healthy().mtu("lin1", "lin3", Reading.of(new PathMtu(wanted, largest, false)));

        expect(CheckId.NETWORK_MTU, "lin1", mesh, SOFT, state);
        assertThat(finding(CheckId.NETWORK_MTU, "lin3", situation(mesh)).state())
                .as("the other way is fine")
                .isEqualTo(PASSED);
    }

    @Test
    void a_path_that_could_not_be_measured_is_unknown() {
        expect(CheckId.NETWORK_MTU, "lin1", healthy().mtu("lin1", "lin3", Reading.unknown("?")), SOFT, UNKNOWN);
        expect(CheckId.NETWORK_LOSS, "lin1", healthy().pings("lin1", "lin2", Reading.unknown("?")), SOFT, UNKNOWN);
        expect(CheckId.NETWORK_LATENCY, "lin1", healthy().pings("lin1", "lin2", Reading.unknown("?")), SOFT, UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 100, PASSED",
        "100,  99, PASSED", // at the threshold of 1 %
        "100,  98, FAILED",
        " 20,  19, FAILED",
        // it may be a host that answers no ICMP
        " 20,   0, UNKNOWN"
    })
    void packets_are_lost(int sent, int came, State state) {
        var mesh = healthy().pings("lin2", "lin1", Reading.of(new Pings(sent, came, Duration.ofMillis(1))));

        expect(CheckId.NETWORK_LOSS, "lin2", mesh, SOFT, state);
        assertThat(finding(CheckId.NETWORK_LOSS, "lin1", situation(mesh)).state())
                .isEqualTo(PASSED);
    }

    @ParameterizedTest
    @CsvSource({"99999, PASSED", "100000, PASSED", "100001, FAILED"})
    void packets_take_long(long micros, State state) {
        var time = Duration.ofNanos(1000 * micros);

        expect(
                CheckId.NETWORK_LATENCY,
                "lin1",
                healthy().pings("lin1", "lin2", Reading.of(new Pings(20, 20, time))),
                SOFT,
                state);
    }

    @Test
    void the_matrix_has_the_failing_pairs_first_then_the_unknown() {
        var mesh = healthy()
                .port("lin3", "lin2", "10250/tcp", closed(How.SILENT))
                .mtu("lin1", "lin3", Reading.of(new PathMtu(1500, 1280, true)))
                .port("lin1", "lin2", "80/tcp", new PortAnswer.NotTried("lin1: no perl"));

        var matrix = MeshMatrix.of(situation(mesh));

        assertThat(matrix.cells().subList(0, 3))
                .extracting(cell -> cell.source() + " " + cell.target() + " " + cell.state())
                .containsExactly("lin1 lin3 FAILED", "lin3 lin2 FAILED", "lin1 lin2 UNKNOWN");
        assertThat(matrix.count(PASSED)).isEqualTo(3);
        assertThat(matrix.cell(new HostName("lin1"), new HostName("lin1"))).isEmpty();
        assertThat(ENGLISH.of(matrix.cells().getFirst().troubles().getFirst())).contains("1280");
    }

    @Test
    void the_matrix_of_a_network_that_was_not_tried_is_empty() {
        var situation = situation(healthy());
        var untried = new Situation(setup(), situation.registration(), situation.probed(), situation.catalog());

        assertThat(MeshMatrix.of(untried))
                .isEqualTo(new MeshMatrix(
                        setup().hosts().stream().map(host -> host.name()).toList(), List.of(), 0));
        assertThat(MeshMatrix.of(Given.situation(
                                setup(),
                                Map.of(),
                                Given.situation(Given.setup()).mesh().known().orElseThrow()))
                        .cells())
                .isNotEmpty();
    }
}
