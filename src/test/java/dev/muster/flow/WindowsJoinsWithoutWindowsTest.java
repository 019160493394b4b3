package dev.muster.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.base.HostName;
import dev.muster.plan.ScriptStep;
import dev.muster.plan.StepId;
import dev.muster.practice.PracticeHosts;
import dev.muster.practice.rancher.Release;
import dev.muster.remote.HostKey;
import dev.muster.run.RunEnd;
import dev.muster.run.RunEvent;
import dev.muster.run.RunOptions;
import dev.muster.run.RunRecord;
import dev.muster.run.StepRecord;
import dev.muster.run.StepState;
import dev.muster.setup.Limits;
import dev.muster.setup.Setup;
import dev.muster.setup.file.SetupFile;
import dev.muster.setup.secrets.Asker;
import dev.muster.setup.secrets.Secrets;
import dev.muster.text.Language;
import dev.muster.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Linux and Windows hosts join both kinds of line through Rancher's API. Practice hosts and a practice Rancher: no
/// Windows and no Rancher took part.
@Timeout(120)
final class WindowsJoinsWithoutWindowsTest {

    @TempDir
    private Path home;

    /// One sitting before the practice of one Rancher.
    private final class Sitting implements AutoCloseable {
        private final PracticeHosts hosts;
        private final Workplace place;
        private final Setup setup;
        private final Flow flow;

        Sitting(Release release, String... names) throws IOException {
            hosts = PracticeHosts.start(50, release);
            place = Workplace.here(new Home(home.resolve("home")), home.resolve("user"));
            setup = SetupFile.parse(hosts.setupText(), "practice.muster.yaml", home)
                    .only(Set.of(names).stream().map(HostName::new).collect(Collectors.toSet()));
            for (var key : hosts.keys()) {
                place.trust()
                        .confirm(new HostKey(key.address(), key.port(), key.type(), key.fingerprint(), key.base64()));
            }
            flow = new Flow(place, new Secrets(hosts.environment(), Asker.NOBODY), Limits.DEFAULT);
        }

        RunRecord run(Consumer<RunEvent> news) throws InterruptedException {
            var probed = flow.probe(setup, flow.registration(setup), setup.hosts(), _ -> {});
            var situation = flow.situation(setup, probed);
            var running = flow.run(situation, flow.plan(situation), hosts.setupText(), home, RunOptions.DEFAULT, news);
            assertThat(running.await()).isEqualTo(RunEnd.DONE);
            return place.runs().open(running.id());
        }

        @Override
        public void close() {
            flow.close();
            hosts.close();
        }
    }

    private static Map<String, StepState> states(RunRecord run) {
        return run.steps().stream().collect(Collectors.toMap(step -> step.step().value(), StepRecord::state));
    }

    @Test
    void on_2_1_three_linux_hosts_and_a_windows_host_join_and_a_second_run_does_nothing() throws Exception {
        try (var sitting = new Sitting(Release.V2_1_6, "lin1", "lin2", "lin3", "win1")) {
            var lines = new ConcurrentLinkedQueue<String>();

            var first = sitting.run(event -> note(event, lines));

            assertThat(states(first)).containsEntry("join/win1", StepState.DONE).containsKey("active/win1");
            assertThat(first.isConfirmedByRancher()).isTrue();
            assertThat(sitting.hosts.rancher().isActive("factory", "win1")).isTrue();
            assertThat(lines).anyMatch(line -> line.contains("-nanoserver-1803 -server"));
            assertThat(lines).noneMatch(line -> line.contains("hyperv"));
            assertThat(lines).anyMatch(line -> line.contains("Starting plan monitor"));

            assertThat(states(sitting.run(_ -> {})).values()).containsOnly(StepState.ALREADY);
        }
    }

    @Test
    void on_today_three_linux_and_two_windows_hosts_join_and_a_second_run_does_nothing() throws Exception {
        try (var sitting = new Sitting(Release.V2_15_0, "lin1", "lin2", "lin3", "win1", "win2")) {
            var lines = new ConcurrentLinkedQueue<String>();

            var first = sitting.run(event -> note(event, lines));

            assertThat(states(first))
                    .as("installed before the restart, found after it")
                    .containsEntry("feature/win1", StepState.DONE)
                    .doesNotContainKey("feature/win2");
            for (var host : List.of("lin1", "lin2", "lin3", "win1", "win2")) {
                assertThat(sitting.hosts.rancher().isActive("factory", host))
                        .as(host)
                        .isTrue();
            }
            assertThat(lines)
                    .as("labels are one word: PowerShell takes no parameter twice")
                    .anyMatch(line -> line.contains("-Label cattle.io/os=windows -Worker"));
            assertThat(sitting.hosts.rancher().asked().changes())
                    .containsExactly("POST /v1/provisioning.cattle.io.clusters");

            var second = states(sitting.run(_ -> {}));

            assertThat(second.values()).containsOnly(StepState.ALREADY);
            assertThat(second).doesNotContainKey("feature/win1");
        }
    }

    private static void note(RunEvent event, ConcurrentLinkedQueue<String> lines) {
        if (event instanceof RunEvent.LogLine line) {
            lines.add(line.line());
        }
    }

    /// Rancher 2.1's own script is written with the token in it; the review page says so before.
    @Test
    void what_keeps_the_token_is_said_before_the_run() throws Exception {
        try (var sitting = new Sitting(Release.V2_1_6, "lin1", "win1")) {
            var plan = sitting.flow.plan(sitting.flow.situation(sitting.setup, Map.of()));

            var join = (ScriptStep) plan.step(new StepId("join/win1")).orElseThrow();

            assertThat(new Texts(Language.EN).of(join.undo())).contains("C:\\etc\\rancher\\run.ps1", "CATTLE_TOKEN");
        }
    }
}
