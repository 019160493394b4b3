package dev.muster.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.muster.Given;
import dev.muster.base.HostName;
import dev.muster.probe.Rung;
import dev.muster.setup.Host;
import dev.muster.setup.RegistrationReading;
import dev.muster.setup.Role;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AssessmentTest {

    private static final HostName LIN1 = new HostName("lin1");
    private static final HostName LIN2 = new HostName("lin2");
    private static final HostName WIN1 = new HostName("win1");

    /// `lin1` answers at no port, `lin2` is healthy, `win1` lets nobody in.
    private static Assessment oneReached() {
        var setup = Given.setup(
                Given.host("lin1", 11, Role.WORKER), Given.host("lin2", 12, Role.WORKER), Given.windows("win1", 21));
        var probed = new HashMap<>(Given.situation(setup).probed());
        probed.put(LIN1, Given.unreached(setup.hosts().getFirst(), Rung.Name.TCP, Rung.State.FAILED));
        probed.put(WIN1, Given.unreached(setup.hosts().getLast(), Rung.Name.SIGN_IN, Rung.State.FAILED));
        return Checks.shipped().assess(Given.situation(setup, probed));
    }

    @Test
    void of_a_host_that_was_not_reached_one_finding_says_so() {
        var assessment = oneReached();

        assertThat(told(assessment, LIN1)).containsExactly(CheckId.REACH_TCP);
        assertThat(told(assessment, WIN1)).containsExactly(CheckId.REACH_SIGN_IN);
        // nobody could try its ports from the two others
        assertThat(told(assessment, LIN2)).containsExactlyInAnyOrder(CheckId.PORTS_OPEN, CheckId.PORTS_UDP);
    }

    @Test
    void folding_takes_nothing_from_what_stops() {
        assertThat(oneReached().stopping().stream().filter(finding -> LIN1.equals(finding.host())))
                .hasSizeGreaterThan(5)
                .allSatisfy(finding -> assertThat(finding.stops()).isTrue());
    }

    @Test
    void findings_are_of_a_host_or_of_the_cluster_and_in_one_state() {
        var assessment = oneReached();

        assertThat(assessment.ofCluster())
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.host()).isNull());
        assertThat(assessment.of(LIN1))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.host()).isEqualTo(LIN1));
        assertThat(Stream.of(LIN1, LIN2, WIN1)
                                .mapToInt(host -> assessment.of(host).size())
                                .sum()
                        + assessment.ofCluster().size())
                .isEqualTo(assessment.findings().size());
        for (var state : State.values()) {
            assertThat(assessment.in(state))
                    .allSatisfy(finding -> assertThat(finding.state()).isEqualTo(state));
        }
        assertThat(Arrays.stream(State.values())
                        .mapToInt(state -> assessment.in(state).size())
                        .sum())
                .isEqualTo(assessment.findings().size());
    }

    private static List<CheckId> told(Assessment assessment, HostName host) {
        return assessment.told().stream()
                .filter(finding -> host.equals(finding.host()))
                .filter(finding -> finding.stops() || finding.state() == State.UNKNOWN)
                .filter(finding -> finding.id().area().matches("reach|host|docker|ports"))
                .map(Finding::id)
                .toList();
    }

    @Test
    void a_thousand_hosts_are_judged_in_no_time() {
        var hosts = IntStream.range(0, 1000)
                .mapToObj(i -> Given.host("n" + i, i % 250, Role.WORKER))
                .toArray(Host[]::new);
        var setup = Given.setup(hosts);
        // without the network between them, which is a million pairs
        var situation = new Situation(
                setup,
                new RegistrationReading.Readable(Given.registration()),
                Given.healthy(setup),
                Given.situation(Given.setup(hosts[0])).catalog());

        var assessment = assertTimeout(Duration.ofSeconds(30), () -> {
            var made = Checks.shipped().assess(situation);
            made.told();
            return made;
        });

        assertThat(assessment.findings()).hasSizeGreaterThan(30_000);
    }
}
