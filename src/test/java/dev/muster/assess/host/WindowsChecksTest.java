package dev.muster.assess.host;

import static dev.muster.assess.Severity.HARD;
import static dev.muster.assess.Severity.INFO;
import static dev.muster.assess.Severity.SOFT;
import static dev.muster.assess.State.FAILED;
import static dev.muster.assess.State.NOT_APPLICABLE;
import static dev.muster.assess.State.PASSED;
import static dev.muster.assess.State.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.Given;
import dev.muster.HealthyWindows;
import dev.muster.assess.Check;
import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.assess.Situation;
import dev.muster.assess.State;
import dev.muster.base.HostName;
import dev.muster.base.Reading;
import dev.muster.probe.Docker;
import dev.muster.probe.Facts;
import dev.muster.probe.Rung;
import dev.muster.probe.WindowsFacts;
import dev.muster.setup.ClusterSettings;
import dev.muster.setup.ClusterSettings.Distribution;
import dev.muster.setup.ClusterSettings.Network;
import dev.muster.setup.RancherSettings;
import dev.muster.setup.Role;
import dev.muster.setup.Setup;
import dev.muster.setup.WindowsImage;
import dev.muster.text.Language;
import dev.muster.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// One healthy Windows host, one thing broken, for every check that only Windows needs. No Windows took part: the
/// facts are made by hand.
class WindowsChecksTest {

    private static final HostName WIN1 = new HostName("win1");

    record Case(CheckId id, String name, Line line, Consumer<HealthyWindows> broken, Severity severity, State state) {

        @Override
        public String toString() {
            return id.id() + " under " + line + ": " + name + " → " + severity + " " + state;
        }
    }

    enum Line {
        OLD,
        TODAY
    }

