package dev.muster.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.Given;
import dev.muster.HealthyMesh;
import dev.muster.base.HostName;
import dev.muster.base.Reading;
import dev.muster.probe.mesh.Pings;
import dev.muster.probe.mesh.PortAnswer;
import dev.muster.setup.Acceptance;
import dev.muster.setup.Role;
import dev.muster.setup.Setup;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What an admin can accept, on two servers between which packets are lost both ways, one of which keeps a port shut.
class ChecksTest {

    private static final HostName LIN1 = new HostName("lin1");
    private static final HostName LIN2 = new HostName("lin2");

    private static Assessment accepting(Acceptance... accepted) {
        var plain = Given.setup(
                Given.host("lin1", 11, Role.ETCD, Role.CONTROLPLANE), Given.host("lin2", 12, Role.CONTROLPLANE));
        var setup = new Setup(
                plain.name(),
                plain.goal(),
                plain.rancher(),
                plain.cluster(),
                plain.images(),
                plain.logins(),
                plain.hosts(),
                List.of(accepted),
                plain.limits());
        var lossy = Reading.of(new Pings(100, 90, Duration.ofMillis(1)));
        var mesh = new HealthyMesh(setup)
                .pings("lin1", "lin2", lossy)
                .pings("lin2", "lin1", lossy)
                .port("lin2", "lin1", "6443/tcp", new PortAnswer.Closed(PortAnswer.How.SILENT));
        return Checks.shipped().assess(Given.situation(setup, Given.healthy(setup), mesh.mesh()));
    }

    private static Finding finding(Assessment assessment, CheckId id, HostName host) {
        return assessment.of(host).stream()
                .filter(finding -> finding.id() == id)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void checks_of_all_kinds_are_there_once() {
        assertThat(Checks.shipped().all())
                .extracting(Check::id)
                .doesNotHaveDuplicates()
                .contains(CheckId.REACH_DNS, CheckId.WINDOWS_BUILD, CheckId.RANCHER_URL);
    }

    @Test
    void a_soft_finding_is_accepted_with_its_reason_on_that_host_alone() {
        var assessment = accepting(new Acceptance("network.loss", LIN1, "a radio link"));

        assertThat(finding(assessment, CheckId.NETWORK_LOSS, LIN1).state()).isEqualTo(State.ACCEPTED);
        assertThat(finding(assessment, CheckId.NETWORK_LOSS, LIN1).because()).isEqualTo("a radio link");
        assertThat(finding(assessment, CheckId.NETWORK_LOSS, LIN2).state()).isEqualTo(State.FAILED);
    }

    @Test
    void without_a_host_it_is_accepted_everywhere() {
        var assessment = accepting(new Acceptance("network.loss", null, "a radio link"));

        assertThat(assessment.in(State.ACCEPTED)).extracting(Finding::host).containsExactly(LIN1, LIN2);
    }

    @Test
    void a_hard_finding_one_that_passed_and_another_check_stay_as_they_are() {
        var assessment = accepting(
                new Acceptance("ports.open", LIN1, "I know better"),
                new Acceptance("network.latency", LIN1, "it is near"));

        assertThat(assessment.in(State.ACCEPTED)).isEmpty();
        assertThat(finding(assessment, CheckId.PORTS_OPEN, LIN1).stops()).isTrue();
        assertThat(finding(assessment, CheckId.NETWORK_LATENCY, LIN1).state()).isEqualTo(State.PASSED);
        assertThat(finding(assessment, CheckId.NETWORK_LOSS, LIN1).stops()).isTrue();
    }

    @Test
    void what_stops_has_the_hard_ones_first_whatever_was_found_first() {
        var found = accepting();
        var turned = new Assessment(found.findings().reversed());

        for (var assessment : List.of(found, turned)) {
            assertThat(assessment.stops()).isTrue();
            assertThat(assessment.stopping())
                    .extracting(Finding::severity)
                    .contains(Severity.HARD, Severity.SOFT)
                    .isSorted()
                    .hasSizeGreaterThan(2);
        }
        assertThat(new Assessment(found.in(State.PASSED)).stops()).isFalse();
        assertThat(new Assessment(found.in(State.PASSED)).stopping()).isEmpty();
    }
}
