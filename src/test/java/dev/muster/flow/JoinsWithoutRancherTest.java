package dev.muster.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.base.HostName;
import dev.muster.base.Secret;
import dev.muster.plan.ApiStep;
import dev.muster.plan.Phase;
import dev.muster.plan.Plan;
import dev.muster.plan.StepId;
import dev.muster.plan.Wait;
import dev.muster.practice.PracticeHosts;
import dev.muster.practice.rancher.Mishap;
import dev.muster.practice.rancher.PracticeRancher;
import dev.muster.rancher.RancherWords;
import dev.muster.remote.HostKey;
import dev.muster.run.RunEnd;
import dev.muster.run.RunEvent;
import dev.muster.run.RunOptions;
import dev.muster.run.RunRecord;
import dev.muster.run.Running;
import dev.muster.run.StepRecord;
import dev.muster.run.StepState;
import dev.muster.setup.ClusterRequest;
import dev.muster.setup.ClusterRequest.Makes;
import dev.muster.setup.Limits;
import dev.muster.setup.Setup;
import dev.muster.setup.file.SetupFile;
import dev.muster.setup.secrets.Asker;
import dev.muster.setup.secrets.Secrets;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Joins that count when Rancher says so: practice hosts, and a practice Rancher that believes nothing but their
/// agents' calls. No Rancher took part.
@Timeout(60)
final class JoinsWithoutRancherTest {

    private static final Set<HostName> BOTH = Set.of(new HostName("lin1"), new HostName("lin2"));

    @TempDir
    private Path home;

    private PracticeHosts hosts;
    private PracticeRancher rancher;
    private Workplace place;
    private Setup setup;
    private Flow flow;

    @BeforeEach
    void start() throws IOException {
        hosts = PracticeHosts.start(50);
        rancher = hosts.rancher();
        place = Workplace.here(new Home(home.resolve("home")), home.resolve("user"));
        setup = SetupFile.parse(hosts.setupText(), "practice.muster.yaml", home).only(BOTH);
        for (var key : hosts.keys()) {
            place.trust().confirm(new HostKey(key.address(), key.port(), key.type(), key.fingerprint(), key.base64()));
        }
        flow = flow();
    }

    @AfterEach
    void stop() {
        flow.close();
        hosts.close();
    }

    private Flow flow() {
        return new Flow(place, new Secrets(hosts.environment(), Asker.NOBODY), Limits.DEFAULT);
    }

    private Plan plan() {
        return flow.plan(flow.situation(setup, Map.of()));
    }

    private Running begin(Consumer<RunEvent> news) {
        return flow.run(flow.situation(setup, Map.of()), plan(), hosts.setupText(), home, RunOptions.DEFAULT, news);
    }

    private RunRecord record(Running running) {
        return place.runs().open(running.id());
    }

    private static Map<String, StepState> states(RunRecord run) {
        return run.steps().stream().collect(Collectors.toMap(step -> step.step().value(), StepRecord::state));
    }

    @Test
    void workers_begin_when_rancher_calls_the_first_node_active_and_each_node_is_waited_for() throws Exception {
        var plan = plan();

        assertThat(plan.step(new StepId("join/lin2")).orElseThrow().after()).contains(new StepId("active/lin1"));
        assertThat(plan.step(new StepId("active/lin2")).orElseThrow())
                .isInstanceOfSatisfying(
                        Wait.class, wait -> assertThat(wait.cluster()).isEqualTo("factory"));

        var run = begin(_ -> {});

        assertThat(run.await()).isEqualTo(RunEnd.DONE);
        var record = record(run);
        assertThat(record.isConfirmedByRancher()).isTrue();
        assertThat(rancher.isActive("factory", "lin1")).isTrue();
        assertThat(rancher.isActive("factory", "lin2")).isTrue();
    }

    @Test
    void what_is_changed_in_rancher_is_what_the_plan_showed() throws Exception {
        var shown = plan().steps().stream()
                .filter(ApiStep.class::isInstance)
                .map(step -> ((ApiStep) step).request())
                .toList();

        begin(_ -> {}).await();

        assertThat(shown).extracting(ClusterRequest::makes).containsExactly(Makes.CLUSTER, Makes.REGISTRATION);
        assertThat(rancher.asked().changes())
                .containsExactlyElementsOf(shown.stream()
                        .map(request -> request.method() + " " + request.path())
                        .toList());
        var json = new JsonMapper();
        assertThat(json.readTree(rancher.made("factory").orElseThrow()))
                .isEqualTo(json.readTree(shown.getFirst().body()));
    }

    @Test
    void hosts_join_only_what_was_made() throws Exception {
        rancher.mishaps().next("POST", "/v3/clusters", new Mishap.Refused(422, "InvalidOption", "network", "no"));

        var running = begin(_ -> {});

        assertThat(running.await()).isEqualTo(RunEnd.FAILED);
        var states = states(record(running));
        assertThat(states)
                .containsEntry("cluster/127.0.0.1", StepState.FAILED)
                .containsEntry("registration/127.0.0.1", StepState.WAITING)
                .containsEntry("join/lin1", StepState.WAITING);
        assertThat(rancher.made("factory")).isEmpty();
    }

    @Test
    void an_answer_that_is_lost_makes_no_second_cluster() throws Exception {
        rancher.mishaps().next("POST", "/v3/clusters", new Mishap.Cut());

        assertThat(begin(_ -> {}).await()).isEqualTo(RunEnd.DONE);

        assertThat(rancher.asked().changes())
                .filteredOn("POST /v3/clusters"::equals)
                .hasSize(1);
    }

