package dev.muster.assess.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.Given;
import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.assess.State;
import dev.muster.base.HostName;
import dev.muster.base.Reading;
import dev.muster.probe.Leftover;
import dev.muster.probe.Leftover.Kind;
import dev.muster.probe.Membership;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeftoversFoundTest {

    private static final String AGENT = "quirky_agent";

    private static Leftover left(Kind kind, String name) {
        return new Leftover(kind + " " + name, kind, name, Reading.unknown("-"), "");
    }

    private static Finding finding(Membership membership, Leftover... left) {
        var host = Given.healthyLinuxBut();
        host.membership = Reading.of(membership);
        host.leftovers = Reading.of(Arrays.asList(left));
        return Findings.find(CheckId.LEFTOVERS_FOUND, new HostName("lin1"), HostChecks.all(), Given.lin1(host.facts()));
    }

    private static Membership halfJoined() {
        var registration = Given.registration();
        return new Membership.Agent(registration.server(), registration.caChecksum(), false, false, AGENT);
    }

    @ParameterizedTest
    @CsvSource({"6, ''", "7, … +1", "9, … +3"})
    void six_are_named_and_the_rest_is_counted(int count, String more) {
        var found = Findings.english(finding(
                        new Membership.None(),
                        IntStream.range(0, count)
                                .mapToObj(number -> left(Kind.INTERFACE, "veth" + number))
                                .toArray(Leftover[]::new))
                .found());

        assertThat(found).contains("veth0", "veth5").endsWith(more.isEmpty() ? "veth5" : more);
    }

    @ParameterizedTest
    @CsvSource({
        "PATH, /etc/kubernetes, PASSED",
        "CONTAINER, quirky_agent, PASSED",
        "VOLUME, quirky_agent, FAILED",
        "CONTAINER, kubelet, FAILED",
        "PATH, /etc/cni, FAILED"
    })
    void a_join_that_was_cut_off_goes_on_from_its_own(Kind kind, String name, State state) {
        assertThat(finding(halfJoined(), left(kind, name)).state()).isEqualTo(state);
        assertThat(finding(new Membership.None(), left(kind, name)).state()).isEqualTo(State.FAILED);
    }

    @Test
    void what_breaks_the_join_is_hard_and_named_alone() {
        var soft = finding(new Membership.None(), left(Kind.INTERFACE, "cni0"));
        var hard = finding(new Membership.None(), left(Kind.INTERFACE, "cni0"), left(Kind.PATH, "/var/lib/etcd"));

        assertThat(soft.severity()).isEqualTo(Severity.SOFT);
        assertThat(Findings.english(soft.what())).contains("cni0");
        assertThat(hard.severity()).isEqualTo(Severity.HARD);
        assertThat(Findings.english(hard.what())).contains("/var/lib/etcd").doesNotContain("cni0");
        assertThat(Findings.english(hard.found())).contains("/var/lib/etcd", "cni0");
    }
}
