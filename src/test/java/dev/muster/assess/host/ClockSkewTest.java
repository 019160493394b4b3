package dev.muster.assess.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.Given;
import dev.muster.assess.Finding;
import dev.muster.assess.State;
import dev.muster.base.HostName;
import dev.muster.base.Reading;
import dev.muster.probe.Clock;
import dev.muster.probe.Probed;
import dev.muster.setup.Host;
import dev.muster.setup.Role;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Clocks are compared with one another; each measurement has an error of half its round trip.
class ClockSkewTest {

    @ParameterizedTest(name = "{0} ms ± 2 × {1} ms: {2} {3}")
    @CsvSource(textBlock = """
        # ms apart, error of each, severity, state
        0,      0,    SOFT, PASSED
        1000,   0,    SOFT, PASSED
        1001,   0,    SOFT, FAILED
        5000,   0,    SOFT, FAILED
        5001,   0,    HARD, FAILED
        -1001,  0,    SOFT, FAILED
        -5001,  0,    HARD, FAILED
        # the error bar decides: surely over, surely under, neither
        980,    10,   SOFT, PASSED
        981,    10,   SOFT, UNKNOWN
        1020,   10,   SOFT, UNKNOWN
        1021,   10,   SOFT, FAILED
        5020,   10,   SOFT, FAILED
        5021,   10,   HARD, FAILED
        # a slow line says nothing
        3000,   2000, SOFT, UNKNOWN
        """)
    void a_clock_is_held_against_the_middle_one(long apart, long error, String severity, State state) {
        // two in agreement, one stray
        var finding = findings(error, 0L, 0L, apart).get(2);

        assertThat(finding.state()).isEqualTo(state);
        assertThat(finding.severity().name()).isEqualTo(severity);
    }

    @Test
    void one_stray_clock_is_one_finding() {
        assertThat(findings(5, 0L, 4200L, 0L))
                .extracting(Finding::state)
                .containsExactly(State.PASSED, State.FAILED, State.PASSED);
    }

    @Test
    void the_workstations_own_clock_does_not_matter() {
        assertThat(findings(5, 3_600_000L, 3_600_100L, 3_600_200L))
                .allSatisfy(finding -> assertThat(finding.state()).isEqualTo(State.PASSED));
    }

    @Test
    void of_two_hosts_one_is_the_stray() {
        assertThat(findings(0, 0L, 2000L)).extracting(Finding::state).containsExactly(State.PASSED, State.FAILED);
    }

    @Test
    void a_host_alone_has_nothing_to_be_compared_with() {
        assertThat(findings(0, 9000L)).extracting(Finding::state).containsExactly(State.NOT_APPLICABLE);
    }

    @Test
    void a_clock_that_was_not_read_is_unknown_and_disturbs_nobody() {
        assertThat(findings(0, 0L, null, 500L))
                .extracting(Finding::state)
                .containsExactly(State.PASSED, State.UNKNOWN, State.PASSED);
    }

    /// @param ahead of the workstation in milliseconds, one host each; null: unknown
    private static List<Finding> findings(long error, Long... ahead) {
        var hosts = IntStream.range(0, ahead.length)
                .mapToObj(i -> Given.host("lin" + (i + 1), 11 + i, Role.WORKER))
                .toArray(Host[]::new);
        var probed = new HashMap<HostName, Probed>();
        for (var i = 0; i < ahead.length; i++) {
            var linux = Given.healthyLinuxBut();
            linux.clock = ahead[i] == null
                    ? Reading.unknown("date: command not found")
                    : Reading.of(new Clock(Duration.ofMillis(ahead[i]), Duration.ofMillis(error)));
            probed.put(hosts[i].name(), Given.probed(hosts[i], linux.facts()));
        }
        return new ClockSkew().assess(Given.situation(Given.setup(hosts), probed));
    }
}