    static List<Case> cases() {
        var all = new ArrayList<Case>();
        old(all, CheckId.WINDOWS_BUILD, "1709", version(16299, "ServerStandard", "Server Core"), HARD, FAILED);
        old(all, CheckId.WINDOWS_BUILD, "2019", version(17763, "ServerStandard", "Server"), HARD, FAILED);
        old(all, CheckId.WINDOWS_BUILD, "not said", no("version"), HARD, UNKNOWN);
        today(all, CheckId.WINDOWS_BUILD, "2019", version(17763, "ServerStandard", "Server"), HARD, PASSED);
        today(all, CheckId.WINDOWS_BUILD, "2025", version(26100, "ServerStandard", "Server"), HARD, UNKNOWN);
        today(all, CheckId.WINDOWS_BUILD, "20H2", version(19042, "ServerDatacenter", "Server Core"), SOFT, FAILED);
        today(all, CheckId.WINDOWS_BUILD, "23H2", version(25398, "ServerDatacenter", "Server Core"), HARD, FAILED);
        today(all, CheckId.WINDOWS_BUILD, "1803", version(17134, "ServerDatacenter", "Server Core"), HARD, FAILED);
        today(all, CheckId.WINDOWS_BUILD, "not said", no("version"), HARD, UNKNOWN);
        today(all, CheckId.WINDOWS_EDITION, "Core", version(20348, "ServerStandard", "Server Core"), HARD, PASSED);
        today(all, CheckId.WINDOWS_EDITION, "a client", version(19045, "Professional", "Client"), HARD, FAILED);
        old(all, CheckId.WINDOWS_EDITION, "Nano", version(17134, "ServerDatacenterNano", "Nano Server"), HARD, FAILED);
        old(all, CheckId.WINDOWS_EDITION, "not said", no("version"), HARD, UNKNOWN);
        old(all, CheckId.WINDOWS_LANGUAGE, "German", windows("uiLanguage", "de-DE"), HARD, FAILED);
        old(all, CheckId.WINDOWS_LANGUAGE, "British", windows("uiLanguage", "en-GB"), HARD, PASSED);
        old(all, CheckId.WINDOWS_LANGUAGE, "not said", no("uiLanguage"), HARD, UNKNOWN);
        today(all, CheckId.WINDOWS_LANGUAGE, "German", windows("uiLanguage", "de-DE"), HARD, NOT_APPLICABLE);
        old(all, CheckId.WINDOWS_DRIVE, "D:", windows("systemDrive", "D:"), HARD, FAILED);
        old(all, CheckId.WINDOWS_DRIVE, "c:\\", windows("systemDrive", "c:\\"), HARD, PASSED);
        old(all, CheckId.WINDOWS_DRIVE, "not said", no("systemDrive"), HARD, UNKNOWN);
        old(all, CheckId.WINDOWS_POWERSHELL, "4.0", windows("powerShell", "4.0"), HARD, FAILED);
        old(all, CheckId.WINDOWS_POWERSHELL, "5.0", windows("powerShell", "5.0.10586.117"), HARD, PASSED);
        old(all, CheckId.WINDOWS_POWERSHELL, "not said", no("powerShell"), HARD, UNKNOWN);
        old(all, CheckId.WINDOWS_POWERSHELL, "AppLocker", windows("languageMode", "ConstrainedLanguage"), HARD, FAILED);
        old(all, CheckId.WINDOWS_POWERSHELL, "mode not said", no("languageMode"), HARD, UNKNOWN);
        old(all, CheckId.WINDOWS_POWERSHELL, "AllSigned by group policy", policy("MachinePolicy"), HARD, FAILED);
        old(all, CheckId.WINDOWS_POWERSHELL, "AllSigned by the host itself", policy("LocalMachine"), HARD, PASSED);
        old(all, CheckId.WINDOWS_POWERSHELL, "policies not said", no("executionPolicies"), HARD, UNKNOWN);
        old(all, CheckId.WINDOWS_ELEVATION, "a plain user", windows("elevated", false), HARD, FAILED);
        old(all, CheckId.WINDOWS_ELEVATION, "not said", no("elevated"), HARD, UNKNOWN);
        old(all, CheckId.WINDOWS_UAC, "filtered", uac(false, true), HARD, FAILED);
        old(all, CheckId.WINDOWS_UAC, "filtered, but elevated", uac(true, true), HARD, PASSED);
        old(all, CheckId.WINDOWS_UAC, "not filtered, not elevated", uac(false, false), HARD, PASSED);
        old(all, CheckId.WINDOWS_UAC, "not said", no("elevated"), HARD, UNKNOWN);
        today(all, CheckId.WINDOWS_CONTAINERS, "not installed", feature("Available"), INFO, FAILED);
        today(all, CheckId.WINDOWS_CONTAINERS, "waits for a restart", feature("InstallPending"), INFO, FAILED);
        today(all, CheckId.WINDOWS_CONTAINERS, "by DISM", feature("Enabled"), HARD, PASSED);
        today(all, CheckId.WINDOWS_CONTAINERS, "by DISM, off", feature("Disabled"), INFO, FAILED);
        today(all, CheckId.WINDOWS_CONTAINERS, "not said", no("features"), HARD, UNKNOWN);
        today(all, CheckId.WINDOWS_CONTAINERS, "not listed", windows("features", Map.of()), HARD, UNKNOWN);
        old(all, CheckId.WINDOWS_CONTAINERS, "not installed", feature("Available"), HARD, NOT_APPLICABLE);
        old(all, CheckId.WINDOWS_REBOOT_PENDING, "an update", pending("update"), SOFT, FAILED);
        old(all, CheckId.WINDOWS_REBOOT_PENDING, "a printer's files", pending("file-renames"), INFO, FAILED);
        old(all, CheckId.WINDOWS_REBOOT_PENDING, "both", pending("file-renames", "rename"), SOFT, FAILED);
        old(all, CheckId.WINDOWS_REBOOT_PENDING, "not said", no("restartPending"), SOFT, UNKNOWN);
        old(all, CheckId.WINDOWS_DOCKER, "none", docker(new Docker.Absent()), HARD, FAILED);
        old(all, CheckId.WINDOWS_DOCKER, "silent", docker(new Docker.Silent("17.06", "pipe")), HARD, FAILED);
        old(all, CheckId.WINDOWS_DOCKER, "18.09", docker(running("18.09.1")), SOFT, FAILED);
        old(all, CheckId.WINDOWS_DOCKER, "of no version", docker(running("dev")), HARD, UNKNOWN);
        old(all, CheckId.WINDOWS_DOCKER, "elsewhere", windows("dockerPipe", false), HARD, FAILED);
        old(all, CheckId.WINDOWS_DOCKER, "pipe not said", no("dockerPipe"), HARD, UNKNOWN);
        old(all, CheckId.WINDOWS_DOCKER, "not said", host -> host.said("docker", Reading.unknown("no")), HARD, UNKNOWN);
        today(all, CheckId.WINDOWS_DOCKER, "none", docker(new Docker.Absent()), HARD, NOT_APPLICABLE);
        old(all, CheckId.WINDOWS_ISOLATION, "2019", version(17763, "ServerStandard", "Server"), HARD, FAILED);
        old(all, CheckId.WINDOWS_ISOLATION, "1709", version(16299, "ServerStandard", "Server"), HARD, FAILED);
        old(
                all,
                CheckId.WINDOWS_ISOLATION,
                "nobody's build",
                version(17000, "ServerStandard", "Server"),
                HARD,
                UNKNOWN);
        old(all, CheckId.WINDOWS_ISOLATION, "not said", no("version"), HARD, UNKNOWN);
        today(all, CheckId.WINDOWS_ISOLATION, "2019", version(17763, "ServerStandard", "Server"), HARD, PASSED);
        today(all, CheckId.WINDOWS_ISOLATION, "2025", version(26100, "ServerStandard", "Server"), HARD, PASSED);
        today(all, CheckId.WINDOWS_REVISION, "2022", version(20348, "ServerStandard", "Server"), SOFT, PASSED);
        old(all, CheckId.WINDOWS_REVISION, "1803, of images that don't tell", _ -> {}, SOFT, UNKNOWN);
        old(all, CheckId.WINDOWS_REVISION, "not said", no("version"), SOFT, UNKNOWN);
        old(all, CheckId.WINDOWS_ANTIVIRUS, "another maker's", windows("antivirus", List.of("Sentinel")), SOFT, FAILED);
        old(all, CheckId.WINDOWS_ANTIVIRUS, "WDAC", windows("codeIntegrity", 2), SOFT, FAILED);
        old(all, CheckId.WINDOWS_ANTIVIRUS, "WDAC that only looks", windows("codeIntegrity", 1), SOFT, PASSED);
        old(all, CheckId.WINDOWS_ANTIVIRUS, "BitLocker", windows("fixedDrivesDenied", true), SOFT, FAILED);
        old(all, CheckId.WINDOWS_ANTIVIRUS, "Defender", defender(), INFO, FAILED);
        old(all, CheckId.WINDOWS_ANTIVIRUS, "not said", no("antivirus"), SOFT, UNKNOWN);
        old(all, CheckId.WINDOWS_QUOTA, "1023 MB", quota("MaxMemoryPerShellMB", 1023), SOFT, FAILED);
        old(all, CheckId.WINDOWS_QUOTA, "1024 MB", quota("MaxMemoryPerShellMB", 1024), SOFT, PASSED);
        old(all, CheckId.WINDOWS_QUOTA, "no limit", quota("MaxMemoryPerShellMB", 0), SOFT, PASSED);
        old(all, CheckId.WINDOWS_QUOTA, "14 processes", quota("MaxProcessesPerShell", 14), SOFT, FAILED);
        old(all, CheckId.WINDOWS_QUOTA, "15 processes", quota("MaxProcessesPerShell", 15), SOFT, PASSED);
        old(all, CheckId.WINDOWS_QUOTA, "4 shells", quota("MaxShellsPerUser", 4), SOFT, FAILED);
        old(all, CheckId.WINDOWS_QUOTA, "5 shells", quota("MaxShellsPerUser", 5), SOFT, PASSED);
        old(
                all,
                CheckId.WINDOWS_QUOTA,
                "one is missing",
                windows("quotas", Map.of("MaxShellsPerUser", 30L)),
                SOFT,
                UNKNOWN);
        old(all, CheckId.WINDOWS_QUOTA, "not said", no("quotas"), SOFT, UNKNOWN);
        old(all, CheckId.WINDOWS_TLS, "1.0", tls("Ssl3, Tls", false, false), SOFT, FAILED);
        old(all, CheckId.WINDOWS_TLS, "1.0, but strong", tls("Ssl3, Tls", true, false), SOFT, PASSED);
        old(all, CheckId.WINDOWS_TLS, "1.2", tls("Tls, Tls11, Tls12", false, false), SOFT, PASSED);
        old(all, CheckId.WINDOWS_TLS, "off", tls("SystemDefault", true, true), SOFT, FAILED);
        old(all, CheckId.WINDOWS_TLS, "not said", no("tls"), SOFT, UNKNOWN);
        old(all, CheckId.WINDOWS_HNS, "an earlier cluster's", hns("cbr0"), SOFT, FAILED);
        old(all, CheckId.WINDOWS_HNS, "Docker's own", hns("nat"), SOFT, PASSED);
        old(all, CheckId.WINDOWS_HNS, "a NetNat", windows("natNetworks", List.of("lab")), SOFT, FAILED);
        old(all, CheckId.WINDOWS_HNS, "Docker's translation", windows("natNetworks", List.of("H0a1b")), SOFT, PASSED);
        old(all, CheckId.WINDOWS_HNS, "not said", no("hns"), SOFT, UNKNOWN);
        return all;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void what_is_broken_is_found(Case one) {
        var host = one.line() == Line.OLD ? HealthyWindows.of1803() : HealthyWindows.of2022();
        one.broken().accept(host);

        var finding = find(one.id(), situation(one.line(), host.facts(), List.of()));

        assertThat(finding.severity() + " " + finding.state()).isEqualTo(one.severity() + " " + one.state());
        Findings.readable(finding);
    }

    @Test
    void healthy_hosts_pass_every_check() {
        for (var line : Line.values()) {
            var host = line == Line.OLD ? HealthyWindows.of1803() : HealthyWindows.of2022();
            var findings = all(situation(line, host.facts(), List.of()));

            assertThat(findings).hasSize(WindowsChecks.all().size());
            assertThat(findings)
                    .allSatisfy(finding -> assertThat(finding.state())
                            .as(finding.id().id())
                            .isIn(
                                    PASSED,
                                    NOT_APPLICABLE,
                                    line == Line.OLD && finding.id() == CheckId.WINDOWS_REVISION ? UNKNOWN : PASSED));
            findings.forEach(Findings::readable);
        }
    }

    @Test
    void every_check_has_a_passing_a_failing_and_an_unknown_case() {
        var healthy = Stream.concat(
                        all(situation(Line.OLD, HealthyWindows.of1803().facts(), List.of())).stream(),
                        all(situation(Line.TODAY, HealthyWindows.of2022().facts(), List.of())).stream())
                .toList();

        assertThat(WindowsChecks.all().stream().map(Check::id).filter(id -> id != CheckId.WINDOWS_REVISION))
                .allSatisfy(id -> assertThat(Stream.concat(
                                healthy.stream()
                                        .filter(finding -> finding.id() == id)
                                        .map(Finding::state),
                                cases().stream().filter(one -> one.id() == id).map(Case::state)))
                        .as(id.id())
                        .contains(PASSED, FAILED, UNKNOWN));
    }

    private static Finding of(Line line, CheckId id, Consumer<HealthyWindows> broken) {
        var host = line == Line.OLD ? HealthyWindows.of1803() : HealthyWindows.of2022();
        broken.accept(host);
        return find(id, situation(line, host.facts(), List.of()));
    }

    @Test
    void trap_2_1_20_the_only_build_of_2_1_is_1803_whatever_later_pages_say() {
        var finding = of(Line.OLD, CheckId.WINDOWS_BUILD, version(17763, "ServerStandard", "Server"));

        assertThat(finding.severity() + " " + finding.state()).isEqualTo("HARD FAILED");
        assertThat(Findings.english(finding.wanted())).contains("1803").doesNotContain("1809");
    }

    @Test
    void trap_2_1_21_docker_is_17_06_and_a_newer_one_wants_a_word() {
        assertThat(of(Line.OLD, CheckId.WINDOWS_DOCKER, docker(running("17.06.2-ee-25")))
                        .state())
                .isEqualTo(PASSED);
        assertThat(of(Line.OLD, CheckId.WINDOWS_DOCKER, docker(running("18.09.1")))
                        .severity())
                .isEqualTo(SOFT);
    }

    /// RKE2's own script reads `ReleaseId`, which says 2009 on 2022 and 2025, and can never reject a host.
    @Test
    void trap_today_5_the_build_is_checked_here_and_by_its_number() {
        assertThat(of(Line.TODAY, CheckId.WINDOWS_BUILD, version(17134, "ServerStandard", "Server"))
                        .state())
                .isEqualTo(FAILED);
        assertThat(of(Line.TODAY, CheckId.WINDOWS_BUILD, version(20348, "ServerStandard", "Server"))
                        .state())
                .isEqualTo(PASSED);
    }

    @Test
    void trap_today_19_server_2025_is_not_said_to_be_supported() {
        assertThat(of(Line.TODAY, CheckId.WINDOWS_BUILD, version(26100, "ServerStandard", "Server"))
                        .state())
                .isNotEqualTo(PASSED);
    }

    @Test
    void a_setup_without_windows_hears_of_each_once() {
        var findings = all(Given.situation(Given.setup()));

        assertThat(findings)
                .hasSize(WindowsChecks.all().size())
                .allSatisfy(finding -> assertThat(finding.state()).isEqualTo(NOT_APPLICABLE));
    }

    @Test
    void a_host_that_was_not_reached_is_unknown() {
        var setup = setup(Line.OLD, List.of());
        var win1 = setup.host(WIN1).orElseThrow();
        var situation = Given.situation(setup, Map.of(WIN1, Given.unreached(win1, Rung.Name.TCP, Rung.State.FAILED)));

        assertThat(all(situation))
                .allSatisfy(finding -> assertThat(finding.state()).isEqualTo(UNKNOWN));
    }

    @Test
    void what_answers_as_linux_is_unknown() {
        var situation = situation(Line.OLD, Given.healthyLinux(), List.of());

        assertThat(all(situation))
                .allSatisfy(finding -> assertThat(finding.state()).isEqualTo(UNKNOWN));
    }

    @ParameterizedTest(name = "Rancher {0}, build {1}, Kubernetes {2}: {3}")
    @CsvSource(textBlock = """
        v2.1.0,  17134, '',       HARD PASSED
        v2.1.9,  17134, v1.11,    HARD PASSED
        v2.1.9,  17763, v1.11,    HARD FAILED
        v2.1.10, 17134, v1.11,    HARD NOT_APPLICABLE
        v2.3,    17763, '',       HARD UNKNOWN
        v2.6.4,  17763, '',       HARD UNKNOWN
        v2.6.5,  17763, '',       HARD PASSED
        v2.6.5,  20348, v1.22.4,  HARD FAILED
        v2.6.5,  20348, v1.22.5,  HARD PASSED
        v2.15,   20348, '',       HARD PASSED
        v2.15,   26100, v1.36.2,  HARD FAILED
        v2.15,   26100, v1.36.3,  SOFT FAILED
        v2.15,   26100, '',       HARD UNKNOWN
        v2.15,   14393, '',       HARD FAILED
        v2.15,   16299, '',       HARD FAILED
        v2.15,   18362, '',       HARD FAILED
        v2.15,   18363, '',       HARD FAILED
        v2.15,   19041, '',       SOFT FAILED
        v2.15,   22621, '',       HARD FAILED
        """)
    void a_build_fits_the_line_or_not(String rancher, int build, String kubernetes, String expected) {
        var host = HealthyWindows.of2022();
        version(build, "ServerDatacenter", "Server").accept(host);
        var rke1 = rancher.startsWith("v2.1.") || rancher.equals("v2.3");
        var setup = Given.setupWith(
                new RancherSettings(rancher, RancherSettings.Edition.COMMUNITY, Given.SERVER, null),
                cluster(rke1 ? Distribution.RKE1 : Distribution.RKE2, Network.CALICO, kubernetes),
                setup(Line.TODAY, List.of()));

        var finding = find(CheckId.WINDOWS_BUILD, situation(setup, host.facts()));

        assertThat(finding.severity() + " " + finding.state()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} host {1}, own image {2}: {3}")
    @CsvSource(textBlock = """
        # rancher, host, the image's build or tag,      expected
        OLD,     17134, 17134,                         HARD PASSED
        OLD,     17134, 10.0.17134.1304,               HARD PASSED
        OLD,     17134, 16299,                         SOFT FAILED
        OLD,     17134, 17763,                         SOFT FAILED
        TODAY,   20348, 20348,                         HARD PASSED
        TODAY,   20348, 17763,                         SOFT FAILED
        TODAY,   26100, 20348,                         HARD PASSED
        TODAY,   26100, 17763,                         SOFT FAILED
        TODAY,   20348, 26100,                         SOFT FAILED
        TODAY,   17763, 20348,                         SOFT FAILED
        TODAY,   20348, 12345,                         SOFT UNKNOWN
        """)
    void the_admins_own_images_are_looked_at(Line line, int build, String image, String expected) {
        var host = line == Line.OLD ? HealthyWindows.of1803() : HealthyWindows.of2022();
        version(build, "ServerDatacenter", "Server").accept(host);

        var finding = find(
                CheckId.WINDOWS_ISOLATION,
                situation(line, host.facts(), List.of(new WindowsImage("registry.example.org/app", image))));

        assertThat(finding.severity() + " " + finding.state()).isEqualTo(expected);
        Findings.readable(finding);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
        example/app:ltsc2022,              HARD PASSED
        example/app:1809,                  SOFT FAILED
        example/app:v3-nanoserver-1809,    SOFT FAILED
        example/app:latest,                SOFT UNKNOWN
        """)
    void an_image_is_known_by_its_tag(String name, String expected) {
        var finding = find(
                CheckId.WINDOWS_ISOLATION,
                situation(Line.TODAY, HealthyWindows.of2022().facts(), List.of(new WindowsImage(name, ""))));

        assertThat(finding.severity() + " " + finding.state()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "host {0}.{1}, image {2}: {3}")
    @CsvSource(textBlock = """
        14393, 1770, 10.0.14393.1770, PASSED
        14393, 1770, 10.0.14393.1769, FAILED
        14393, 1770, 10.0.14393.1771, FAILED
        14393, 1770, 14393,           UNKNOWN
        16299, 98,   10.0.16299.98,   PASSED
        16299, 98,   10.0.16299.99,   FAILED
        17763, 437,  10.0.17763.1,    PASSED
        26100, 1,    10.0.26100.2,    PASSED
        """)
    void a_revision_matters_where_the_sources_say_so(int build, int revision, String image, State expected) {
        var host = HealthyWindows.of2022()
                .windows("version", new WindowsFacts.Version(build, revision, "ServerDatacenter", "Server", ""));

        var finding = find(
                CheckId.WINDOWS_REVISION,
                situation(Line.TODAY, host.facts(), List.of(new WindowsImage("registry.example.org/app", image))));

        assertThat(finding.severity() + " " + finding.state()).isEqualTo("SOFT " + expected);
        assertThat(finding.source()).contains("2018", "2026");
    }

    @Test
    void the_host_the_build_and_the_image_are_named() {
        var host = HealthyWindows.of1803();
        version(17763, "ServerStandard", "Server").accept(host);

        var finding = find(CheckId.WINDOWS_ISOLATION, situation(Line.OLD, host.facts(), List.of()));

        assertThat(new Texts(Language.EN).of(finding.what()))
                .contains(
                        "win1",
                        "17763",
                        "rancher/rancher-agent:v2.1.6-nanoserver-1803 (17134)",
                        "Hyper-V isolation only");
    }

    @Test
    void a_standard_edition_is_told_of_its_licence_where_an_image_needs_it() {
        var host = HealthyWindows.of1803();
        version(17134, "ServerStandard", "Server Core").accept(host);
        var older = List.of(new WindowsImage("registry.example.org/app", "16299"));

        assertThat(find(CheckId.WINDOWS_EDITION, situation(Line.OLD, host.facts(), older))
                        .severity())
                .isEqualTo(INFO);
        assertThat(find(CheckId.WINDOWS_EDITION, situation(Line.OLD, host.facts(), List.of()))
                        .state())
                .isEqualTo(PASSED);
        assertThat(find(CheckId.WINDOWS_EDITION, situation(Line.TODAY, host.facts(), older))
                        .state())
                .isEqualTo(PASSED);
    }

    private static Situation situation(Line line, Facts facts, List<WindowsImage> images) {
        return situation(setup(line, images), facts);
    }

    private static Situation situation(Setup setup, Facts facts) {
        var win1 = setup.host(WIN1).orElseThrow();
        return Given.situation(setup, Map.of(WIN1, Given.probed(win1, facts)));
    }

    private static Setup setup(Line line, List<WindowsImage> images) {
        var base = Given.setup(
                Given.host("lin1", 11, Role.ETCD, Role.CONTROLPLANE, Role.WORKER), Given.windows("win1", 21));
        var with = new Setup(
                base.name(),
                base.goal(),
                base.rancher(),
                base.cluster(),
                images,
                base.logins(),
                base.hosts(),
                base.accept(),
                base.limits());
        return line == Line.OLD
                ? with
                : Given.setupWith(
                        new RancherSettings("v2.15", RancherSettings.Edition.COMMUNITY, Given.SERVER, null),
                        cluster(Distribution.RKE2, Network.CALICO, ""),
                        with);
    }

    private static ClusterSettings cluster(Distribution distribution, Network network, String kubernetes) {
        return new ClusterSettings("factory", kubernetes, distribution, network, "10.42.0.0/16", "10.43.0.0/16");
    }

    private static List<Finding> all(Situation situation) {
        return Findings.all(WindowsChecks.all(), situation);
    }

    private static Finding find(CheckId id, Situation situation) {
        return Findings.find(id, WIN1, WindowsChecks.all(), situation);
    }

    private static void old(
            List<Case> all, CheckId id, String name, Consumer<HealthyWindows> broken, Severity severity, State state) {
        all.add(new Case(id, name, Line.OLD, broken, severity, state));
    }

    private static void today(
            List<Case> all, CheckId id, String name, Consumer<HealthyWindows> broken, Severity severity, State state) {
        all.add(new Case(id, name, Line.TODAY, broken, severity, state));
    }

    private static Consumer<HealthyWindows> no(String name) {
        return host -> host.saidOfWindows(name, Reading.unknown("denied"));
    }

    private static Consumer<HealthyWindows> windows(String name, Object value) {
        return host -> host.windows(name, value);
    }

    private static Consumer<HealthyWindows> version(int build, String edition, String installation) {
        return windows("version", new WindowsFacts.Version(build, 1, edition, installation, ""));
    }

    private static Consumer<HealthyWindows> policy(String scope) {
        return windows("executionPolicies", Map.of(scope, "AllSigned"));
    }

    private static Consumer<HealthyWindows> uac(boolean elevated, boolean filtered) {
        return host -> host.windows("elevated", elevated).windows("remoteAdministratorsFiltered", filtered);
    }

    private static Consumer<HealthyWindows> feature(String state) {
        return windows("features", Map.of("Containers", state));
    }

    private static Consumer<HealthyWindows> pending(String... sources) {
        return windows("restartPending", List.of(sources));
    }

    private static Consumer<HealthyWindows> docker(Docker docker) {
        return host -> host.fact("docker", docker);
    }

    private static Docker running(String version) {
        return new Docker.Running(version, "windowsfilter", "C:\\ProgramData\\docker", "", "");
    }

    private static Consumer<HealthyWindows> defender() {
        return windows("defender", new WindowsFacts.Defender(true, true, "4.18"));
    }

    private static Consumer<HealthyWindows> quota(String name, long value) {
        return host -> {
            var quotas = new java.util.HashMap<>(
                    Map.of("MaxShellsPerUser", 30L, "MaxProcessesPerShell", 25L, "MaxMemoryPerShellMB", 2048L));
            quotas.put(name, value);
            host.windows("quotas", Map.copyOf(quotas));
        };
    }

    private static Consumer<HealthyWindows> tls(String protocols, boolean strong, boolean off) {
        return windows("tls", new WindowsFacts.Tls(protocols, strong, false, off));
    }

    private static Consumer<HealthyWindows> hns(String name) {
        return windows("hns", List.of(new WindowsFacts.HnsNetwork(name, "l2bridge")));
    }
}
