package dev.muster.practice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.base.Reading;
import dev.muster.base.Secret;
import dev.muster.probe.Facts;
import dev.muster.probe.Membership;
import dev.muster.probe.ModuleState;
import dev.muster.probe.Rung;
import dev.muster.probe.Visit;
import dev.muster.remote.JobId;
import dev.muster.remote.JobState;
import dev.muster.remote.LostException;
import dev.muster.remote.Opened;
import dev.muster.script.Script;
import dev.muster.setup.RegistrationReading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The practice hosts as Muster sees them: its own reader of setups, its own SSH, its own checks.
class PracticeEndToEndTest {

    @TempDir
    private Path home;

    private Practised practised;

    @BeforeEach
    void open() throws IOException {
        practised = Practised.begin(home);
    }

    @AfterEach
    void close() {
        practised.close();
    }

    private Facts facts(String name) throws InterruptedException {
        return practised.probe(practised.host(name)).facts().known().orElseThrow();
    }

    @Test
    void an_unknown_key_is_shown_as_it_is() throws InterruptedException {
        for (var key : practised.practice().keys()) {
            var probed = practised.prober().probe(practised.host(key.host()));

            assertThat(probed.ladder())
                    .extracting(Rung::state)
                    .containsExactly(
                            Rung.State.PASSED,
                            Rung.State.PASSED,
                            Rung.State.PENDING,
                            Rung.State.NOT_REACHED,
                            Rung.State.NOT_REACHED);
            assertThat(probed.ladder().get(2).said().arguments()).contains(key.fingerprint());
        }
    }

    @Test
    void six_hosts_let_us_in_and_the_wrong_sudo_password_is_told_by_its_rung() throws InterruptedException {
        practised.confirmAll();

        for (var name : List.of("lin1", "lin2", "lin3", "lin5", "win1", "win2")) {
            assertThat(practised.prober().probe(practised.host(name)).reached())
                    .as(name)
                    .isTrue();
        }
        var lin4 = practised.prober().probe(practised.host("lin4"));
        assertThat(lin4.ladder().get(4).state()).isEqualTo(Rung.State.FAILED);
        assertThat(lin4.ladder().subList(0, 4)).allMatch(rung -> rung.state() == Rung.State.PASSED);
        assertThat(lin4.facts()).isInstanceOf(Reading.Unknown.class);
    }

    @Test
    void every_fact_of_a_practice_host_is_known() throws Exception {
        practised.confirmAll();

        for (var name : List.of("lin1", "lin2", "lin3", "lin5")) {
            var facts = facts(name);
            for (var component : Facts.class.getRecordComponents()) {
                // only the first has etcd
                if (component.getType() == Reading.class
                        && (name.equals("lin1") || !component.getName().equals("etcdDisk"))) {
                    assertThat(component.getAccessor().invoke(facts))
                            .as("%s %s", name, component.getName())
                            .isInstanceOf(Reading.Known.class);
                }
            }
            assertThat(facts.outlook().rancher().known().orElseThrow().outcome().known())
                    .as(name)
                    .get()
                    .isInstanceOf(Visit.Answered.class);
            assertThat(facts.modules().values()).allMatch(Reading.Known.class::isInstance);
            assertThat(facts.disks().values()).allMatch(Reading.Known.class::isInstance);
        }
    }

    /// Of the others Windows says that it has no such thing.
    @Test
    void every_fact_that_only_windows_has_is_known() throws Exception {
        practised.confirmAll();

        for (var name : List.of("win1", "win2")) {
            var facts = facts(name);
            var windows = facts.windows().orElseThrow();
            for (var component : windows.getClass().getRecordComponents()) {
                assertThat(component.getAccessor().invoke(windows))
                        .as("%s %s", name, component.getName())
                        .isInstanceOf(Reading.Known.class);
            }
            assertThat(Stream.of(
                            facts.hostName(),
                            facts.memory(),
                            facts.cpus(),
                            facts.clock(),
                            facts.docker(),
                            facts.timeSync(),
                            facts.addresses(),
                            facts.listeners(),
                            facts.leftovers()))
                    .as("%s", name)
                    .allMatch(Reading.Known.class::isInstance);
        }
    }

    /// Slow to think, not slow to tell the time: its slowness isn't in the doubt about its clock.
    @Test
    void a_slow_host_says_its_clock_first() throws InterruptedException {
        practised.confirmAll();

        var clock = facts("lin2").clock().known().orElseThrow();

        assertThat(clock.ahead().abs()).isLessThanOrEqualTo(clock.error());
    }

    private record Ended(JobState state, List<String> lines) {}

    private Ended job(String host, String step, Script script) throws InterruptedException, LostException {
        if (!(practised.reach().open(practised.host(host)) instanceof Opened.Ready ready)) {
            throw new IllegalStateException(host + " doesn't let us in");
        }
        var jobs = ready.connection().jobs();
        var id = new JobId("2026-11-23-1402-practice-k3f9", step, 1);
        var reading = (RegistrationReading.Readable) practised.registration();
        var output = new ByteArrayOutputStream();
        jobs.start(
                id,
                script,
                Map.of("registration.token", reading.registration().token().orElseThrow()));
        var state = jobs.follow(id, 0, (_, bytes) -> output.writeBytes(bytes));
        jobs.clear(id);
        assertThat(jobs.look(id)).isInstanceOf(JobState.Absent.class);
        return new Ended(state, output.toString(StandardCharsets.UTF_8).lines().toList());
    }

