package dev.muster.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.practice.rancher.PracticeRancher;
import dev.muster.practice.rancher.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real hosts join a cluster of RKE2 by the system agent, a stand-in of which calls in at a practice Rancher 2.15:
/// that makes the cluster, knows the token and believes nothing but the calls. No Rancher took part, and no RKE2.
@Tag("lab")
class JoinTodayTest {

    private static final String SCRIPT = "/system-agent-install.sh";

    @TempDir
    private Path folder;

    private Lab lab;
    private PracticeRancher rancher;
    private List<LabHost> hosts;
    private MusterHome muster;

    private void begin(String... names) throws IOException {
        lab = Lab.open();
        hosts = lab.fresh(List.of(), names);
        var address = hosts.getFirst().address();
        rancher = PracticeRancher.start(Release.V2_15_0, address.substring(0, address.lastIndexOf('.')) + ".1");
        rancher.serve(SCRIPT, Files.readString(Path.of("src/test/lab/stand-in" + SCRIPT)));
        muster = MusterHome.of(folder.resolve("home"), "RANCHER_API", rancher.token());
    }

    @AfterEach
    void close() {
        rancher.close();
    }

    private Path setup(Map<String, String> soft) {
        var lines = new StringBuilder("""
            muster: 1
            name: today
            goal: join
            rancher:
              version: v2.15.0
              server: "%s"
              api: {token: {env: RANCHER_API}}
              ca: {sha256: "%s"}
            cluster: {name: today, distribution: rke2, kubernetes: v1.35.7+rke2r1, network: canal}
            logins:
              ops: {user: ops, key: %s}
            defaults: {login: ops}
            hosts:
            """.formatted(rancher.url(), rancher.fingerprint(), lab.key()));
        for (var host : hosts) {
            var roles = host.name().equals("n1") ? "etcd, controlplane, worker" : "worker";
            lines.append("  - {name: %s, address: %s, roles: [%s], labels: {zone: a}, taints: [\"a=b:NoSchedule\"]}%n"
                    .formatted(host.name(), host.address(), roles));
        }
        if (!soft.isEmpty()) {
            lines.append("accept:\n");
            soft.keySet()
                    .forEach(check ->
                            lines.append("  - {check: %s, because: \"the lab's hosts are small\"}%n".formatted(check)));
        }
        return muster.file("today.muster.yaml", lines.toString());
    }

    /// With all that is soft accepted.
    private Path accepted() {
        var file = setup(Map.of());
        var checked = muster.muster("check", file.toString(), "--trust-new", "--json");
        var soft = Events.document(checked)
                .path("hosts")
                .valueStream()
                .flatMap(host -> host.path("findings").valueStream())
                .filter(finding -> finding.path("severity").asString().equals("soft"))
                .filter(finding -> finding.path("state").asString().matches("failed"))
                .collect(Collectors.toMap(
                        finding -> finding.path("id").asString(),
                        finding -> finding.path("what").asString(),
                        (one, _) -> one));
        soft.put(Job.DISK, "now and then");
        return setup(soft);
    }

    private Ended run(Path file) {
        return muster.muster("run", file.toString(), "--yes", "--json", "--trust-new");
    }

    @Test
    void three_hosts_join_a_cluster_that_is_made_for_them_and_a_second_run_does_nothing() throws IOException {
        begin("n1", "n2", "n3");
        var file = accepted();
        assertThat(rancher.asked().changes()).as("nothing is made by looking").isEmpty();

        var first = run(file);

        assertThat(first.exit()).as(first::toString).isZero();
        var states = Events.of(first.out()).states();
        assertThat(states.values()).as(first::toString).isSubsetOf("done", "already");
        assertThat(states).containsKeys("join/n1", "active/n1", "join/n3", "active/n3");
        assertThat(rancher.asked().changes()).containsExactly("POST /v1/provisioning.cattle.io.clusters");
        for (var host : hosts) {
            assertThat(rancher.isActive("today", host.name())).isTrue();
            var record = host.says("cat /run/stand-in-agent.record");
            assertThat(record.lines()).hasSize(1);
            assertThat(record)
                    .contains(
                            " token-among-words=no ",
                            "--node-name " + host.name(),
                            "--label zone=a",
                            "--taint a=b:NoSchedule",
                            "--worker");
            assertThat(host.says("find /var/lib/muster -mindepth 1 2>/dev/null || :"))
                    .isEmpty();
        }
        assertThat(hosts.getFirst().says("cat /run/stand-in-agent.record")).contains("--etcd", "--controlplane");
        assertThat(hosts.getLast().says("cat /run/stand-in-agent.record")).doesNotContain("--etcd");

        var second = run(file);

        assertThat(second.exit()).as(second::toString).isZero();
        assertThat(Events.of(second.out()).states().entrySet())
                .filteredOn(step -> !step.getKey().startsWith("active/"))
                .extracting(Map.Entry::getValue)
                .as(second::toString)
                .containsOnly("already");
        assertThat(rancher.asked().changes()).hasSize(1);
        var said = new ArrayList<String>();
        hosts.forEach(host -> said.add(host.says("cat /run/stand-in-agent.record")));
        assertThat(said).allSatisfy(record -> assertThat(record.lines()).hasSize(1));
    }

    @Test
    void a_node_of_another_Rancher_is_refused_and_left_as_it_is() throws IOException {
        begin("n1");
        var file = accepted();
        hosts.getFirst()
                .says("mkdir -p /var/lib/rancher/agent && printf '%s' '{\"kubeConfig\":\"apiVersion: v1\\n"
                        + "clusters:\\n"
                        + "- cluster:\\n"
                        + "    server: https://other.example\\n"
                        + "  name: agent\\n"
                        + "\",\"namespace\":\"fleet-default\"}'"
                        + " >/var/lib/rancher/agent/rancher2_connection_info.json");

        var refused = run(file);

        assertThat(refused.exit()).as(refused::toString).isEqualTo(3);
        assertThat(refused.out() + refused.err()).contains("https://other.example");
        assertThat(rancher.asked().changes()).isEmpty();
    }

    @Test
    void a_proxys_page_in_the_place_of_the_script_is_said_and_nothing_is_run() throws IOException {
        begin("n1");
        rancher.serve(SCRIPT, "<html>Please sign in to the guest network</html>");

        var run = run(accepted());

        assertThat(run.exit()).as(run::toString).isEqualTo(1);
        assertThat(run.out()).contains("is no script", "Please sign in");
        assertThat(hosts.getFirst().says("ls /run/stand-in-agent.record 2>/dev/null || echo none"))
                .isEqualTo("none\n");
    }
}
