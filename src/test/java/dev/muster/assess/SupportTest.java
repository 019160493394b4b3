package dev.muster.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.base.ProblemException;
import dev.muster.base.Reading;
import dev.muster.catalog.Catalog;
import dev.muster.catalog.JoinKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SupportTest {

    private final Catalog catalog = Catalog.shipped();

    @Test
    void rancher_2_1_6_is_known_whole() {
        var support = Support.of(catalog, "2.1.6");

        assertThat(support.rancher()).isEqualTo("v2.1.6");
        assertThat(support.defaultKubernetes()).isEqualTo(Reading.of("v1.11.6-rancher1-1"));
        assertThat(support.docker()).isEqualTo(Reading.of(List.of("1.11", "1.12", "1.13", "17.03")));
        assertThat(support.windowsBuilds()).isEqualTo(Reading.of(List.of(17134)));
        assertThat(support.windowsNetworks()).isEqualTo(Reading.of(List.of("flannel-host-gw")));
        assertThat(support.join()).isEqualTo(Reading.of(JoinKind.DOCKER_RUN));
        assertThat(support.sources()).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}: Windows {1}")
    @CsvSource({"v2.1.0, true", "v2.1.9, true", "v2.1.10, false", "v2.1.14, false"})
    void windows_workers_had_their_time(String version, boolean windows) {
        assertThat(Support.of(catalog, version).windowsSupported()).isEqualTo(Reading.of(windows));
    }

    @Test
    void a_line_alone_means_its_newest_release() {
        assertThat(Support.of(catalog, "v2.1").rancher()).isEqualTo("v2.1.14");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v2.5", "v2.15", "2.12.3"})
    void a_line_that_nobody_read_up_on_is_unknown_in_everything(String version) {
        var support = Support.of(catalog, version);

        assertThat(List.<Reading<?>>of(
                        support.kubernetes(),
                        support.defaultKubernetes(),
                        support.os(),
                        support.docker(),
                        support.helm(),
                        support.certManager(),
                        support.windowsSupported(),
                        support.windowsBuilds(),
                        support.windowsNetworks(),
                        support.join()))
                .allSatisfy(reading -> assertThat(reading).isInstanceOf(Reading.Unknown.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v2.1.15", "v1.6", "two", "", "v2.1.6-rc1"})
    void a_version_that_never_was_is_told_what_there_is(String version) {
        var thrown = catchThrowableOfType(ProblemException.class, () -> Support.of(catalog, version));

        assertThat(thrown.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.place().value()).isEqualTo(version));
    }

    @Test
    void every_line_can_be_listed() {
        assertThat(Support.ofLines(catalog))
                .hasSize(12)
                .extracting(Support::rancher)
                .contains("v2.1.14", "v2.15");
    }
}
