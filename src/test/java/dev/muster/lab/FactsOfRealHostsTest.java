package dev.muster.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.base.HostName;
import dev.muster.base.Reading;
import dev.muster.probe.Docker;
import dev.muster.probe.Facts;
import dev.muster.probe.Leftover;
import dev.muster.probe.Membership;
import dev.muster.probe.Prober;
import dev.muster.remote.SshReach;
import dev.muster.setup.Host;
import dev.muster.setup.Login;
import dev.muster.setup.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What `probe.sh` reads on a host with its own systemd, sshd and Docker.
@Tag("lab")
class FactsOfRealHostsTest {

    private static final String NAME = "n8";

    @TempDir
    private Path folder;

    private Lab lab;
    private LabHost real;
    private Host host;
    private SshReach reach;

    @BeforeEach
    void a_host_as_just_installed() throws InterruptedException {
        lab = Lab.open();
        real = lab.fresh(List.of(), NAME).getFirst();
        host = Host.linux(
                new HostName(NAME), real.address(), Set.of(Role.WORKER), Login.withKey("ops", "ops", lab.key()));
        reach = Lab.reach(folder, List.of(host));
    }

    @AfterEach
    void gone() {
        reach.close();
        Lab.call("gone", NAME);
    }

    private Facts facts() throws InterruptedException {
        return new Prober(reach).probe(host).facts().known().orElseThrow();
    }

    @Test
    void a_fresh_host_is_known_whole() throws InterruptedException {
        var facts = facts();

        assertThat(facts.hostName()).isEqualTo(Reading.of(NAME));
        assertThat(facts.init()).isEqualTo(Reading.of("systemd"));
        assertThat(facts.addresses().known().orElseThrow())
                .anyMatch(own -> own.address().equals(real.address()) && own.prefix() == 24);
        assertThat(facts.docker().known().orElseThrow())
                .isInstanceOfSatisfying(
                        Docker.Running.class,
                        engine -> assertThat(engine.version()).startsWith("20.10"));
        assertThat(facts.disks().get("/var/lib/docker").known().orElseThrow().mountPoint())
                .isEqualTo("/var/lib/docker");
        assertThat(facts.listeners().known().orElseThrow())
                .anyMatch(
                        listener -> listener.port() == 22 && listener.process().startsWith("sshd ("));
        assertThat(facts.membership()).isEqualTo(Reading.of(new Membership.None()));
        assertThat(facts.rancherServers()).isEqualTo(Reading.of(List.of()));
        assertThat(facts.leftovers().known().orElseThrow())
                .as("the image that a join will need")
                .extracting(Leftover::id)
                .containsExactly("image:rancher/rancher-agent:v2.1.6");
        assertThat(facts.modules().values())
                .as("built in, all of them known")
                .allMatch(Reading.Known.class::isInstance);
        var clock = facts.clock().known().orElseThrow();
        assertThat(clock.ahead().abs()).isLessThanOrEqualTo(clock.error());
        assertThat(clock.error()).isLessThan(Duration.ofSeconds(5));
    }

    /// Signing in leaves its traces in logs and under /run; the questions leave none anywhere.
    @Test
    void asking_changes_nothing() throws InterruptedException {
        facts();
        var before = real.traces();
        real.says("touch /var/lib/muster-test-mark; sleep 1.1");

        facts();

        assertThat(real.says("find / -xdev -newer /var/lib/muster-test-mark"
                        + " -not -path '/proc/*' -not -path '/sys/*' -not -path '/run/*' -not -path '/var/log/*'"
                        + " -not -path '/dev/*'; rm /var/lib/muster-test-mark"))
                .isEmpty();
        assertThat(real.traces()).isEqualTo(before);
        assertThat(real.says("ps -eo args | grep -c '[m]uster-probe\\|[s]leep 4' || :")
                        .strip())
                .isEqualTo("0");
    }

    @Test
    void a_joined_host_names_its_server_and_not_its_token() throws InterruptedException {
        Lab.call("joined", NAME);

        assertThat(facts().membership().known().orElseThrow()).isInstanceOfSatisfying(Membership.Agent.class, agent -> {
            assertThat(agent.server()).isEqualTo(lab.server());
            assertThat(agent.caChecksum()).isEqualTo(lab.checksum());
            assertThat(agent.running()).isTrue();
        });
        assertThat(facts().toString()).doesNotContain(lab.token());
    }

    @Test
    void what_an_earlier_cluster_left_is_found_and_what_is_others_is_not() throws InterruptedException {
        real.says("""
            mkdir -p /etc/cni/net.d /opt/rke/etcd-snapshots /var/lib/kubelet/pods/a/b /var/lib/etcd/lost+found
            echo x >/etc/cni/net.d/10-flannel.conflist; echo x >/opt/rke/etcd-snapshots/1
            mount -t tmpfs tmpfs /var/lib/kubelet/pods/a/b
            ip link add flannel.1 type vxlan id 1 dstport 8472 dev eth0; ip link add foreign0 type bridge
            iptables -N KUBE-SERVICES; iptables -N cali-INPUT; iptables -N MINE
            ipset create cali40masq hash:net; ipset create mine hash:net
            docker volume create mine >/dev/null
            """);

        assertThat(facts().leftovers().known().orElseThrow())
                .extracting(Leftover::id)
                .containsExactlyInAnyOrder(
                        "path:/etc/cni",
                        "path:/opt/rke/etcd-snapshots",
                        "image:rancher/rancher-agent:v2.1.6",
                        "volume:mine",
                        "path:/var/lib/kubelet",
                        "mount:/var/lib/kubelet/pods/a/b",
                        "interface:flannel.1",
                        "iptables:KUBE-",
                        "iptables:cali-",
                        "ipset:cali40masq");
    }

    @Test
    void a_docker_that_is_stopped_is_silent_and_what_it_knew_is_unknown() throws InterruptedException {
        real.says("systemctl stop docker.socket docker.service");

        var facts = facts();

        assertThat(facts.docker().known().orElseThrow()).isInstanceOfSatisfying(Docker.Silent.class, silent -> {
            assertThat(silent.clientVersion()).startsWith("20.10");
            assertThat(silent.why()).contains("Cannot connect to the Docker daemon");
        });
        assertThat(facts.membership()).isInstanceOf(Reading.Unknown.class);
        assertThat(facts.leftovers()).isInstanceOf(Reading.Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({"centos-7.5, centos", "ubuntu-16.04, ubuntu", "rancheros, rancheros"})
    void other_distributions_say_who_they_are(String file, String id) throws InterruptedException {
        Lab.call("os", NAME, file);

        assertThat(facts().os().known().orElseThrow().id()).isEqualTo(id);
    }
}
