package dev.muster.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.base.Bytes;
import dev.muster.base.Reading;
import dev.muster.script.Script;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is read of the lines of `probe.ps1`. The answers are written by hand: no Windows took part.
final class WindowsFactsTest {

    private static final Set<String> NONE_ON_WINDOWS =
            Set.of("init", "swap", "cgroups", "selinux", "rancherServers", "appArmor", "networkManager", "etcdDisk");

    private static Facts read(Printed printed) {
        return WindowsFactsReader.read(Printed.output(String.join("\n", printed.lines()) + "\n.\n"));
    }

    private static WindowsFacts windows(Printed printed) {
        return read(printed).windows().orElseThrow();
    }

    static Set<String> keysOfTheScript() {
        var keys = new TreeSet<String>();
        var lists = Pattern.compile("Keys = @\\(([^)]*)\\)")
                .matcher(Script.of("windows/probe.ps1").text());
        while (lists.find()) {
            Pattern.compile("'([^']+)'").matcher(lists.group(1)).results().forEach(key -> keys.add(key.group(1)));
        }
        return keys;
    }

    @Test
    void a_healthy_host_leaves_nothing_unknown_but_what_Windows_has_not_got() throws ReflectiveOperationException {
        var facts = read(GivenWindows.healthy());

        assertThat(unknown(facts)).isEqualTo(NONE_ON_WINDOWS);
        assertThat(unknown(facts.windows().orElseThrow())).isEmpty();
        assertThat(facts.os())
                .isEqualTo(Reading.of(
                        new OsRelease("windows", "10.0.17763", "Microsoft Windows Server 2019 Standard", List.of())));
        assertThat(facts.architecture()).isEqualTo(Reading.of("x86_64"));
        assertThat(facts.cpus()).isEqualTo(Reading.of(8));
        assertThat(facts.memory()).isEqualTo(Reading.of(new Bytes(8589328384L)));
        assertThat(facts.disks()).containsOnlyKeys("C:");
        assertThat(facts.addresses().known().orElseThrow())
                .contains(new InterfaceAddress("Ethernet1", "10.9.0.7", 16, true))
                .contains(new InterfaceAddress("Ethernet0", "fe80::1c2d:3e4f:5a6b:7c8d", 64, false));
        assertThat(facts.routes().known().orElseThrow()).contains(new Route("10.0.0.0/24", "", "Ethernet0"));
        assertThat(facts.listeners())
                .isEqualTo(Reading.of(List.of(
                        new Listener("tcp", "::", 5986, "System (4)"),
                        new Listener("udp", "0.0.0.0", 123, "? (980)"))));
        assertThat(facts.docker())
                .isEqualTo(
                        Reading.of(new Docker.Running("18.09.6", "windowsfilter", "C:\\ProgramData\\docker", "", "")));
        assertThat(facts.timeSync()).isEqualTo(Reading.of(new TimeSync(TimeSync.State.SYNCHRONISED, "W32Time")));
        assertThat(facts.membership()).isEqualTo(Reading.of(new Membership.None()));
        assertThat(facts.leftovers()).isEqualTo(Reading.of(List.of()));
        var windows = facts.windows().orElseThrow();
        assertThat(windows.version())
                .isEqualTo(Reading.of(new WindowsFacts.Version(17763, 1817, "ServerStandard", "Server Core", "1809")));
        assertThat(windows.bootTime()).isEqualTo(Reading.of(Instant.parse("2026-11-20T05:12:33.5Z")));
        assertThat(windows.restartPending()).isEqualTo(Reading.of(List.of()));
        assertThat(windows.quotas())
                .isEqualTo(Reading.of(Map.of("MaxShellsPerUser", 2147483647L, "IdleTimeout", 7200000L)));
        assertThat(windows.remoteAdministratorsFiltered()).isEqualTo(Reading.of(true));
    }

