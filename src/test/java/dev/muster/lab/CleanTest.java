package dev.muster.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Hosts that have been nodes, in earnest, next to things that are somebody else's (`lab dirty`): what is a cluster's
/// goes, all else is as before, and the line stays.
@Tag("lab")
class CleanTest {

    private static final String CLUSTERS = "path:/etc/kubernetes";

    @TempDir
    Path folder;

    private Lab lab;
    private MusterHome home;

    @BeforeEach
    void a_lab() {
        lab = Lab.open();
        home = MusterHome.of(folder.resolve("home"));
    }

    private Path setup(LabHost host, String more) throws IOException {
        return Files.writeString(folder.resolve(host.name() + ".muster.yaml"), """
            muster: 1
            name: retire
            goal: clean
            logins: {ops: {user: ops, key: %s}}
            defaults: {login: ops}
            hosts: [{name: %s, address: %s, roles: [worker]}]
            accept: [{check: clean.cluster-member, because: "the agent is a stand-in"}]
            %s
            """.formatted(
                        lab.key(), host.name(), host.address(), more));
    }

    private Ended muster(String... words) {
        return home.muster(words);
    }

    private Ended clean(Path setup, LabHost host) {
        return muster("run", setup.toString(), "--json", "--yes", "--trust-new", "--clean", host.name());
    }

    private LabHost dirty(String name) {
        var host = lab.fresh(List.of(), name).getFirst();
        Lab.call("dirty", name);
        return host;
    }

    private static String foreign(LabHost host) {
        return Lab.call("traces", host.name()).out();
    }

    private Set<String> scan(Path setup) {
        var said = muster("scan", setup.toString(), "--json", "--trust-new").orFail();
        return Events.document(said)
                .at("/hosts/0/items")
                .valueStream()
                .filter(item -> !Set.of("foreign", "snapshot", "data")
                        .contains(item.path("owner").asString()))
                .filter(item -> !item.path("kind").asString().equals("image"))
                .map(item -> item.path("id").asString())
                .collect(Collectors.toSet());
    }

    @Test
    void nothing_of_the_cluster_is_left_all_else_is_as_before_and_it_can_join_again() throws IOException {
        var host = dirty("n4");
        var before = foreign(host);
        var setup = setup(host, "");
        assertThat(scan(setup)).hasSizeGreaterThan(30).contains(CLUSTERS, "container:kubelet", "process:k3s");

        var cleaned = clean(setup, host);

        assertThat(cleaned.exit()).as(cleaned::toString).isZero();
        assertThat(foreign(host)).isEqualTo(before);
        assertThat(scan(setup)).isEmpty();
        assertThat(host.says("iptables-save | grep -E '^:(KUBE|cali)-|^-A (KUBE|cali)-| -j (KUBE|cali)-[A-Z]+$' || :"))
                .isEmpty();
        assertThat(host.says("find /var/lib/muster /run/muster-firewall -mindepth 1 2>/dev/null || :"))
                .isEmpty();

        var twice = muster("run", setup.toString(), "--yes", "--trust-new");
        assertThat(twice.exit()).as(twice::toString).isZero();
        assertThat(twice.toString()).contains("There is nothing to do");

        // it does for a node again: what is left is accepted or no matter
        Lab.call("joined", host.name());
        assertThat(host.says("docker ps --format '{{.Names}}'")).contains("db");
    }

    @Test
    void what_isnt_named_by_hand_isnt_cleaned() throws IOException {
        var host = dirty("n4");
        var before = host.traces();
        var setup = setup(host, "");

        var unnamed = muster("run", setup.toString(), "--json", "--yes", "--trust-new");
        var misnamed = muster("run", setup.toString(), "--json", "--yes", "--trust-new", "--clean", "n4,n5");

        assertThat(unnamed.exit()).as(unnamed::toString).isEqualTo(2);
        assertThat(misnamed.exit()).as(misnamed::toString).isEqualTo(2);
        assertThat(host.traces()).isEqualTo(before);
    }

    @Test
    void what_is_ticked_besides_goes_and_what_is_excepted_stays() throws IOException {
        var host = dirty("n4");
        var setup = setup(host, """
            clean:
              images: true
              snapshots: true
              volumes: true
              also: ["path:/etc/ceph", "container:db"]
              except: ["path:/var/lib/weave", "path:/var/lib/kubelet/a name", "interface:flannel.1"]
            """.indent(0));

        var cleaned = clean(setup, host);

        assertThat(cleaned.exit()).as(cleaned::toString).isZero();
        assertThat(host.says("ls -d /etc/ceph /opt/rke /var/lib/rancher/k3s 2>/dev/null || :"))
                .isEmpty();
        assertThat(host.says("docker ps -aq; docker images -q 'rancher/*'")).isEmpty();
        assertThat(host.says("ls /var/lib/kubelet").strip()).isEqualTo("a name");
        assertThat(host.says("ls /var/lib/weave; ls -d /sys/class/net/flannel.1"))
                .contains("x", "flannel.1");
    }

