package dev.muster.assess.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.Given;
import dev.muster.HealthyLinux;
import dev.muster.HealthyOutlook;
import dev.muster.HealthyWindows;
import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Situation;
import dev.muster.assess.State;
import dev.muster.base.HostName;
import dev.muster.base.Reading;
import dev.muster.base.Secret;
import dev.muster.catalog.Catalog;
import dev.muster.probe.AppArmor;
import dev.muster.probe.NetworkKeeper;
import dev.muster.probe.Probed;
import dev.muster.probe.Visit;
import dev.muster.setup.ClusterSettings;
import dev.muster.setup.ClusterSettings.Distribution;
import dev.muster.setup.ClusterSettings.Network;
import dev.muster.setup.Os;
import dev.muster.setup.RancherSettings;
import dev.muster.setup.Registration;
import dev.muster.setup.RegistrationReading;
import dev.muster.setup.Role;
import dev.muster.setup.Setup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Checks on the surroundings of hosts that compare hosts, or depend on the setup.
class OutlookChecksTest {

    private static final HostName LIN1 = new HostName("lin1");

    @ParameterizedTest(name = "{0}, {1}, {2}: {3} {4} {5}")
    @CsvSource(textBlock = """
        # ids of three hosts; what is found of each; twins are told on both
        '',  '',  '',  PASSED, PASSED, PASSED
        a1,  b2,  '',  PASSED, PASSED, PASSED
        a1,  b2,  a1,  FAILED, PASSED, FAILED
        a1,  a1,  a1,  FAILED, FAILED, FAILED
        """)
    void an_agents_id_is_on_one_host_only(String a, String b, String c, State first, State second, State third) {
        var ids = List.of(a, b, c);
        var situation = today((linux, place) -> linux.cattleId = Reading.of(ids.get(place)));

        var findings = findings(CheckId.IDENTITY_CATTLE_ID, situation);

        assertThat(findings).extracting(Finding::state).containsExactly(first, second, third);
        assertThat(findings).allSatisfy(Findings::readable);
        assertThat(findings.stream().filter(finding -> finding.state() == State.FAILED))
                .allMatch(Finding::stops)
                .allSatisfy(finding -> assertThat(finding.command()).startsWith("sudo rm /etc/rancher/agent/"));
    }

    @Test
    void an_agents_id_that_was_not_said_is_unknown_and_under_2_1_there_is_none() {
        var silent = today((linux, _) -> linux.cattleId = Reading.unknown("denied"));
        var old = Given.situation(Given.setup());

        assertThat(findings(CheckId.IDENTITY_CATTLE_ID, silent))
                .extracting(Finding::state)
                .containsOnly(State.UNKNOWN);
        assertThat(findings(CheckId.IDENTITY_CATTLE_ID, old))
                .extracting(Finding::state)
                .containsOnly(State.NOT_APPLICABLE);
    }

    @ParameterizedTest(name = "{0}, {1}, {2}: {3} {4} {5}")
    @CsvSource(textBlock = """
        Etc/UTC,       Etc/UTC,       Europe/Berlin, PASSED, PASSED, FAILED
        Etc/UTC,       UTC,           Europe/Berlin, PASSED, PASSED, FAILED
        Europe/Berlin, Europe/Berlin, Etc/UTC,       PASSED, PASSED, FAILED
        Asia/Shanghai, PRC,           Asia/Shanghai, PASSED, PASSED, PASSED
        +0200,         +0200,         nowhere/land,  PASSED, PASSED, FAILED
        # of equals the first in the alphabet
        Etc/UTC,       Europe/Berlin, ?,             PASSED, FAILED, UNKNOWN
        """)
    void zones_are_held_against_the_usual_one(String a, String b, String c, State first, State second, State third) {
        var zones = List.of(a, b, c);
        var situation = all(Given.setup(), (linux, place) -> {
            var zone = zones.get(place);
            linux.timeZone = zone.equals("?") ? Reading.unknown("denied") : Reading.of(zone);
        });

        var findings = findings(CheckId.CLOCK_ZONE, situation);

        assertThat(findings).extracting(Finding::state).containsExactly(first, second, third);
        assertThat(findings).allSatisfy(Findings::readable).noneMatch(Finding::stops);
    }

    @Test
    void without_a_server_nobody_looks_for_one() {
        var setup = Given.setup();
        var nameless = Given.setupWith(
                new RancherSettings("v2.1.6", RancherSettings.Edition.COMMUNITY, "", null), setup.cluster(), setup);
        var situation = new Situation(
                nameless,
                new RegistrationReading.Missing(),
                Given.situation(nameless).probed(),
                Catalog.shipped());

        assertThat(List.of(CheckId.RANCHER_URL, CheckId.RANCHER_CHAIN, CheckId.RANCHER_CLOCK))
                .allSatisfy(id -> assertThat(findings(id, situation))
                        .extracting(Finding::state)
                        .containsOnly(State.NOT_APPLICABLE));
    }

    @Test
    void a_server_of_the_setup_is_enough_and_no_checksum_is_compared() {
        var setup = Given.setup();
        var situation = new Situation(
                setup, new RegistrationReading.Missing(), Given.situation(setup).probed(), Catalog.shipped());

        assertThat(findings(CheckId.RANCHER_CHAIN, situation))
                .extracting(Finding::state)
                .containsOnly(State.PASSED);
    }