    /// Every key that the script promises is read by somebody: without it the facts are others.
    @ParameterizedTest
    @MethodSource("keysOfTheScript")
    void each_key_of_the_script_is_read(String key) {
        var given = switch (key) {
            case "docker-error" -> silent("");
            case "wins-server" -> wins("https://rancher.example");
            default -> GivenWindows.healthy();
        };
        var without = key.equals("wins-server") ? wins("") : GivenWindows.healthy();

        assertThat(read(without.without(key).line("!" + key + " skipped"))).isNotEqualTo(read(given));
    }

    private static Printed wins(String server) {
        return GivenWindows.healthy()
                .without("wins-server")
                .said("wins-server", server)
                .said("services", """
                    [{"name":"rancher-wins","state":"Running","start":"Auto","process":9,"path":"C:\\\\wins.exe"},\
                    {"name":"W32Time","state":"Running","start":"Auto","process":980,"path":""}]\
                    """);
    }

    private static Printed silent(String error) {
        return GivenWindows.healthy()
                .said("docker", "{\"Client\":{\"Version\":\"18.09.6\"},\"Server\":null}", "1")
                .said("docker-error", error);
    }

    /// And the other way round: nobody reads a key that the script doesn't have.
    @Test
    void the_answer_of_these_tests_has_the_keys_of_the_script() {
        var keys = GivenWindows.healthy().lines().stream()
                .filter(line -> line.matches("[@<!].*"))
                .map(line -> line.substring(1).split(" ", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(keys).isEqualTo(keysOfTheScript());
    }

    /// What can't be had is told with its reason, and is never zero, empty or off.
    @Test
    void a_host_that_answers_nothing_has_only_unknown_facts() throws ReflectiveOperationException {
        var facts = read(Printed.empty());

        assertThat(unknown(facts)).hasSize(countReadings(facts) - 1).doesNotContain("clock");
        var windows = facts.windows().orElseThrow();
        assertThat(unknown(windows)).hasSize(countReadings(windows));
        assertThat(facts.disks()).isEqualTo(Map.of("C:", Reading.unknown("the host wasn't asked for it")));
    }

    private static Set<String> unknown(Record facts) throws ReflectiveOperationException {
        var names = new TreeSet<String>();
        for (var component : readings(facts)) {
            if (component.getAccessor().invoke(facts) instanceof Reading.Unknown<?>(var why)) {
                assertThat(why).as(component.getName()).isNotBlank();
                names.add(component.getName());
            }
        }
        return names;
    }

    private static int countReadings(Record facts) {
        return readings(facts).size();
    }

    private static List<RecordComponent> readings(Record facts) {
        var readings = new ArrayList<RecordComponent>();
        for (var component : facts.getClass().getRecordComponents()) {
            if (component.getType() == Reading.class) {
                readings.add(component);
            }
        }
        return readings;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        !features denied Access is denied.                       | Access is denied.: permission denied
        !features command Get-WindowsOptionalFeature             | Get-WindowsOptionalFeature: command not found
        !features failed The operation has timed out.            | The operation has timed out.
        !features skipped                                        | not asked, because what was asked before didn't answer in time
        !features missing C:\\nothing                            | C:\\nothing: not there
        """)
    void a_fact_that_cannot_be_had_says_why(String line, String why) {
        assertThat(windows(GivenWindows.healthy().without("features").line(line))
                        .features())
                .isEqualTo(Reading.unknown(why));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "[1]",
                "[{}]",
                "[[]]",
                "not json",
                "[{\"name\":\"Containers\"}",
                "[{\"name\":null}]",
                "[{\"name\":{},\"state\":\"Installed\"}]",
                "\uFEFF[]x"
            })
    void rows_that_are_no_rows_are_unknown_and_harm_nobody_else(String json) throws ReflectiveOperationException {
        var facts = read(GivenWindows.healthy().said("features", json));

        assertThat(facts.windows().orElseThrow().features()).isInstanceOf(Reading.Unknown.class);
        assertThat(unknown(facts.windows().orElseThrow())).containsExactly("features");
    }

    /// What a host calls itself can't become a line of ours, a colour, or another direction of the text.
    @Test
    void hostile_values_are_shown_harmlessly() {
        var hostile = "\u001B[31mwin\n@elevated yes\n.\n\u202Etxt\u0000";
        var facts = read(GivenWindows.healthy()
                .without("elevated")
                .line("@elevated no")
                .without("hostname")
                .said("hostname", hostile)
                .said("disks", """
                    [{"device":"C:\\u001b]0;x\\u0007","size":1,"free":1,"type":"NTFS\\u202e"}]\
                    """)
                .said("services", """
                    [{"name":"docker\\n@pipe no","state":"Running","start":"Auto","process":1,"path":"\\u0000"}]\
                    """));

        assertThat(facts.hostName().known().orElseThrow()).doesNotContain("\u001B", "\n", "\u202E", "\u0000");
        assertThat(facts.disks().keySet()).allMatch(name -> name.chars().noneMatch(Character::isISOControl));
        var windows = facts.windows().orElseThrow();
        assertThat(windows.elevated()).isEqualTo(Reading.of(false));
        assertThat(windows.dockerPipe()).isEqualTo(Reading.of(true));
        assertThat(windows.services().known().orElseThrow().getFirst().name()).doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "99999999999999999999", "-1", "\"x\"", "null", "true", "1.5"})
    void a_number_that_is_none_is_unknown(String number) {
        var facts = read(GivenWindows.healthy().said("processors", "[{\"name\":\"x\",\"threads\":" + number + "}]"));

        assertThat(facts.cpus()).isInstanceOf(Reading.Unknown.class);
    }

    @Test
    void defender_is_no_scanner_of_another_maker() {
        var facts = read(GivenWindows.healthy().without("antivirus").said("antivirus", """
            [{"name":"WinDefend","state":"Running"},{"name":"Sense","state":"Running"},\
            {"name":"SentinelAgent","state":"Running"}]\
            """));

        assertThat(facts.windows().orElseThrow().antivirus()).isEqualTo(Reading.of(List.of("SentinelAgent")));
        assertThat(Script.of("windows/probe.ps1").text()).doesNotContain("'WinDefend'", "'Sense'");
    }

    @Test
    void an_answer_that_was_cut_off_says_so_for_what_is_missing() {
        var lines = GivenWindows.healthy().lines();
        var half = String.join("\n", lines.subList(0, lines.size() / 2));
        var facts = WindowsFactsReader.read(Printed.output(half));

        assertThat(facts.hostName()).isEqualTo(Reading.of("win1"));
        assertThat(facts.windows().orElseThrow().quotas()).isEqualTo(Reading.unknown("the host's answer was cut off"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", textBlock = """
        # enabled | policy | filtered
        1         | null   | true
        null      | null   | true
        1         | 0      | true
        1         | 1      | false
        0         | null   | false
        0         | 1      | false
        """)
    void local_administrators_are_filtered_unless_a_policy_says_otherwise(String lua, String policy, boolean filtered) {
        var rows = "[{\"enabled\":" + lua + ",\"filterPolicy\":" + policy + "}]";

        assertThat(windows(GivenWindows.healthy().said("uac", rows)).remoteAdministratorsFiltered())
                .isEqualTo(Reading.of(filtered));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Leap Indicator: 0(no warning)~Stratum: 3                        | SYNCHRONISED
        Leap Indicator: 3(not synchronized)~Stratum: 0 (unspecified)    | SYNCING
        闰指示符: 3(未同步)~层次: 0 (未指定)                              | SYNCING
        """)
    void the_clock_is_told_by_a_number_in_any_language(String said, TimeSync.State state) {
        assertThat(read(GivenWindows.healthy().said("time", said.replace("~", "\r\n")))
                        .timeSync())
                .isEqualTo(Reading.of(new TimeSync(state, "W32Time")));
    }

    @Test
    void a_time_service_that_rests_is_off_and_one_that_cannot_say_is_unknown() {
        var stopped = GivenWindows.healthy().said("services", """
            [{"name":"W32Time","state":"Stopped","start":"Manual","process":0,"path":""}]\
            """);

        assertThat(read(stopped).timeSync()).isEqualTo(Reading.of(new TimeSync(TimeSync.State.OFF, "")));
        assertThat(read(GivenWindows.healthy().said("time", "", "1")).timeSync())
                .isInstanceOf(Reading.Unknown.class);
    }

    @Test
    void the_clock_is_off_by_half_the_way_and_a_tick_of_Windows() {
        var clock = read(GivenWindows.healthy()).clock().known().orElseThrow();

        assertThat(clock.ahead()).isZero();
        assertThat(clock.error()).isEqualTo(Duration.ofMillis(100 + 16));
    }

    @Test
    void an_engine_is_absent_silent_or_running() {
        assertThat(read(GivenWindows.healthy().without("docker").line("!docker command docker"))
                        .docker())
                .isEqualTo(Reading.of(new Docker.Absent()));
        assertThat(read(silent("error during connect: open //./pipe/docker_engine\n"))
                        .docker())
                .isEqualTo(
                        Reading.of(new Docker.Silent("18.09.6", "error during connect: open //./pipe/docker_engine")));
        assertThat(read(GivenWindows.healthy()
                                .without("docker")
                                .line("!docker failed docker.exe said nothing for 8 s."))
                        .docker())
                .isEqualTo(Reading.unknown("docker.exe said nothing for 8 s."));
        assertThat(read(GivenWindows.healthy().said("docker", "<html>")).docker())
                .isInstanceOf(Reading.Unknown.class);
    }

    @Test
    void what_Rancher_left_is_listed_with_the_agent_that_left_it() {
        var facts = read(GivenWindows.healthy()
                .said("services", """
                    [{"name":"rancher-agent","state":"Running","start":"Auto","process":9,"path":"C:\\\\agent.exe"},\
                    {"name":"W32Time","state":"Running","start":"Auto","process":980,"path":""}]\
                    """)
                .said("environment", """
                    [{"name":"CATTLE_SERVER","value":"https://rancher.example"},{"name":"CATTLE_TOKEN","value":null}]\
                    """)
                .said("paths", "[{\"path\":\"C:\\\\etc\\\\rancher\"},{\"path\":\"C:\\\\opt\\\\cni\"}]")
                .said("hns", "[{\"name\":\"vxlan0\",\"type\":\"overlay\",\"id\":\"1\"}]"));

        assertThat(facts.membership())
                .isEqualTo(
                        Reading.of(new Membership.Agent("https://rancher.example", "", true, false, "rancher-agent")));
        assertThat(facts.leftovers().known().orElseThrow().stream().map(Leftover::id))
                .containsExactly(
                        "environment:CATTLE_SERVER",
                        "environment:CATTLE_TOKEN",
                        "hns-network:vxlan0",
                        "path:C:\\etc\\rancher",
                        "path:C:\\opt\\cni",
                        "service:rancher-agent");
    }

    @Test
    void the_agent_of_today_says_its_server_in_its_connection_and_a_kubelet_that_the_node_was_taken_in() {
        assertThat(read(wins("https://rancher.example")).membership())
                .isEqualTo(
                        Reading.of(new Membership.Agent("https://rancher.example", "", true, false, "rancher-wins")));
        assertThat(read(wins("").said("processes", "[{\"id\":7,\"name\":\"kubelet\"}]"))
                        .membership())
                .isEqualTo(Reading.of(new Membership.Agent("", "", true, true, "rancher-wins")));
    }

    @Test
    void a_list_of_leftovers_that_is_not_whole_is_unknown() {
        var facts = read(GivenWindows.healthy().without("paths").line("!paths denied Access is denied."));

        assertThat(facts.leftovers()).isEqualTo(Reading.unknown("Access is denied.: permission denied"));
    }

    @Test
    void a_Linux_host_says_nothing_of_Windows() {
        assertThat(Printed.withoutDocker().facts().windows()).isEqualTo(Optional.empty());
    }
}