    @Test
    void a_registration_token_that_has_rotated_is_fetched_anew() throws Exception {
        begin(_ -> {}).await();
        flow.close();
        flow = flow();
        setup = SetupFile.parse(hosts.setupText(), "practice.muster.yaml", home)
                .only(Set.of(new HostName("lin1"), new HostName("lin2"), new HostName("lin3")));
        var rotated = new AtomicBoolean();

        var running = begin(event -> {
            if (event instanceof RunEvent.StepChanged changed
                    && changed.step().value().equals("join/lin1")
                    && !rotated.getAndSet(true)) {
                rancher.rotate("factory");
            }
        });

        assertThat(running.await()).isEqualTo(RunEnd.DONE);
        assertThat(rancher.isActive("factory", "lin3")).isTrue();
    }

    @Test
    void a_second_run_finds_everything_as_it_should_be() throws Exception {
        begin(_ -> {}).await();

        var again = begin(_ -> {});

        assertThat(again.await()).isEqualTo(RunEnd.DONE);
        assertThat(states(record(again)).values()).containsOnly(StepState.ALREADY);
    }

    @Test
    void a_node_that_rancher_does_not_call_active_stops_the_others_and_says_why() throws Exception {
        var waiting = new CountDownLatch(1);
        var running = begin(event -> {
            if (event instanceof RunEvent.LogLine line && line.step().value().equals("join/lin1")) {
                stumble();
            }
            if (event instanceof RunEvent.LogLine line && line.line().contains("--cadvisor-port")) {
                waiting.countDown();
            }
        });

        waiting.await();
        running.cancel();

        assertThat(running.await()).isEqualTo(RunEnd.CANCELLED);
        assertThat(states(record(running)))
                .containsEntry("join/lin1", StepState.DONE)
                .containsEntry("active/lin1", StepState.CANCELLED)
                .containsEntry("join/lin2", StepState.WAITING);
        assertThat(record(running).isConfirmedByRancher()).isFalse();
    }

    /// As soon as Rancher knows the node.
    private void stumble() {
        try {
            rancher.stumble("factory", "lin1", "kubelet: unknown flag: --cadvisor-port");
        } catch (IllegalArgumentException e) {
            // its agent hasn't called yet
        }
    }

    @Test
    void what_was_waited_for_when_the_run_stopped_is_waited_for_again() throws Exception {
        var stopped = new CountDownLatch(1);
        var running = begin(event -> {
            if (event instanceof RunEvent.StepChanged changed
                    && changed.step().value().equals("active/lin1")) {
                stopped.countDown();
            }
        });
        stopped.await();
        running.cancel();
        running.await();
        flow.close();
        flow = flow();

        var resumed = flow.resume(record(running), setup, RunOptions.DEFAULT, _ -> {});

        assertThat(resumed.await()).isEqualTo(RunEnd.DONE);
        assertThat(record(resumed).isConfirmedByRancher()).isTrue();
    }

    @Test
    void a_token_that_rancher_refuses_fails_the_wait_and_not_the_join() throws Exception {
        var running = begin(event -> {
            if (event instanceof RunEvent.LogLine line && line.step().value().equals("join/lin1")) {
                rancher.expireTokens();
            }
        });

        assertThat(running.await()).isEqualTo(RunEnd.FAILED);
        assertThat(states(record(running)))
                .containsEntry("join/lin1", StepState.DONE)
                .containsEntry("active/lin1", StepState.FAILED);
        assertThat(record(running).problems())
                .extracting(problem -> problem.what().key().name())
                .isEqualTo(List.of(RancherWords.TOKEN_REFUSED.name()));
    }

    @Test
    void of_a_node_that_does_not_come_the_agents_last_lines_are_in_the_log() throws Exception {
        var shown = plan();
        var impatient = new Plan(
                shown.goal(),
                shown.setup(),
                shown.phases().stream()
                        .map(phase -> new Phase(
                                phase.id(),
                                phase.title(),
                                phase.steps().stream()
                                        .map(step -> step instanceof Wait wait ? forNobody(wait) : step)
                                        .toList()))
                        .toList());

        var running = flow.run(
                flow.situation(setup, Map.of()), impatient, hosts.setupText(), home, RunOptions.DEFAULT, _ -> {});

        assertThat(running.await()).isEqualTo(RunEnd.FAILED);
        var waited = record(running).steps().stream()
                .filter(step -> step.step().value().equals("active/lin1"))
                .findFirst()
                .orElseThrow();
        assertThat(waited.state()).isEqualTo(StepState.FAILED);
        var log = place.runs().lastLines(running.id(), waited, 50);
        assertThat(log).anyMatch(line -> line.contains("Starting plan monitor"));
        assertThat(log).anyMatch(line -> line.contains("with token REDACTED"));
    }

    private static Wait forNobody(Wait wait) {
        return new Wait(
                wait.id(),
                wait.host(),
                wait.cluster(),
                new HostName("nobody"),
                wait.after(),
                Duration.ofSeconds(2),
                wait.quorum());
    }

    @Test
    void a_token_that_rancher_refuses_half_way_is_asked_for_once_again_and_the_run_goes_on() throws Exception {
        var asked = new AtomicInteger();
        Asker admin = field -> {
            assertThat(field).isEqualTo("rancher.api.token");
            asked.incrementAndGet();
            return Optional.of(Secret.of(rancher.token()));
        };
        flow.close();
        flow = new Flow(place, new Secrets(hosts.environment(), admin), Limits.DEFAULT);
        var expired = new AtomicBoolean();

        var running = begin(event -> {
            if (event instanceof RunEvent.LogLine line
                    && line.step().value().equals("join/lin1")
                    && expired.compareAndSet(false, true)) {
                rancher.expireTokens();
            }
        });

        assertThat(running.await()).isEqualTo(RunEnd.DONE);
        assertThat(asked).hasValue(1);
        assertThat(record(running).isConfirmedByRancher()).isTrue();
    }
}