    @Test
    void where_podman_has_a_network_of_its_own_what_both_use_stays() throws IOException {
        var host = dirty("n4");
        host.says("echo {} >/etc/cni/net.d/87-podman-bridge.conflist; iptables -t nat -N CNI-HOSTPORT-DNAT");

        var cleaned = clean(setup(host, ""), host);

        assertThat(cleaned.exit()).as(cleaned::toString).isZero();
        assertThat(host.says("ls /etc/cni/net.d").strip()).isEqualTo("87-podman-bridge.conflist");
        assertThat(host.says("ls -d /opt/cni/bin /var/lib/cni /sys/class/net/cni0 /run/netns/cni-0a1b"))
                .isNotEmpty();
        assertThat(host.says("iptables-save -t nat"))
                .contains("CNI-HOSTPORT-DNAT")
                .doesNotContain(":KUBE-");
    }

    @Test
    void a_host_with_nothing_of_a_cluster_is_left_as_it_is() throws IOException {
        var host = lab.fresh(List.of(), "n4").getFirst();
        host.says("docker rmi $(docker images -q) >/dev/null; touch /var/lib/muster-test-mark; sleep 1.1");
        var before = host.traces();

        var ended = clean(setup(host, ""), host);

        assertThat(ended.exit()).as(ended::toString).isZero();
        assertThat(host.says("find / -xdev -newer /var/lib/muster-test-mark -not -path '/proc/*' -not -path '/sys/*'"
                        + " -not -path '/run' -not -path '/run/*' -not -path '/var/log/*' -not -path '/dev/*'; rm"
                        + " /var/lib/muster-test-mark"))
                .isEmpty();
        assertThat(host.traces()).isEqualTo(before);
    }

    /// A pod's volume that somebody stands in can't be unmounted; all that holds it back is named, and a second
    /// run takes the rest.
    @Test
    void what_is_busy_is_left_and_said_and_goes_the_next_time() throws IOException {
        var host = dirty("n4");
        var secret = "/var/lib/kubelet/pods/0a1b-2c3d/volumes/kubernetes.io~secret/token/in";
        host.says("systemd-run --quiet --unit busy --working-directory='" + secret + "' sleep infinity");
        var setup = setup(host, "");

        var first = clean(setup, host);

        assertThat(first.exit()).as(first::toString).isEqualTo(1);
        assertThat(Events.of(first.out()).said(host.name()))
                .anyMatch(line -> line.startsWith("left: mount " + secret + ", because "));
        assertThat(scan(setup))
                .contains("mount:" + secret, "path:/var/lib/kubelet")
                .doesNotContain(CLUSTERS);
        host.says("systemctl stop busy");

        var second = clean(setup, host);

        assertThat(second.exit()).as(second::toString).isZero();
        assertThat(scan(setup)).isEmpty();
    }

    @Test
    void cut_off_at_any_step_and_resumed_it_comes_to_the_same_end() throws IOException {
        for (var step : List.of("clean-docker", "clean-mounts", "clean-paths", "firewall")) {
            home = MusterHome.of(folder.resolve(step)); // the host's key is a new one
            var host = dirty("n4");
            var before = foreign(host);
            var setup = setup(host, "");
            var run = home.start("run", setup.toString(), "--yes", "--trust-new", "--clean", host.name());
            run.says(Duration.ofSeconds(60), said -> said.contains(step + "/n4 running"));
            run.killHard();

            var resumed = muster("resume", "last");

            assertThat(resumed.exit()).as(() -> step + ": " + resumed).isZero();
            assertThat(scan(setup)).as(step).isEmpty();
            assertThat(foreign(host)).as(step).isEqualTo(before);
        }
    }

    @Test
    void both_back_ends_of_iptables() throws IOException {
        var host = dirty("n4");
        host.says("""
            iptables-legacy -N KUBE-OLD; iptables-legacy -I INPUT -j KUBE-OLD; iptables-legacy -A INPUT -s 192.0.2.9 -j DROP
            ip6tables -N KUBE-SIX; ip6tables -A FORWARD -j KUBE-SIX; ip6tables -A INPUT -s 2001:db8::9 -j DROP
            """);
        var setup = setup(host, "");

        var cleaned = clean(setup, host);

        assertThat(cleaned.exit()).as(cleaned::toString).isZero();
        assertThat(host.says("iptables-legacy-save")).contains("-s 192.0.2.9").doesNotContain("KUBE");
        assertThat(host.says("ip6tables-save")).contains("-s 2001:db8::9").doesNotContain("KUBE");
    }

    @Test
    void nobody_comes_to_keep_the_firewall_so_the_old_rules_come_back() throws IOException {
        var host = dirty("n4");
        var rules = "iptables-save | sed -e '/^#/d' -e 's/\\[[0-9:]*\\]//'";
        var before = host.says(rules);
        var script = Files.readString(Path.of("src/main/resources/scripts/linux/clean-firewall.sh"));
        host.says("cat >/tmp/firewall <<'MUSTER'\n" + script + "MUSTER\n"
                + "ACT=take SECONDS_LEFT=3 CHAINS='iptables KUBE-' sh /tmp/firewall");
        assertThat(host.says(rules)).isNotEqualTo(before);

        Waiting.until(
                "the old rules", Duration.ofSeconds(20), () -> host.says(rules).equals(before));

        assertThat(host.says(rules)).isEqualTo(before);
    }
}
