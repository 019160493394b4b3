package dev.muster.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("lab")
class JoinTest {

    private static final List<String> QUICK_POD = List.of("STAND_IN_POD_AFTER=3");

    @TempDir
    Path folder;

    @Test
    void three_hosts_join_and_the_second_time_every_step_says_already() {
        var job = Job.of(folder, QUICK_POD, "n1", "n2", "n3");

        var first = job.run();

        assertThat(first.exit()).as(first::toString).isZero();
        assertThat(Events.of(first.out()).states().values()).as(first::toString).isSubsetOf("done", "already");
        for (var host : job.hosts()) {
            assertThat(host.agentStarts()).as("starts on %s", host).isEqualTo(1);
            assertThat(host.tokensSeen()).containsExactly(Sha256.of(job.lab().token()));
            assertThat(host.says("cat /etc/kubernetes/ssl/certs/serverca")).startsWith("-----BEGIN CERTIFICATE-----");
            assertThat(host.says("find /var/lib/muster -mindepth 1 2>/dev/null || :"))
                    .as("job folders and locks left on %s", host)
                    .isEmpty();
        }
        assertThat(job.hosts().getFirst().says("cat /run/stand-in-agent.record"))
                .contains("--etcd", "--controlplane", "--worker", "--node-name n1");
        assertThat(job.hosts().getLast().says("cat /run/stand-in-agent.record"))
                .doesNotContain("--etcd", "--controlplane")
                .contains("--worker", "--node-name n3");

        var second = job.run();

        assertThat(second.exit()).as(second::toString).isZero();
        assertThat(Events.of(second.out()).states().values())
                .as(second::toString)
                .containsOnly("already");
        assertThat(job.hosts())
                .allSatisfy(host -> assertThat(host.agentStarts()).isEqualTo(1));
    }

    @Test
    void what_the_lab_lacks_is_a_soft_finding_that_stops_until_it_is_accepted() {
        var job = Job.of(folder, QUICK_POD, "n1").accepting(Map.of());
        var before = job.hosts().getFirst().traces();

        var refused = job.run();

        assertThat(refused.exit()).as(refused::toString).isEqualTo(3);
        assertThat(findings(job.check("--json"), "failed", "soft").keySet())
                .containsExactlyInAnyOrderElementsOf(Job.SOFT.keySet());
        assertThat(job.hosts().getFirst().traces()).isEqualTo(before);

        job.accepting(Job.SOFT);

        var checked = job.check("--json");
        assertThat(checked.exit()).as(checked::toString).isZero();
        assertThat(findings(checked, "accepted", "soft").keySet())
                .containsExactlyInAnyOrderElementsOf(Job.SOFT.keySet());
    }

    @Test
    void a_host_that_another_Rancher_has_is_refused_and_left_as_it_was() {
        var job = Job.of(folder, QUICK_POD, "n1");
        Lab.call("joined", "n1", "other");
        var before = job.hosts().getFirst().traces();

        var refused = job.run();

        assertThat(refused.exit()).as(refused::toString).isEqualTo(3);
        assertThat(findings(job.check("--json"), "failed", "hard").keySet()).contains("leftovers.joined-elsewhere");
        assertThat(job.hosts().getFirst().traces()).isEqualTo(before);
    }

    @Test
    void a_host_that_is_joined_already_has_nothing_done_to_it() {
        var job = Job.of(folder, QUICK_POD, "n1");
        Lab.call("joined", "n1");

        var run = job.run();

        assertThat(run.exit()).as(run::toString).isZero();
        assertThat(Events.of(run.out()).states().entrySet())
                .as(run::toString)
                .filteredOn(step -> step.getKey().startsWith("join/"))
                .extracting(Map.Entry::getValue)
                .containsOnly("already");
        assertThat(job.hosts().getFirst().agentStarts()).isEqualTo(1);
    }

    @Test
    void a_half_joined_host_is_told_of_and_joined_from_where_it_is() {
        var job = Job.of(folder, QUICK_POD, "n1");
        Lab.call("half-joined", "n1");

        var checked = job.check("--json");

        assertThat(findings(checked, "failed", "info"))
                .as(checked::toString)
                .hasEntrySatisfying(
                        "leftovers.joined-here", what -> assertThat(what).contains("half joined"));
        var run = job.run();
        assertThat(run.exit()).as(run::toString).isZero();
        assertThat(job.hosts().getFirst().agentStarts()).isEqualTo(1);
    }

    @Test
    void a_wrong_checksum_stops_before_anything_is_changed() {
        var lab = Lab.open();
        var hosts = lab.fresh(QUICK_POD, "n1");
        var wrong = lab.registration().replace(lab.checksum(), "0".repeat(64));
        var job = Job.with(folder, lab, hosts, "{user: ops, key: " + lab.key() + "}", wrong);

        var run = job.run();

        assertThat(run.exit()).as(run::toString).isEqualTo(3);
        assertThat(run.out()).contains("the CA that Rancher names there isn't the one of the registration command");
        assertThat(job.hosts().getFirst().agentStarts()).isZero();
    }

    static Map<String, String> findings(Ended checked, String state, String severity) {
        return Events.document(checked)
                .path("hosts")
                .valueStream()
                .flatMap(host -> host.path("findings").valueStream())
                .filter(finding -> !finding.path("id").asString().equals(Job.DISK))
                .filter(finding -> finding.path("state").asString().equals(state))
                .filter(finding -> finding.path("severity").asString().equals(severity))
                .collect(Collectors.toMap(
                        finding -> finding.path("id").asString(),
                        finding -> finding.path("what").asString(),
                        (one, other) -> one));
    }
}
