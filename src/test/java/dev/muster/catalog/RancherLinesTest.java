package dev.muster.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.base.Reading;
import dev.muster.catalog.WindowsSupport.Net;
import dev.muster.catalog.WindowsSupport.Word;
import dev.muster.setup.ClusterSettings.Distribution;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The lines 2.5 to 2.15, typed in by hand from the fact file of today's Rancher (§1), cell by cell.
class RancherLinesTest {

    private static final Catalog CATALOG = Catalog.shipped();

    @ParameterizedTest(name = "{0}: {1} to {3}")
    @CsvSource(textBlock = """
        # line, first GA,   newest,   of,         ceiling first, ceiling newest, Helm
        v2.5,   2020-10-05, v2.5.17,  2023-01-23, '',            '',             3.2.x
        v2.6,   2021-08-30, v2.6.14,  2024-02-06, 1.22,          1.25,           unknown
        v2.7,   2022-11-16, v2.7.18,  2024-11-08, 1.25,          1.28,           unknown
        v2.8,   2023-12-05, v2.8.15,  2025-04-24, 1.28,          1.29,           unknown
        v2.9,   2024-07-30, v2.9.12,  2025-09-24, 1.31,          1.31,           3.15
        v2.10,  2024-11-18, v2.10.12, 2026-05-27, 1.32,          1.32,           3.16
        v2.11,  2025-03-31, v2.11.16, 2026-07-30, 1.33,          1.33,           3.18
        v2.12,  2025-07-30, v2.12.12, 2026-07-30, 1.34,          1.34,           3.18 or newer
        v2.13,  2025-11-24, v2.13.8,  2026-07-30, 1.35,          1.35,           3.18 or newer
        v2.14,  2026-03-25, v2.14.4,  2026-07-30, 1.36,          1.36,           3.18 or newer
        v2.15,  2026-07-30, v2.15.0,  2026-07-30, 1.37,          1.37,           3.18 or newer
        """)
    void a_line_has_its_releases(
            String line, LocalDate first, String newest, LocalDate of, String ceiling, String ceilingNow, String helm) {
        var support = line(line);

        assertThat(support.releases().getFirst().version()).isEqualTo(line + ".0");
        assertThat(support.releases().getFirst().released()).isEqualTo(first);
        assertThat(support.newest().version()).isEqualTo(newest);
        assertThat(support.newest().released()).isEqualTo(of);
        if (!ceiling.isEmpty()) {
            assertThat(support.localKubernetes().getFirst().below()).isEqualTo(ceiling);
            assertThat(support.localKubernetes().getLast().below()).isEqualTo(ceilingNow);
        }
        switch (support.helm()) {
            case Reading.Known<String>(var said) -> assertThat(said).contains(helm);
            case Reading.Unknown<String> _ -> assertThat(helm).isEqualTo("unknown");
        }
    }

