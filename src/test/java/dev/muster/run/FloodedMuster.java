package dev.muster.run;

import dev.muster.base.HostName;
import dev.muster.base.Text;
import dev.muster.plan.PlanWords;
import dev.muster.plan.ScriptStep;
import dev.muster.plan.StepId;
import dev.muster.remote.TestServer;
import dev.muster.script.Script;
import dev.muster.setup.Host;
import dev.muster.setup.Os;
import dev.muster.setup.Role;
import dev.muster.setup.Way;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// A Muster in a process of its own, with little memory, that runs one step whose output never seems to end.
final class FloodedMuster {

    private FloodedMuster() {}

    /// @param words scratch folder, `ssh` or `winrm`, port, lines
    public static void main(String[] words) throws InterruptedException {
        var scratch = Path.of(words[0]);
        var windows = words[1].equals("winrm");
        var host = host(windows, Integer.parseInt(words[2]));
        var plan = GivenRun.plan(new ScriptStep(
                StepId.of("join", host.name()),
                host.name(),
                Text.of(PlanWords.STEP_JOIN, Text.of(PlanWords.PHASE_WORKERS), "x"),
                windows
                        ? Script.of("test/step.ps1")
                        : Script.of("test/step.sh").with("NAME", "join").with("WHAT", List.of("flood " + words[3])),
                List.of(),
                Duration.ofHours(2),
                Text.of(PlanWords.UNDO_JOIN),
                false));
        var setup = GivenRun.setup(plan, _ -> host);
        RunEnd end;
        try (var reach = TestServer.reach(scratch, TestServer.secrets())) {
            TestServer.openTrusting(scratch, reach, host);
            var runner = GivenRun.runner(scratch.resolve("runs"), reach, Journal.Disk.REAL);
            end = runner.start(
                            new RunOrder(setup, "muster: 1\n", scratch, plan, GivenRun.secrets()),
                            GivenRun.QUICK,
                            _ -> {})
                    .await();
        }
        var peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        System.out.println(end + ", at most " + peak / 1_000_000 + " MB of heap");
        System.exit(end == RunEnd.DONE ? 0 : 1);
    }

    private static Host host(boolean windows, int port) {
        var name = new HostName(windows ? "win1" : "lin1");
        var host = Host.linux(name, "127.0.0.1", Set.of(Role.WORKER), TestServer.password())
                .withPort(port);
        return windows ? host.withOs(Os.WINDOWS).withWay(new Way.WinRm(true, Way.Auth.NTLM)) : host;
    }
}