    @ParameterizedTest(name = "trusted {0}: {1}")
    @CsvSource({"true, HARD PASSED", "false, SOFT FAILED", ", SOFT UNKNOWN"})
    void a_public_certificate_is_for_the_hosts_authorities_to_vouch_for(Boolean trusted, String expected) {
        var setup = Given.setup(Given.host("lin1", 11, Role.WORKER));
        var linux = Given.healthyLinuxBut();
        linux.outlook = HealthyOutlook.of(HealthyOutlook.rancher(Reading.of(new Visit.Answered(
                200,
                Reading.of(HealthyOutlook.chain()),
                trusted == null ? Reading.unknown("not said") : Reading.of(trusted),
                Reading.unknown("no date"),
                Reading.of("")))));
        var registration = new Registration(
                Given.SERVER,
                Optional.of(Secret.of("a".repeat(54))),
                "",
                "rancher/rancher-agent:v2.1.6",
                Os.LINUX,
                Set.of(),
                List.of(),
                List.of());
        var situation = new Situation(
                setup,
                new RegistrationReading.Readable(registration),
                Map.of(LIN1, Given.probed(setup.hosts().getFirst(), linux.facts())),
                Catalog.shipped());
        var finding = findings(CheckId.RANCHER_CHAIN, situation).getFirst();

        assertThat(finding.severity() + " " + finding.state()).isEqualTo(expected);
        assertThat(findings(CheckId.RANCHER_CLOCK, situation).getFirst().state())
                .isEqualTo(State.UNKNOWN);
    }

    @Test
    void etcds_disk_is_asked_of_hosts_that_get_etcd() {
        var findings = findings(CheckId.HOST_DISK_FSYNC, Given.situation(Given.setup()));

        assertThat(findings)
                .extracting(Finding::state)
                .containsExactly(State.PASSED, State.NOT_APPLICABLE, State.NOT_APPLICABLE);
        assertThat(Findings.english(findings.getFirst().found())).contains("6.00 ms", "/var/lib/etcd", "200");
        assertThat(Findings.english(findings.getFirst().wanted())).contains("10.00 ms");
    }

    @ParameterizedTest
    @EnumSource(Network.class)
    void network_manager_is_told_what_the_network_makes(Network network) {
        var setup = Given.setup();
        var situation = all(
                Given.setupWith(setup.rancher(), Given.cluster(network, "v1.11.6-rancher1-1"), setup),
                (linux, _) -> linux.networkManager = Reading.of(new NetworkKeeper(true, List.of(), false)));

        var finding = findings(CheckId.HOST_NETWORK_MANAGER, situation).getFirst();

        var devices = HostNetworkKeeper.devices(network);
        assertThat(finding.state()).isEqualTo(devices.isEmpty() ? State.PASSED : State.FAILED);
        assertThat(devices).allSatisfy(device -> assertThat(finding.command()).contains("interface-name:" + device));
        Findings.readable(finding);
    }

    @Test
    void a_windows_host_looks_outside_too() {
        var setup = Given.setup(Given.host("lin1", 11, Role.WORKER), Given.windows("win1", 21));
        var windows = HealthyWindows.of1803()
                .plain("outlook", HealthyOutlook.of(HealthyOutlook.rancher(Reading.of(new Visit.Silent("refused")))))
                .facts();
        var probed = new HashMap<>(Given.situation(setup).probed());
        probed.put(new HostName("win1"), Given.probed(setup.hosts().get(1), windows));
        var situation = Given.situation(setup, probed);

        var url = findings(CheckId.RANCHER_URL, situation).get(1);
        assertThat(url.state()).isEqualTo(State.FAILED);
        assertThat(url.command()).startsWith("curl.exe ");
        Findings.readable(url);
        assertThat(findings(CheckId.REGISTRY_REACH, situation).get(1).state()).isEqualTo(State.PASSED);
        assertThat(findings(CheckId.HOST_PROXY, situation).get(1).state()).isEqualTo(State.PASSED);
    }

    @Test
    void apparmor_without_its_tool_stops_where_the_cluster_brings_its_runtime() {
        var situation = today((linux, _) -> linux.appArmor = Reading.of(new AppArmor(true, false)));

        assertThat(findings(CheckId.HOST_APPARMOR, situation))
                .extracting(Finding::state)
                .containsOnly(State.FAILED);
    }

    private static List<Finding> findings(CheckId id, Situation situation) {
        return Findings.all(HostChecks.all(), situation).stream()
                .filter(finding -> finding.id() == id)
                .toList();
    }

    private static Situation today(BiConsumer<HealthyLinux, Integer> changed) {
        return all(
                Given.setupWith(
                        new RancherSettings("v2.15", RancherSettings.Edition.COMMUNITY, Given.SERVER, null),
                        new ClusterSettings(
                                "factory", "", Distribution.RKE2, Network.CALICO, "10.42.0.0/16", "10.43.0.0/16"),
                        Given.setup()),
                changed);
    }

    private static Situation all(Setup setup, BiConsumer<HealthyLinux, Integer> changed) {
        var probed = new HashMap<HostName, Probed>();
        for (var place = 0; place < setup.hosts().size(); place++) {
            var linux = Given.healthyLinuxBut();
            changed.accept(linux, place);
            var host = setup.hosts().get(place);
            probed.put(host.name(), Given.probed(host, linux.facts()));
        }
        return Given.situation(setup, probed);
    }
}
