package dev.muster.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.Given;
import dev.muster.assess.CheckId;
import dev.muster.assess.Checks;
import dev.muster.assess.Finding;
import dev.muster.assess.Situation;
import dev.muster.assess.State;
import dev.muster.assess.host.MeshMatrix;
import dev.muster.base.HostName;
import dev.muster.base.Reading;
import dev.muster.catalog.Catalog;
import dev.muster.probe.Probed;
import dev.muster.probe.Prober;
import dev.muster.probe.mesh.Mesh;
import dev.muster.probe.mesh.MeshProber;
import dev.muster.remote.SshReach;
import dev.muster.setup.ClusterSettings;
import dev.muster.setup.Host;
import dev.muster.setup.Login;
import dev.muster.setup.Role;
import dev.muster.setup.Setup;
import dev.muster.text.Language;
import dev.muster.text.Texts;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The network between real hosts, with one thing wrong in it at a time: it is found, it is named, and nothing else
/// is. `n1` and `n2` are servers, `n3` is a worker, under canal.
@Tag("lab")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MeshTest {

    private static final Texts ENGLISH = new Texts(Language.EN);
    private static final Catalog CATALOG = Catalog.shipped();

    /// `-Dmesh.repetitions=50` for all that Muster promises; the lab of every day takes fewer.
    private static final int REPETITIONS = Integer.getInteger("mesh.repetitions", 3);

    private final Map<HostName, Probed> probed = new LinkedHashMap<>();
    private List<LabHost> real = List.of();
    private Setup setup = Given.setup();
    private SshReach reach;
    private Lab lab;

    @BeforeAll
    void three_hosts_as_just_installed(@TempDir Path folder) throws InterruptedException {
        lab = Lab.open();
        real = lab.fresh(List.of(), "n1", "n2", "n3");
        var login = Login.withKey("ops", "ops", lab.key());
        var plain = Given.setup(real.stream()
                .map(host -> Host.linux(new HostName(host.name()), host.address(), roles(host), login))
                .toArray(Host[]::new));
        setup = Given.setupWith(
                plain.rancher(), Given.cluster(ClusterSettings.Network.CANAL, "v1.11.6-rancher1-1"), plain);
        reach = Lab.reach(folder, setup.hosts());
        for (var host : setup.hosts()) {
            probed.put(host.name(), new Prober(reach).probe(host));
        }
    }

    private static Set<Role> roles(LabHost host) {
        return host.name().equals("n3") ? Set.of(Role.WORKER) : Set.of(Role.ETCD, Role.CONTROLPLANE, Role.WORKER);
    }

    @AfterAll
    void close() {
        reach.close();
    }

    @AfterEach
    void the_network_is_mended_and_no_listener_is_left() {
        for (var host : real) {
            host.says("iptables -F INPUT");
            Waiting.until(
                    "no listener on " + host.name(),
                    Duration.ofSeconds(10),
                    () -> processes(host).isEmpty());
        }
    }

    private static String processes(LabHost host) {
        return host.says("ps -eo args | grep -E '^muster-mesh' || :").strip();
    }

    private LabHost host(int number) {
        return real.get(number - 1);
    }

    private Situation tried() throws InterruptedException {
        Mesh mesh = new MeshProber(reach, 8, new SecureRandom(), InstantSource.system())
                .probe(setup, probed, CATALOG.ports(), _ -> {});
        return new Situation(setup, Given.situation(Given.setup()).registration(), probed, CATALOG, Reading.of(mesh));
    }

    /// Every pair that isn't as it should be: `n2 n1`, and what is said of it.
    private static Map<String, String> wrong(Situation situation) {
        var wrong = new TreeMap<String, String>();
        var matrix = MeshMatrix.of(situation);
        assertThat(matrix.cells()).as("each of three with each other").hasSize(6);
        matrix.cells().stream()
                .filter(cell -> cell.state() != State.PASSED)
                .forEach(cell -> wrong.put(
                        cell.source() + " " + cell.target(),
                        cell.state() + " "
                                + cell.troubles().stream().map(ENGLISH::of).toList()));
        return wrong;
    }

    private static Finding finding(Situation situation, CheckId id, String host) {
        return Checks.shipped().assess(situation).of(new HostName(host)).stream()
                .filter(finding -> finding.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private static void expect(Situation situation, CheckId id, String host, State state) {
        var finding = finding(situation, id, host);
        assertThat(finding.state())
                .as("%s of %s: %s", id.id(), host, ENGLISH.of(finding.found()))
                .isEqualTo(state);
    }

    @Test
    void a_healthy_network_raises_no_alarm_however_often_it_is_tried() throws InterruptedException {
        var alarms = new ArrayList<String>();
        for (var time = 0; time < REPETITIONS; time++) {
            var wrong = wrong(tried());
            if (!wrong.isEmpty()) {
                alarms.add(time + ": " + wrong);
            }
        }
        assertThat(alarms).isEmpty();
    }

    @Test
    void a_dropped_port_is_named_for_all_who_need_it() throws InterruptedException {
        host(1).says("iptables -I INPUT -p tcp --dport 6443 -j DROP");

        var situation = tried();

        assertThat(wrong(situation))
                .containsOnlyKeys("n2 n1", "n3 n1")
                .allSatisfy((_, said) -> assertThat(said)
                        .startsWith("FAILED")
                        .contains("6443/tcp")
                        .doesNotContain("10250"));
        expect(situation, CheckId.PORTS_OPEN, "n1", State.FAILED);
        assertThat(ENGLISH.of(finding(situation, CheckId.PORTS_OPEN, "n1").found()))
                .contains("6443/tcp", "n2", "n3");
        expect(situation, CheckId.PORTS_UDP, "n1", State.PASSED);
        expect(situation, CheckId.PORTS_OPEN, "n2", State.PASSED);
    }

    /// As by a firewall that keeps track: whoever is called may answer, but not call.
    @Test
    void one_direction_is_named_and_the_other_is_fine() throws InterruptedException {
        host(3).says("iptables -I INPUT -s " + host(1).address() + " -p tcp -m multiport ! --dports 22"
                + " -m conntrack --ctstate NEW -j DROP; iptables -I INPUT -s "
                + host(1).address() + " -p udp -m conntrack --ctstate NEW -j DROP");

        var situation = tried();

        assertThat(wrong(situation))
                .containsOnlyKeys("n1 n3")
                .hasEntrySatisfying("n1 n3", said -> assertThat(said).contains("10250/tcp", "8472/udp"));
        expect(situation, CheckId.PORTS_OPEN, "n3", State.FAILED);
        expect(situation, CheckId.PORTS_OPEN, "n1", State.PASSED);
    }

    @Test
    void the_overlays_port_alone_is_named_while_all_else_is_fine() throws InterruptedException {
        host(3).says("iptables -I INPUT -p udp --dport 8472 -j DROP");

        var situation = tried();

        assertThat(wrong(situation))
                .containsOnlyKeys("n1 n3", "n2 n3")
                .allSatisfy((_, said) -> assertThat(said).contains("8472/udp").doesNotContain("/tcp"));
        expect(situation, CheckId.PORTS_UDP, "n3", State.FAILED);
        expect(situation, CheckId.PORTS_OPEN, "n3", State.PASSED);
    }

    /// Large packets vanish and no router says so; small ones, and with them every port, get through.
    @Test
    void a_black_hole_for_large_packets_is_measured() throws InterruptedException {
        host(2).says("iptables -I INPUT -s " + host(1).address() + " -m length --length 1401:65535 -j DROP");

        var situation = tried();

        // an echo goes both ways
        assertThat(wrong(situation))
                .containsOnlyKeys("n1 n2", "n2 n1")
                .allSatisfy((_, said) -> assertThat(said).contains("1400"));
        expect(situation, CheckId.NETWORK_MTU, "n1", State.FAILED);
        expect(situation, CheckId.NETWORK_MTU, "n3", State.PASSED);
        expect(situation, CheckId.PORTS_OPEN, "n2", State.PASSED);
    }

    @Test
    void a_loss_between_servers_is_measured_and_closes_no_port() throws InterruptedException {
        host(2).says("iptables -I INPUT -s " + host(1).address()
                + " -p icmp -m statistic --mode random --probability 0.3 -j DROP; iptables -I INPUT -s "
                + host(1).address() + " -p tcp -m statistic --mode random --probability 0.1 -j DROP");

        var situation = tried();

        assertThat(wrong(situation)).containsOnlyKeys("n1 n2", "n2 n1");
        expect(situation, CheckId.NETWORK_LOSS, "n1", State.FAILED);
        expect(situation, CheckId.NETWORK_LOSS, "n2", State.FAILED);
        expect(situation, CheckId.PORTS_OPEN, "n1", State.PASSED);
        expect(situation, CheckId.PORTS_OPEN, "n2", State.PASSED);
        expect(situation, CheckId.PORTS_UDP, "n2", State.PASSED);
    }

    /// Nothing can tidy up behind a Muster that was killed, yet its listeners go.
    @Test
    void listeners_go_when_Muster_is_killed(@TempDir Path folder) {
        var job = Job.with(folder, lab, real, "{user: ops, key: " + lab.key() + "}", lab.registration());
        // silence makes the others wait, so that there is a moment to be killed in
        job.hosts().getFirst().says("iptables -I INPUT -p tcp --dport 6443 -j DROP");
        var check = job.muster().start("check", job.file().toString(), "--trust-new");
        Waiting.until(
                "listeners",
                Duration.ofSeconds(60),
                () -> job.hosts().stream().noneMatch(host -> processes(host).isEmpty()));

        check.killHard();

        var left = IntStream.range(0, 3).mapToObj(job.hosts()::get).toList();
        left.forEach(host -> Waiting.until(
                "no listener on " + host.name(),
                Duration.ofSeconds(15),
                () -> processes(host).isEmpty()));
        left.forEach(host -> assertThat(host.says("ss -Hlntu | grep -E ':(10250|8472|6443) ' || :"))
                .isEmpty());
    }
}
