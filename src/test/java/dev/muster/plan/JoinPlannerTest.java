package dev.muster.plan;

import static dev.muster.setup.Role.CONTROLPLANE;
import static dev.muster.setup.Role.ETCD;
import static dev.muster.setup.Role.WORKER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.Given;
import dev.muster.assess.Situation;
import dev.muster.base.Reading;
import dev.muster.probe.InterfaceAddress;
import dev.muster.probe.Rung;
import dev.muster.script.Script;
import dev.muster.setup.Os;
import dev.muster.setup.Registration;
import dev.muster.setup.RegistrationReading;
import dev.muster.setup.file.SetupFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class JoinPlannerTest {

    @Test
    void a_healthy_host_needs_no_preparation_and_one_step() {
        var plan = JoinPlanner.plan(Given.situation(Given.setup()));

        assertThat(plan.phases().stream().map(Phase::id)).containsExactly("first-node", "workers");
        assertThat(ids(plan.steps())).containsExactly("join/lin1", "join/lin2", "join/lin3");
    }

    @Test
    void workers_wait_for_the_first_node_and_not_for_each_other() {
        var plan = JoinPlanner.plan(Given.situation(Given.setup()));

        assertThat(step(plan, "join/lin1").after()).isEmpty();
        assertThat(step(plan, "join/lin2").after()).containsExactly(new StepId("join/lin1"));
        assertThat(step(plan, "join/lin3").after()).containsExactly(new StepId("join/lin1"));
    }

    @Test
    void of_a_host_that_was_not_reached_everything_is_planned_and_settings_come_after_modules() {
        var host = Given.host("lin1", 11, ETCD, CONTROLPLANE, WORKER);
        var setup = Given.setup(host);
        var unreached = Given.unreached(host, Rung.Name.TCP, Rung.State.FAILED);
        var plan = JoinPlanner.plan(Given.situation(setup, Map.of(host.name(), unreached)));

        assertThat(ids(plan.steps())).containsExactly("modules/lin1", "sysctl/lin1", "join/lin1");
        assertThat(step(plan, "sysctl/lin1").after()).containsExactly(new StepId("modules/lin1"));
        assertThat(ids(step(plan, "join/lin1").after())).containsExactly("modules/lin1", "sysctl/lin1");
    }

    @Test
    void the_token_is_handed_over_by_name_only() {
        var script = join(Given.situation(Given.setup()), "join/lin1");

        assertThat(script.secrets()).containsExactly(JoinPlanner.TOKEN);
        assertThat(script.prologue())
                .doesNotContain("aaaa")
                .contains("TOKEN_FILE=\"${MUSTER_SECRETS:?}\"/'registration.token'\n");
    }

    @Test
    void the_agent_gets_the_address_only_when_the_host_has_it_itself() {
        var own = join(Given.situation(Given.setup()), "join/lin1");
        var translated = Given.host("lin1", 11, ETCD, CONTROLPLANE, WORKER);
        var setup = Given.setup(translated);
        var inside = Given.healthyLinuxBut();
        inside.addresses = Reading.of(List.of(new InterfaceAddress("eth0", "192.168.0.11", 24, false)));
        var elsewhere = Given.probed(translated, inside.facts());

        assertThat(own.prologue()).contains("ADDRESS='10.0.0.11'\n");
        assertThat(join(Given.situation(setup, Map.of(translated.name(), elsewhere)), "join/lin1")
                        .prologue())
                .contains("\nADDRESS=''\n");
    }

    @Test
    void roles_are_handed_over_one_a_line_in_the_order_of_the_cluster() {
        assertThat(join(Given.situation(Given.setup()), "join/lin1").prologue())
                .contains("ROLES='etcd\ncontrolplane\nworker'\n");
    }

    @Test
    void hosts_whose_loss_stops_the_cluster_are_marked() {
        var plan = JoinPlanner.plan(Given.situation(Given.setup()));

        assertThat(((ScriptStep) step(plan, "join/lin1")).quorum()).isTrue();
        assertThat(((ScriptStep) step(plan, "join/lin2")).quorum()).isFalse();
    }

    @Test
    void a_command_that_cannot_be_read_leaves_nothing_to_join() {
        var unreadable = new Situation(
                Given.setup(),
                new RegistrationReading.Missing(),
                Given.situation(Given.setup()).probed(),
                Given.situation(Given.setup()).catalog());

        assertThat(JoinPlanner.plan(unreadable).steps()).isEmpty();
    }

    @Test
    void windows_hosts_join_last_when_a_linux_worker_has_joined() {
        var plan = JoinPlanner.plan(Given.situation(Given.setup(
                Given.windows("win1", 21),
                Given.host("lin1", 11, ETCD, CONTROLPLANE),
                Given.host("lin2", 12, WORKER),
                Given.host("lin3", 13, WORKER))));

        assertThat(plan.phases().stream().map(Phase::id)).containsExactly("first-node", "workers", "windows");
        assertThat(ids(step(plan, "join/win1").after())).containsExactly("join/lin1", "join/lin2");
    }

    @Test
    void on_2_1_a_windows_host_gets_the_image_for_windows_and_its_agents_words() {
        var plan = JoinPlanner.plan(Given.situation(
                Given.setup(Given.host("lin1", 11, ETCD, CONTROLPLANE, WORKER), Given.windows("win1", 21))));
        var step = (ScriptStep) step(plan, "join/win1");

        assertThat(step.script().file()).isEqualTo("windows/join-agent.ps1");
        assertThat(step.script().prologue())
                .contains("$IMAGE = 'rancher/rancher-agent:v2.1.6-nanoserver-1803'\n", "$NODE_NAME = 'win1'\n")
                .doesNotContain("ROLES");
        assertThat(step.undo().key()).isEqualTo(PlanWords.UNDO_JOIN_TOKEN);
        assertThat(join(Given.situation(Given.setup()), "join/lin1").prologue())
                .contains("IMAGE='rancher/rancher-agent:v2.1.6'\n");
    }

    /// Nothing is known of the hosts, so everything is planned.
    @Test
    void on_today_a_windows_host_gets_its_feature_first_and_labels_and_taints_go_to_the_system_agent() {
        var setup = SetupFile.parse("""
            muster: 1
            name: today
            goal: join
            rancher: {version: v2.15.0, server: "https://rancher.example.org", registration: {env: R}}
            cluster: {name: today, distribution: rke2, kubernetes: v1.35.7+rke2r1, network: flannel}
            logins: {ops: {user: ops, password: {env: P}}}
            defaults: {login: ops}
            hosts:
              - {name: lin1, address: 10.0.0.11, roles: [etcd, controlplane, worker], taints: ["a=b:NoSchedule", "c:NoExecute"]}
              - {name: win1, address: 10.0.0.21, os: windows, roles: [worker], labels: {zone: a}, taints: ["a=b:NoSchedule"]}
            """, "today.muster.yaml", Path.of("/work"));
        var old = Given.registration();
        var today = new Registration(
                old.server(), old.token(), old.caChecksum(), "", Os.LINUX, Set.of(), List.of(), List.of());
        var catalog = Given.situation(Given.setup()).catalog();
        var plan = JoinPlanner.plan(new Situation(setup, new RegistrationReading.Readable(today), Map.of(), catalog));

        var feature = (ScriptStep) step(plan, "feature/win1");
        assertThat(feature.script().prologue()).isEqualTo("$FEATURE = 'Containers'\n");
        assertThat(feature.reboots()).isTrue();
        assertThat(ids(step(plan, "join/win1").after())).containsExactly("feature/win1", "join/lin1");
        var windows = (ScriptStep) step(plan, "join/win1");
        assertThat(windows.script().file()).isEqualTo("windows/join-system-agent.ps1");
        assertThat(windows.script().prologue())
                .contains("$LABELS = 'zone=a'\n", "$TAINTS = 'a=b:NoSchedule'\n")
                .doesNotContain("IMAGE", "ROLES");
        assertThat(windows.undo().key()).isEqualTo(PlanWords.UNDO_JOIN);
        assertThat(((ScriptStep) step(plan, "join/lin1")).script().prologue())
                .contains("TAINTS='a=b:NoSchedule\nc:NoExecute'\n");
    }

    @Test
    void the_same_situation_gives_the_same_plan() {
        assertThat(JoinPlanner.plan(Given.situation(Given.setup())))
                .isEqualTo(JoinPlanner.plan(Given.situation(Given.setup())));
    }

    private static Script join(Situation situation, String id) {
        return ((ScriptStep) step(JoinPlanner.plan(situation), id)).script();
    }

    private static Step step(Plan plan, String id) {
        return plan.step(new StepId(id)).orElseThrow();
    }

    private static List<String> ids(List<?> stepsOrIds) {
        return stepsOrIds.stream()
                .map(each -> each instanceof Step step ? step.id().value() : each.toString())
                .toList();
    }
}
