package dev.muster.run;

import static dev.muster.run.GivenRun.after;
import static dev.muster.run.GivenRun.step;

import dev.muster.plan.Step;
import java.nio.file.Path;

/// A Muster in a process of its own that begins a run and dies in the middle of its n-th write to the journal, as by
/// `kill -9`: no handler runs, nothing is closed.
final class DyingMuster {

    private DyingMuster() {}

    static Step[] steps() {
        return new Step[] {
            step("prepare", "lin1", "say prepared lin1"),
            after("prepare/lin1", "join", "lin1", "slowly 10", "say joined lin1"),
            after("join/lin1", "join", "lin2", "say joined lin2")
        };
    }

    public static void main(String[] words) throws InterruptedException {
        var dies = Integer.parseInt(words[1]);
        var given = new GivenRun(Path.of(words[0]));
        var writes = new int[1];
        given.disk = (channel, bytes) -> {
            if (++writes[0] == dies) {
                channel.write(bytes.limit(bytes.limit() * (dies % 4) / 4));
                Runtime.getRuntime().halt(137);
            }
            Journal.Disk.REAL.write(channel, bytes);
        };
        given.run(GivenRun.QUICK, steps());
    }
}
