package dev.muster.practice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.assess.Assessment;
import dev.muster.assess.CheckId;
import dev.muster.assess.Checks;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.assess.Situation;
import dev.muster.assess.State;
import dev.muster.base.HostName;
import dev.muster.base.Reading;
import dev.muster.catalog.Catalog;
import dev.muster.probe.Probed;
import dev.muster.probe.mesh.MeshProber;
import dev.muster.setup.Setup;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the checks say of the practice hosts: each is stopped by what its personality is about, and by nothing else.
class PracticeAssessmentTest {

    @TempDir
    private Path home;

    private Practised practised;

    @BeforeEach
    void open() throws IOException {
        practised = Practised.begin(home);
        practised.confirmAll();
    }

    @AfterEach
    void close() {
        practised.close();
    }

    private Assessment assess(Setup setup) throws InterruptedException {
        Map<HostName, Probed> probed = new HashMap<>();
        for (var host : setup.hosts()) {
            probed.put(host.name(), practised.probe(host));
        }
        var mesh = new MeshProber(practised.reach(), 32, new SecureRandom(), InstantSource.system())
                .probe(setup, probed, Catalog.shipped().ports(), _ -> {});
        return Checks.shipped()
                .assess(new Situation(setup, practised.registration(), probed, Catalog.shipped(), Reading.of(mesh)));
    }

    @Test
    void three_hosts_stop_and_four_fit() throws InterruptedException {
        var assessment = assess(practised.setup());

        assertThat(assessment.stopping())
                .filteredOn(finding -> finding.state() == State.FAILED)
                .extracting(PracticeAssessmentTest::shown)
                .containsExactlyInAnyOrder(
                        "lin4 reach.privilege", "lin5 host.arch", "win2 windows.build", "win2 windows.isolation");
        assertThat(assessment.stopping())
                .extracting(finding -> finding.about().map(HostName::value).orElse(""))
                .containsOnly("lin4", "lin5", "win2");
        assertThat(assessment.of(new HostName("lin3")))
                .filteredOn(finding -> finding.id() == CheckId.LEFTOVERS_FOUND)
                .extracting(Finding::state)
                .containsExactly(State.ACCEPTED);
    }

    @Test
    void without_the_three_nothing_stops_and_all_could_be_checked() throws InterruptedException {
        var four = practised
                .setup()
                .withHosts(practised
                        .setup()
                        .hosts(host -> !List.of("lin4", "lin5", "win2")
                                .contains(host.name().value())));

        var assessment = assess(four);

        assertThat(assessment.stopping()).isEmpty();
        assertThat(assessment.in(State.UNKNOWN))
                .extracting(PracticeAssessmentTest::shown)
                .as("of the line's images only the build is known")
                .containsExactly("win1 windows.revision");
        assertThat(assessment.in(State.FAILED))
                .as("only said, because the plan sets it")
                .allMatch(finding -> finding.severity() == Severity.INFO)
                .extracting(PracticeAssessmentTest::shown)
                .contains("lin2 host.sysctl");
    }

    private static String shown(Finding finding) {
        return finding.about().map(HostName::value).orElse("") + " "
                + finding.id().id();
    }
}
