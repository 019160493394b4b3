package dev.muster.plan;

import static dev.muster.setup.Role.CONTROLPLANE;
import static dev.muster.setup.Role.ETCD;
import static dev.muster.setup.Role.WORKER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.Given;
import dev.muster.script.Script;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Traps of joining, by the numbers that the fact files give them: what the exact text of the steps does about each.
/// No Windows took part.
final class JoinTrapsTest {

    private static final Plan PLAN = JoinPlanner.plan(Given.situation(
            Given.setup(Given.host("lin1", 11, ETCD, CONTROLPLANE, WORKER), Given.windows("win1", 21))));

    private static String code(String step) {
        var text = ((ScriptStep) PLAN.step(new StepId(step)).orElseThrow())
                .script()
                .text();
        return code(text.lines().toList());
    }

    private static String code(List<String> lines) {
        return String.join(
                "\n",
                lines.stream().filter(line -> !line.strip().startsWith("#")).toList());
    }

    @Test
    void trap_2_1_1_no_isolation_is_asked_for_on_1803() {
        assertThat(code("join/win1")).contains("run --rm -v C:/:C:/host").doesNotContainIgnoringCase("isolation");
    }

    /// In a PowerShell prompt `$?` inside Rancher's quotes is read too early.
    @Test
    void trap_2_1_3_the_two_halves_of_the_windows_command_are_two_programs() {
        assertThat(code("join/win1"))
                .doesNotContain("if($?)")
                .doesNotContain("-Command \"")
                .contains("Copy-Agent\n    Start-Agent", "-File $RUN");
    }

    @Test
    void trap_2_1_4_who_follows_the_endless_log_is_ended_and_the_time_is_limited() {
        assertThat(code("join/win1")).contains("-not $Result.Mark -and $CLOCK.Elapsed.TotalSeconds -lt [int]$TIMEOUT");
        assertThat(code("join/win1")).contains("taskkill.exe", "$TIMEOUT = '2700'");
    }

    @Test
    void trap_2_1_25_the_address_is_given_so_that_nobody_looks_for_a_route_to_8_8_8_8() {
        assertThat(code("join/lin1")).contains("ADDRESS='10.0.0.11'");
    }

    @Test
    void trap_today_2_no_parameter_of_the_windows_script_is_named_twice() {
        var code =
                code(Script.of("windows/join-system-agent.ps1").text().lines().toList());

        for (var parameter : new String[] {"-Label", "-Taint", "-Worker", "-Server", "-NodeName", "-CaChecksum"}) {
            assertThat(code.split(parameter + "[ \"]", -1)).as(parameter).hasSize(2);
        }
        assertThat(code).contains("$labels -join ','", "$taints -join ','");
    }

    /// Both install scripts end with 0 as soon as the agent's service was started.
    @Test
    void trap_today_3_an_exit_status_of_0_is_not_believed() {
        assertThat(code(Script.of("windows/join-system-agent.ps1")
                        .text()
                        .lines()
                        .toList()))
                .contains("Wait-Joined", "Rancher gave this host no connection");
        assertThat(code(Script.of("linux/join-system-agent.sh").text().lines().toList()))
                .contains("    verify\n", "Rancher gave this host no connection");
    }

    @Test
    void trap_today_3_nobody_waits_for_six_hours() {
        assertThat(code(Script.of("linux/join-system-agent.sh").text().lines().toList()))
                .contains("timeout -k 5 \"$_left\"");
    }

    @Test
    void trap_today_3_a_is_never_used() {
        assertThat(code(Script.of("linux/join-system-agent.sh").text().lines().toList()))
                .doesNotContain("\"$@\" -a ")
                .contains("--address \"$ADDRESS\"");
    }
}
