package dev.muster.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.Given;
import dev.muster.base.Reading;
import dev.muster.setup.ClusterSettings;
import dev.muster.setup.ClusterSettings.Distribution;
import dev.muster.setup.ClusterSettings.Network;
import dev.muster.setup.Os;
import dev.muster.setup.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogTest {

    private static final Catalog CATALOG = Catalog.shipped();

    @Test
    void rows_that_share_a_source_all_have_it() {
        assertThat(CATALOG.ports().ports().stream()
                        .filter(port ->
                                port.from() == 2380 && port.distributions().contains(Distribution.RKE1))
                        .map(PortUse::source))
                .containsExactly("DOCS-JAN installation/references (ports-custom-nodes)");
    }

    @Test
    void the_catalogue_has_one_date() {
        assertThat(CATALOG.date()).isAfterOrEqualTo(LocalDate.of(2026, 11, 23));
    }

    @ParameterizedTest(name = "{0}: RKE {1}, {2}, {3} versions offered")
    @CsvSource(textBlock = """
        # typed in again from the release table, first and last of each group
        v2.1.0,  v0.1.10, v1.11.3-rancher1-1,  4, 2018-10-05
        v2.1.1,  v0.1.11, v1.11.3-rancher1-1,  4, 2018-10-17
        v2.1.2,  v0.1.12, v1.11.3-rancher1-1,  4, 2018-11-27
        v2.1.3,  v0.1.13, v1.11.5-rancher1-1,  4, 2018-12-04
        v2.1.4,  v0.1.14, v1.11.5-rancher1-1,  4, 2018-12-17
        v2.1.5,  v0.1.15, v1.11.6-rancher1-1,  4, 2019-01-03
        v2.1.6,  v0.1.15, v1.11.6-rancher1-1,  4, 2019-01-29
        v2.1.7,  v0.1.17, v1.13.4-rancher1-1,  3, 2019-03-06
        v2.1.8,  v0.1.17, v1.13.5-rancher1-1,  3, 2019-03-26
        v2.1.9,  v0.1.18, v1.13.5-rancher1-1,  3, 2019-04-22
        v2.1.10, v0.1.18, v1.13.5-rancher1-1,  3, 2019-05-28
        v2.1.11, v0.1.18, v1.13.5-rancher1-1,  3, 2019-07-03
        v2.1.12, v0.1.19, v1.13.9-rancher1-1,  3, 2019-08-06
        v2.1.13, v0.1.20, v1.13.10-rancher1-1, 3, 2019-08-20
        v2.1.14, v0.1.20, v1.13.10-rancher1-1, 3, 2020-01-03
        """)
    void every_release_of_2_1_is_there(String version, String rke, String kubernetes, int offered, LocalDate released) {
        var release = known(version).release();

        assertThat(release.rke()).isEqualTo(rke);
        assertThat(known(version).defaultKubernetes()).isEqualTo(Reading.of(kubernetes));
        assertThat(known(version).kubernetes().known().orElseThrow())
                .hasSize(offered)
                .contains(kubernetes);
        assertThat(release.released()).isEqualTo(released);
    }

    @ParameterizedTest(name = "{0} for Windows: {1}")
    @CsvSource({
        "v2.1.0, v1.11.3-rancher1-1",
        "v2.1.6, v1.11.6-rancher1-1",
        "v2.1.7, v1.11.8-rancher1-1",
        "v2.1.9, v1.11.9-rancher1-1"
    })
    void the_newest_of_a_minor_line_can_be_asked_for(String version, String kubernetes) {
        assertThat(known(version).kubernetes("1.11")).contains(kubernetes);
    }

    @Test
    void a_table_that_nobody_read_is_unknown() {
        assertThat(known("v2.1.12").dockerFor("v1.13.9-rancher1-1")).isInstanceOf(Reading.Unknown.class);
        assertThat(known("v2.1.6").dockerFor("v1.11.6-rancher1-1"))
                .isEqualTo(Reading.of(List.of("1.11", "1.12", "1.13", "17.03")));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(textBlock = """
        ubuntu,     16.04,   true
        ubuntu,     18.04,   false
        rhel,       7.4,     false
        rhel,       7.5,     true
        rhel,       7.9,     true
        rhel,       8.0,     false
        centos,     7,       unknown
        rancheros,  v1.3.0,  false
        rancheros,  v1.4.0,  true
        rancheros,  v1.5.1,  true
        debian,     12,      false
        greyharbour, '',     false
        """)
    void an_operating_system_is_among_the_tested_ones_or_not(String id, String version, String expected) {
        var answers = known("v2.1.6").cluster().os().known().orElseThrow().stream()
                .map(os -> os.covers(id, version))
                .toList();

        var covered = answers.contains(Reading.of(true))
                ? "true"
                : answers.stream().anyMatch(Reading.Unknown.class::isInstance) ? "unknown" : "false";
        assertThat(covered).isEqualTo(expected);
    }

    @Test
    void a_host_with_several_roles_needs_the_most_of_them() {
        var need = CATALOG.sizes().of(Set.of(Role.ETCD, Role.WORKER), Os.LINUX, Distribution.RKE1);

        assertThat(need.adviceCores()).isEqualTo(2);
        assertThat(CATALOG.sizes()
                        .of(Set.of(Role.WORKER), Os.LINUX, Distribution.RKE1)
                        .adviceCores())
                .isEqualTo(1);
    }

    @Test
    void vxlan_has_its_port_and_modules_only_where_it_is_used() {
        var hostGw = CATALOG.ports().toBeFree(Set.of(Role.WORKER), Given.cluster(Network.FLANNEL_HOST_GW, ""));
        var canal = CATALOG.ports().toBeFree(Set.of(Role.WORKER), Given.cluster(Network.CANAL, ""));

        assertThat(hostGw).extracting(PortUse::shown).doesNotContain("8472/udp").contains("10250/tcp", "80/tcp");
        assertThat(canal).extracting(PortUse::shown).contains("8472/udp").doesNotContain("2379/tcp");
        assertThat(CATALOG.kernel(Distribution.RKE1).modulesFor(Network.FLANNEL_HOST_GW, "4.4.0"))
                .extracting(KernelModule::name)
                .doesNotContain("vxlan")
                .contains("br_netfilter");
    }

    @ParameterizedTest(name = "kernel {0}: nf_conntrack_ipv4 {1}, nf_nat_ipv4 {2}")
    @CsvSource({
        "4.18.0-425.el8, true, true",
        "4.19.0-27-amd64, false, true",
        "5.1.0, false, false",
        "6.1.0-18, false, false"
    })
    void modules_that_newer_kernels_merged_arent_asked_for(String kernel, boolean conntrack, boolean nat) {
        var names = CATALOG.kernel(Distribution.RKE1).modulesFor(Network.CANAL, kernel).stream()
                .map(KernelModule::name)
                .toList();

        assertThat(names.contains("nf_conntrack_ipv4")).isEqualTo(conntrack);
        assertThat(names.contains("nf_nat_ipv4")).isEqualTo(nat);
        assertThat(names).contains("nf_conntrack", "nf_nat");
    }

    @Test
    void base_images_are_known_under_all_their_names() {
        var windows = CATALOG.windows();

        assertThat(windows.imageNames(windows.images("1803").getFirst()))
                .contains("microsoft/nanoserver:1803", "mcr.microsoft.com/windows/servercore:1803");
        assertThat(windows.imageNames(windows.images("2019").getFirst()))
                .contains("mcr.microsoft.com/windows/servercore:ltsc2019", "mcr.microsoft.com/windows:1809")
                .noneMatch(name -> name.startsWith("microsoft/"));
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        17763                                                     | 17763 | -
        10.0.14393.1770                                           | 14393 | 1770
        10.0.17763                                                | 17763 | -
        ltsc2022                                                  | 20348 | -
        mcr.microsoft.com/windows/servercore:1809-KB4493509       | 17763 | -
        microsoft/nanoserver:1709_KB4043961                       | 16299 | -
        mcr.microsoft.com/windows/nanoserver:10.0.17763.437       | 17763 | 437
        rancher/rancher-agent:v2.1.6-nanoserver-1803              | 17134 | -
        [{"Os":"windows","OsVersion":"10.0.20348.2031"}]          | 20348 | 2031
        {"OsVersion" : "10.0.26100.1742", "Os": "windows"}        | 26100 | 1742
        [{"Architecture":"amd64","Os":"linux"}]                   | -     | -
        example/app:latest                                        | -     | -
        ubuntu:2016.1                                             | -     | -
        """)
    void an_images_build_is_read_from_what_people_have(String written, String build, String revision) {
        var read = CATALOG.windows().imageBuild(written).known();

        assertThat(read.map(image -> String.valueOf(image.build())).orElse("-")).isEqualTo(build);
        assertThat(read.filter(image -> image.revision().isPresent())
                        .map(image -> String.valueOf(image.revision().getAsInt()))
                        .orElse("-"))
                .isEqualTo(revision);
    }

    @ParameterizedTest(name = "{0} {1} with {2}: {3}, {4}, not {5}")
    @CsvSource(delimiter = '|', textBlock = """
        # typed in from the fact file's tables of ports, by network
        RKE2 | CONTROLPLANE | CANAL   | 6443/tcp 9345/tcp 10250/tcp 8472/udp           | 443/tcp 9345/tcp            | 2379/tcp 4789/udp 179/tcp
        RKE2 | ETCD         | CANAL   | 2379/tcp 2380/tcp 2381/tcp 9345/tcp            | 443/tcp 6443/tcp            | 80/tcp 51820-51821/udp
        RKE2 | WORKER       | CALICO  | 10250/tcp 4789/udp 179/tcp 5473/tcp            | 443/tcp 6443/tcp 9345/tcp   | 8472/udp 9098/tcp 9099/tcp 2380/tcp
        RKE2 | WORKER       | FLANNEL | 10250/tcp 4789/udp 80/tcp 443/tcp              | 443/tcp 6443/tcp 9345/tcp   | 8472/udp 179/tcp
        RKE2 | WORKER       | CILIUM  | 8472/udp 4240/tcp                              | 443/tcp                     | 51871/udp 4789/udp
        K3S  | CONTROLPLANE | FLANNEL | 6443/tcp 10250/tcp 8472/udp                    | 443/tcp                     | 9345/tcp 5001/tcp 2381/tcp
        K3S  | ETCD         | FLANNEL | 2379/tcp 2380/tcp                              | 443/tcp 6443/tcp            | 9345/tcp 2381/tcp
        RKE1 | ETCD         | CANAL   | 2379/tcp 2380/tcp 10250/tcp 8472/udp           | 443/tcp 2379-2380/tcp 6443/tcp 8472/udp | 6443/tcp 9099/tcp 9345/tcp
        RKE1 | CONTROLPLANE | FLANNEL | 6443/tcp 10250/tcp 30000-32767/tcp 30000-32767/udp 8472/udp | 443/tcp 10250/tcp 8472/udp | 2379/tcp 10254/tcp
        RKE1 | WORKER       | FLANNEL_HOST_GW | 80/tcp 443/tcp 10250/tcp 30000-32767/tcp | 443/tcp 6443/tcp           | 8472/udp 10254/tcp 9099/tcp
        """)
    void ports_go_by_role_direction_and_network(
            Distribution distribution, Role role, Network network, String open, String reached, String not) {
        var cluster = new ClusterSettings("a", "", distribution, network, "10.42.0.0/16", "10.43.0.0/16");
        var ins = CATALOG.ports().toBeOpen(Set.of(role), cluster).stream()
                .map(PortUse::shown)
                .toList();
        var outs = CATALOG.ports().toBeReached(Set.of(role), cluster).stream()
                .map(PortUse::shown)
                .toList();

        assertThat(ins).contains(open.split(" ")).doesNotContain(not.split(" "));
        assertThat(outs).contains(reached.split(" "));
    }

    @Test
    void every_entry_names_its_source() {
        assertThat(Stream.of(
                                CATALOG.ports().ports().stream().map(PortUse::source),
                                CATALOG.kernel(Distribution.RKE1).modules().stream()
                                        .map(KernelModule::source),
                                CATALOG.kernel(Distribution.RKE1).sysctls().stream()
                                        .map(Sysctl::source),
                                CATALOG.disks().disks().stream().map(Disks.Disk::source),
                                CATALOG.sizes().roles().stream().map(Sizes.Size::source),
                                CATALOG.windows().builds().stream().map(WindowsBuild::source),
                                CATALOG.windows().images().stream().map(BaseImage::source),
                                CATALOG.guidance().all().stream().map(Advice::source),
                                known("v2.1").line().releases().stream().map(RancherRelease::source))
                        .flatMap(sources -> sources))
                .hasSizeGreaterThan(120)
                .allSatisfy(source -> assertThat(source).hasSizeGreaterThan(5).doesNotStartWith("*"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("messages")
    void each_known_message_is_recognised_by_its_own_entry(Guidance.Message message) {
        assertThat(CATALOG.guidance().about("14:02:13 " + message.example()))
                .get()
                .extracting(Advice::id)
                .isEqualTo(message.id());
    }

    static List<Guidance.Message> messages() {
        return new CatalogFiles("", Map.of())
                .read("guidance.yaml", Guidance.File.class)
                .messages();
    }

    @Test
    void a_line_that_says_nothing_bad_gets_no_advice() {
        assertThat(Stream.of(
                        "INFO: https://rancher.example.org/ping is accessible",
                        "time=\"…\" level=info msg=\"waiting for node to register\"",
                        "Starting plan monitor",
                        "Unable to find image 'rancher/rancher-agent:v2.1.6' locally",
                        "Removing unmanaged agent /half(1f2e)",
                        ""))
                .allSatisfy(line -> assertThat(CATALOG.guidance().about(line)).isEmpty());
    }

    @Test
    void a_line_without_end_is_looked_at_in_no_time() {
        assertThat(CATALOG.guidance().about("Configured cacerts checksum (" + "x".repeat(5_000_000)))
                .isEmpty();
    }

    @Test
    void what_a_pattern_looks_for_can_be_read_as_a_pattern() {
        assertThat(messages())
                .hasSizeGreaterThanOrEqualTo(15)
                .allSatisfy(message -> assertThat(Pattern.compile(message.pattern())
                                .matcher(message.example())
                                .find())
                        .isTrue());
    }

    private static KnownRancher known(String version) {
        return CATALOG.rancher(version).known().orElseThrow();
    }
}
