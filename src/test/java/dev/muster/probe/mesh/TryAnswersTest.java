package dev.muster.probe.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.base.Reading;
import dev.muster.probe.mesh.PortAnswer.Closed;
import dev.muster.probe.mesh.PortAnswer.How;
import dev.muster.probe.mesh.PortAnswer.NotTried;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TryAnswersTest {

    private static final TryAnswers SAID = TryAnswers.read("""
        tool perl
        3 silent
        0 open 2351
        1 refused
        2 failed Too many open files
        4 pings 20 19 151
        5 mtu 1500 1280 told
        6 mtu 1500 0 quiet
        0 silent
        7 pings 20 x 1
        99999999999999999999 open 1
        \u001b[31m8 open 1
        end
        """);

    @Test
    void answers_are_found_by_their_number_the_first_one_counts() {
        assertThat(SAID.port(0, false)).isEqualTo(new PortAnswer.Open(Duration.ofNanos(2_351_000)));
        assertThat(SAID.port(1, false)).isEqualTo(new Closed(How.REFUSED));
        assertThat(SAID.port(2, false)).isEqualTo(new NotTried("Too many open files"));
    }

    @Test
    void what_arrived_and_was_not_answered_is_lost_on_the_way_back() {
        assertThat(SAID.port(3, false)).isEqualTo(new Closed(How.SILENT));
        assertThat(SAID.port(3, true)).isEqualTo(new Closed(How.ONE_WAY));
    }

    @Test
    void measurements_are_read_and_what_is_no_measurement_is_unknown() {
        assertThat(SAID.pings(4)).isEqualTo(Reading.of(new Pings(20, 19, Duration.ofNanos(151_000))));
        assertThat(SAID.mtu(5)).isEqualTo(Reading.of(new PathMtu(1500, 1280, true)));
        assertThat(SAID.mtu(6).known().orElseThrow().isKnown()).isFalse();
        assertThat(SAID.pings(7)).isEqualTo(Reading.unknown("pings 20 x 1"));
        assertThat(SAID.mtu(4)).isInstanceOf(Reading.Unknown.class);
    }

    @Test
    void an_answer_that_did_not_come_is_not_tried_and_never_open() {
        assertThat(SAID.port(8, false)).isInstanceOf(NotTried.class);
        assertThat(TryAnswers.read("none\n").port(0, false))
                .isEqualTo(new NotTried("neither perl nor python is there"));
        assertThat(TryAnswers.read("").pings(0)).isInstanceOf(Reading.Unknown.class);
    }
}