    private Script join(String node) {
        var registration = ((RegistrationReading.Readable) practised.registration()).registration();
        return Script.of("linux/join-agent.sh")
                .with("SERVER", registration.server())
                .withSecret("TOKEN_FILE", "registration.token")
                .with("CA_CHECKSUM", registration.caChecksum())
                .with("IMAGE", registration.image())
                .with("NODE_NAME", node)
                .with("ADDRESS", "")
                .with("INTERNAL_ADDRESS", "")
                .with("ROLES", List.of("etcd", "controlplane", "worker"))
                .with("LABELS", List.of("it's=a 'test'"))
                .with("TIMEOUT", "60");
    }

    @Test
    void a_join_tells_what_the_agent_tells_and_the_second_time_says_already()
            throws InterruptedException, LostException {
        practised.confirmAll();
        var token = ((RegistrationReading.Readable) practised.registration())
                .registration()
                .token()
                .orElseThrow();

        var first = job("lin2", "join/lin2", join("lin2"));
        var second = job("lin2", "join/again", join("lin2"));

        assertThat(first.state())
                .isInstanceOfSatisfying(
                        JobState.Ended.class, ended -> assertThat(ended.exit()).isZero());
        assertThat(first.lines())
                .anyMatch(line -> line.contains("waiting for node to register"))
                .anyMatch(line -> line.contains("Starting plan monitor"))
                .anyMatch(line -> line.endsWith("--label it's=a 'test'"))
                .noneMatch(line -> line.contains(token.revealString()));
        assertThat(second.lines())
                .containsExactly("already so: lin2 is joined to "
                        + practised.practice().rancher().url());
        assertThat(facts("lin2").membership())
                .isInstanceOfSatisfying(
                        Reading.Known.class,
                        known -> assertThat(known.value()).isInstanceOfSatisfying(Membership.Agent.class, agent -> {
                            assertThat(agent.server())
                                    .isEqualTo(practised.practice().rancher().url());
                            assertThat(agent.complete()).isTrue();
                        }));
    }

    @Test
    void steps_change_what_the_host_says_next_and_the_second_time_say_already()
            throws InterruptedException, LostException {
        practised.confirmAll();
        var modules = Script.of("linux/kernel-modules.sh").with("MODULES", List.of("br_netfilter", "vxlan"));
        var settings = Script.of("linux/sysctl.sh").with("SETTINGS", List.of("net.bridge.bridge-nf-call-iptables=1"));
        var strange = Script.of("linux/sysctl.sh").with("SETTINGS", List.of("net.no.such=1"));

        assertThat(job("lin2", "modules/once", modules).lines())
                .containsExactly(
                        "loaded vxlan", "kept vxlan in /etc/modules-load.d/muster.conf", "done: br_netfilter vxlan ");
        assertThat(job("lin2", "modules/twice", modules).lines()).containsExactly("already so: br_netfilter vxlan ");
        assertThat(job("lin2", "sysctl/once", settings).lines())
                .startsWith("net.bridge.bridge-nf-call-iptables: 0, now 1");
        assertThat(job("lin2", "sysctl/twice", settings).lines().getLast()).startsWith("already so: ");
        var refused = job("lin2", "sysctl/strange", strange);
        assertThat(refused.state()).isEqualTo(new JobState.Ended(10, length(refused)));
        assertThat(facts("lin2").modules().get("vxlan")).isEqualTo(Reading.of(ModuleState.LOADED));
        assertThat(facts("lin2").sysctls().get("net.bridge.bridge-nf-call-iptables"))
                .isEqualTo(Reading.of("1"));
    }

    private static long length(Ended ended) {
        return ended.lines().stream().mapToLong(line -> line.length() + 1L).sum();
    }

    @Test
    void a_wrong_token_does_not_join() throws InterruptedException, LostException {
        practised.confirmAll();
        if (!(practised.reach().open(practised.host("lin1")) instanceof Opened.Ready ready)) {
            throw new IllegalStateException("lin1 doesn't let us in");
        }
        var id = new JobId("run", "join/lin1", 1);
        ready.connection().jobs().start(id, join("lin1"), Map.of("registration.token", Secret.of("x".repeat(54))));

        var state = ready.connection().jobs().follow(id, 0, (_, _) -> {});

        assertThat(state)
                .isInstanceOfSatisfying(
                        JobState.Ended.class, ended -> assertThat(ended.exit()).isEqualTo(30));
    }

    @Test
    void nothing_listens_but_on_loopback_and_nothing_after_the_end() {
        var ports = practised.practice().keys().stream().map(PracticeKey::port).toList();
        assertThat(practised.practice().keys()).extracting(PracticeKey::address).containsOnly("127.0.0.1");

        practised.practice().close();

        for (var port : ports) {
            assertThat(answers(port)).as("port %s", port).isFalse();
        }
    }

    private static boolean answers(int port) {
        try (var _ = new Socket("127.0.0.1", port)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void no_secret_is_a_default_or_stands_in_the_setup() throws IOException {
        try (var other = PracticeHosts.start(50)) {
            var mine = new ArrayList<>(practised.practice().environment().values());
            mine.retainAll(other.environment().values());

            assertThat(mine).isEmpty();
            assertThat(practised.practice().environment().values())
                    .noneMatch(practised.practice().setupText()::contains);
            assertThat(Arrays.asList(
                            practised.practice().toString(),
                            practised.practice().keys().toString()))
                    .noneMatch(text ->
                            practised.practice().environment().values().stream().anyMatch(text::contains));
        }
    }
}
