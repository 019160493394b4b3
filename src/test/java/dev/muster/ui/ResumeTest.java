package dev.muster.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.Main;
import dev.muster.flow.Home;
import dev.muster.run.RunEnd;
import dev.muster.run.RunStore;
import dev.muster.run.StepRecord;
import dev.muster.ui.kit.Ids;
import dev.muster.ui.run.RunModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// *Look and resume*: a run that was cut off or stopped is found at the next start, and gone on with.
final class ResumeTest {

    @TempDir
    Path home;

    private OwnHosts hosts;

    @BeforeEach
    void open() throws IOException {
        hosts = OwnHosts.start(home, 0.6);
        hosts.confirmed();
    }

    @AfterEach
    void close() {
        hosts.close();
    }

    private String run() {
        return new RunStore(new Home(home).runs()).ids().getFirst().value();
    }

    private List<Integer> attempts() {
        return new RunStore(new Home(home).runs())
                .list().runs().getFirst().steps().stream()
                        .map(StepRecord::attempt)
                        .toList();
    }

    @Test
    void a_run_whose_Muster_was_killed_in_a_step_is_found_and_goes_on() throws Exception {
        killInTheMiddle(hosts.setup("lin1"));
        try (var stage = new Stagehand(home, hosts.environment())) {
            look(stage);
            assertThat(stage.ask(() -> stage.pages().run().phase())).isEqualTo(RunModel.Phase.CUT_OFF);
            assertThat(stage.text(Ids.PAGE_TITLE)).startsWith("Cut off:");
            assertThat(stage.shown()).contains("nothing that was done is done again");

            stage.enter();

            stage.until("the run ends", () -> !stage.pages().run().underWay());
            assertThat(stage.ask(() -> stage.pages().run().end())).contains(RunEnd.DONE);
            stage.enter();
            stage.until("the report", () -> stage.text(Ids.PAGE_TITLE).equals("1 host has joined"));
        }
        assertThat(attempts()).as("how often each step was begun").isNotEmpty().containsOnly(1);
    }

    @Test
    void a_run_that_was_stopped_asks_for_the_command_anew() throws Exception {
        hosts.draft(hosts.setup("lin1").replace("{env: PRACTICE_REGISTRATION}", "{prompt: true}"));
        try (var stage = new Stagehand(home, hosts.environment())) {
            Walk.runFromDraft(stage, hosts.command());
            stage.until("the agent talks", () -> stage.shown().contains("waiting for node to register"));
            stage.press(Ids.STOP);
            stage.press(Ids.STOP_NOW);
            stage.until("the run ends", () -> !stage.pages().run().underWay());
            assertThat(stage.ask(() -> stage.pages().run().end())).contains(RunEnd.CANCELLED);
        }
        try (var stage = new Stagehand(home, hosts.environment())) {
            look(stage);
            stage.enter();
            stage.until("the command is asked for", () -> stage.has(Ids.ASKED_SECRET));
            assertThat(stage.shown()).contains("The registration command, whole");

            stage.paste(Ids.ASKED_SECRET, hosts.command());
            stage.press(Ids.ASKED_USE);

            stage.until("it goes on", () -> stage.pages().run().underWay());
            stage.until("the run ends", () -> !stage.pages().run().underWay());
            assertThat(stage.ask(() -> stage.pages().run().end())).contains(RunEnd.DONE);
        }
    }

    private void look(Stagehand stage) {
        var row = Ids.START_EARLIER + run();
        stage.until("the run is found", () -> stage.has(row));
        assertThat(stage.shown())
                .containsPattern("run cut off after \\d of \\d steps")
                .contains("Look and resume");
        stage.press(row);
        stage.untilPage("run");
    }

    /// Another Muster runs this setup, until it is killed in the middle of a step.
    private void killInTheMiddle(String setup) throws IOException, InterruptedException {
        var file = Files.writeString(home.resolve("cut.muster.yaml"), setup);
        var out = home.resolve("out");
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "run",
                        file.toString(),
                        "--yes",
                        "--json",
                        "--home",
                        home.toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().putAll(hosts.environment());
        var process = builder.start();
        try {
            Awaitility.await("the join is under way")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> joins(out, process));
        } finally {
            process.destroyForcibly();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static boolean joins(Path out, Process process) throws IOException {
        var said = Files.readString(out, StandardCharsets.UTF_8);
        assertThat(process.isAlive()).as(said).isTrue();
        return said.lines().anyMatch(line -> line.contains("join/lin1") && line.contains("running"));
    }
}
