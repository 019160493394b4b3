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
    @ValueSource(strings = {"v2.2", "v2.3.11", "2.4"})
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

    @Test
    void of_2_5_only_helm_is_known() {
        var support = Support.of(catalog, "v2.5");

        assertThat(support.rancher()).isEqualTo("v2.5.17");
        assertThat(support.helm()).isEqualTo(Reading.of("3.2.x or newer"));
        assertThat(List.<Reading<?>>of(
                        support.kubernetes(),
                        support.defaultKubernetes(),
                        support.os(),
                        support.docker(),
                        support.certManager(),
                        support.windowsSupported(),
                        support.windowsBuilds(),
                        support.windowsNetworks(),
                        support.join()))
                .allSatisfy(reading -> assertThat(reading).isInstanceOf(Reading.Unknown.class));
    }

    @Test
    void the_newest_line_is_known_as_far_as_anybody_says() {
        var support = Support.of(catalog, "2.15");

        assertThat(support.kubernetes()).isEqualTo(Reading.of(List.of("v1.34.9", "v1.35.5", "v1.36.1")));
        assertThat(support.defaultKubernetes()).isEqualTo(Reading.of("v1.36"));
        assertThat(support.os()).isInstanceOf(Reading.Unknown.class);
        assertThat(support.docker()).isEqualTo(Reading.of(List.of()));
        assertThat(support.windowsBuilds()).isEqualTo(Reading.of(List.of(17763, 20348)));
        assertThat(support.windowsBuildsUnsure()).isEqualTo(Reading.of(List.of(26100, 19041, 19042)));
        assertThat(support.join()).isEqualTo(Reading.of(JoinKind.SYSTEM_AGENT));
    }

    @Test
    void only_the_newest_release_is_told_with_its_patches_of_kubernetes() {
        assertThat(Support.of(catalog, "v2.12.3").kubernetes())
                .isEqualTo(Reading.of(List.of("v1.31", "v1.32", "v1.33")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v2.1.15", "v1.6", "two", "", "v2.1.6-rc1", "v2.15.1", "v2.9.13"})
    void a_version_that_never_was_is_told_what_there_is(String version) {
        var thrown = catchThrowableOfType(ProblemException.class, () -> Support.of(catalog, version));

        assertThat(thrown.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.place().value()).isEqualTo(version));
    }

    @Test
    void every_line_can_be_listed() {
        assertThat(Support.ofLines(catalog))
                .hasSize(15)
                .extracting(Support::rancher)
                .contains("v2.1.14", "v2.4", "v2.15.0");
    }
}