    @ParameterizedTest(name = "{0} offers 1.{1} to 1.{2}, {3}")
    @CsvSource(textBlock = """
        # release, from, to, default
        v2.6.2,    19,   21, unknown
        v2.6.3,    19,   22, 1.22
        v2.6.4,    19,   23, 1.22
        v2.6.5,    19,   23, 1.23
        v2.6.6,    19,   23, 1.23
        v2.6.7,    19,   24, 1.24
        v2.6.14,   19,   24, 1.24
        v2.7.1,    23,   24, 1.24
        v2.7.2,    23,   25, 1.25
        v2.7.4,    23,   25, 1.25
        v2.7.5,    23,   26, 1.26
        v2.7.10,   23,   26, 1.26
        v2.7.11,   23,   27, 1.27
        v2.7.18,   23,   27, 1.27
        v2.8.0,    25,   27, 1.27
        v2.8.2,    25,   27, 1.27
        v2.8.3,    25,   28, 1.28
        v2.8.15,   25,   28, 1.28
        v2.9,      27,   30, 1.30
        v2.10,     28,   31, 1.31
        v2.11,     30,   32, 1.32
        v2.12,     31,   33, 1.33
        v2.13,     32,   34, 1.34
        v2.14,     33,   35, 1.35
        v2.15,     34,   36, 1.36
        """)
    void a_release_offers_its_kubernetes(String release, int from, int to, String byDefault) {
        var rke2 = known(release, Distribution.RKE2);
        var k3s = known(release, Distribution.K3S);

        var minors =
                IntStream.rangeClosed(from, to).mapToObj(minor -> "v1." + minor).toList();
        assertThat(rke2.kubernetes()).isEqualTo(Reading.of(minors));
        assertThat(k3s.kubernetes().known().orElseThrow()).containsAll(minors);
        assertThat(k3s.kubernetes().known().orElseThrow().contains("v1.18")).isEqualTo(release.startsWith("v2.6"));
        assertThat(rke2.defaultKubernetes().known().orElse("vunknown")).isEqualTo("v" + byDefault);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        v2.11 | v1.30.14 v1.31.14 v1.32.13
        v2.12 | v1.31.14 v1.32.13 v1.33.13
        v2.13 | v1.32.13 v1.33.13 v1.34.10
        v2.14 | v1.33.13 v1.34.10 v1.35.7
        v2.15 | v1.34.9 v1.35.5 v1.36.1
        """)
    void the_newest_release_has_these_patches(String line, String patches) {
        assertThat(known(line, Distribution.RKE2).kubernetesAsShown())
                .isEqualTo(Reading.of(Arrays.asList(patches.split(" "))));
    }

    @ParameterizedTest(name = "RKE1 under {0}: {1}")
    @CsvSource({
        "v2.1, known",
        "v2.5, unknown",
        "v2.6, unknown",
        "v2.9, unknown",
        "v2.11, unknown",
        "v2.12, gone",
        "v2.15, gone"
    })
    void rke1_was_taken_out_and_before_that_nobody_read_it(String line, String state) {
        var cluster = line(line).cluster(Distribution.RKE1);

        assertThat(cluster.map(some -> some instanceof Reading.Known ? "known" : "unknown")
                        .orElse("gone"))
                .isEqualTo(state);
    }

    @ParameterizedTest(name = "{0}: up to {1} for everybody")
    @CsvSource({"v2.8, 5", "v2.9, 3", "v2.10, 3", "v2.11, 3", "v2.12, 3", "v2.13, 3", "v2.14, 3", "v2.15, 0"})
    void later_patches_are_for_prime_only(String line, int last) {
        assertThat(line(line).releases())
                .allSatisfy(release -> assertThat(release.primeOnly())
                        .isEqualTo(Reading.of(Version.of(release.version()).part(2) > last)));
        assertThat(line("v2.7").newest().primeOnly()).isInstanceOf(Reading.Unknown.class);
    }

    @ParameterizedTest(name = "{0} takes Windows by {1}, {2}")
    @CsvSource(textBlock = """
        # release, Calico,    Flannel
        v2.6.5,    SUPPORTED, ''
        v2.7,      SUPPORTED, ''
        v2.8,      SUPPORTED, DISPUTED
        v2.9,      SUPPORTED, DISPUTED
        v2.10,     SUPPORTED, DISPUTED
        v2.11,     SUPPORTED, DISPUTED
        v2.12,     SUPPORTED, DISPUTED
        v2.13,     SUPPORTED, SUPPORTED
        v2.14,     SUPPORTED, SUPPORTED
        v2.15,     SUPPORTED, SUPPORTED
        """)
    void windows_networks_of_a_line(String release, Word calico, String flannel) {
        var windows = windows(release);

        assertThat(windows.network("calico").map(Net::word)).contains(calico);
        assertThat(windows.network("flannel").map(net -> net.word().name()).orElse(""))
                .isEqualTo(flannel);
        assertThat(windows.network("canal")).isEmpty();
        assertThat(windows.network("cilium")).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(textBlock = """
        17763, v1.20.0,          true
        20348, v1.22.4,          false
        20348, v1.22.5,          true
        20348, v1.36.1,          true
        26100, v1.36.2,          false
        26100, v1.36.3,          true
        26100, v1.35.6,          false
        26100, v1.35.7,          true
        26100, v1.34.9,          false
        26100, v1.34.10+rke2r1,  true
        26100, v1.33.12,         false
        26100, v1.33.13+rke2r2,  true
        26100, v1.32.99,         false
        26100, v1.37.0,          true
        26100, v1.36,            unknown
        """)
    void a_build_has_its_images_from_a_patch_on(int build, String kubernetes, String expected) {
        var host = windows("v2.15").host(build).orElseThrow();

        var has = WindowsSupport.has(host.kubernetes(), kubernetes);

        assertThat(has.known().map(String::valueOf).orElse("unknown")).isEqualTo(expected);
        assertThat(host.word()).isEqualTo(build == 26100 ? Word.EXPERIMENTAL : Word.SUPPORTED);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"v2.1.9, true", "v2.1.10, false", "v2.6.4, unknown", "v2.6.5, true", "v2.15.0, true"})
    void windows_had_its_time(String release, String expected) {
        var known = CATALOG.rancher(release).known().orElseThrow();

        assertThat(known.windows()
                        .known()
                        .map(windows -> String.valueOf(windows.isPresent()))
                        .orElse("unknown"))
                .isEqualTo(expected);
    }

    private static WindowsSupport windows(String release) {
        return known(release, Distribution.RKE2).windows().known().orElseThrow().orElseThrow();
    }

    private static KnownRancher known(String release, Distribution distribution) {
        return CATALOG.rancher(release, distribution).known().orElseThrow();
    }

    private static LineSupport line(String line) {
        return CATALOG.line(line).orElseThrow().support().known().orElseThrow();
    }
}
