package dev.muster.run;

import dev.muster.base.HostName;
import dev.muster.base.Problem;
import dev.muster.base.Redactor;
import dev.muster.base.Secret;
import dev.muster.base.Text;
import dev.muster.plan.Step;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// What the steps of one run share.
record Backstage(
        RunId run,
        RunFolder folder,
        Connector connector,
        Gate gate,
        Journal journal,
        Redactor redactor,
        Clock clock,
        RunOptions.Patience patience,
        Map<String, Secret> secrets,
        RancherSide rancher,
        Consumer<RunEvent> news) {

    StepLog log(Step step, int attempt) throws IOException {
        return new StepLog(
                folder.log(step.host(), step.id()),
                folder.index(step.host(), step.id()),
                attempt,
                redactor,
                clock,
                lines -> {
                    var now = clock.instant();
                    for (var line : lines) {
                        news.accept(new RunEvent.LogLine(now, step.id(), step.host(), line));
                    }
                });
    }

    /// The last lines that aren't blank.
    List<String> tail(Step step, int attempt, int count) {
        var file = new LogFile(folder, step.host(), step.id());
        file.refresh();
        var lines = file.tail(attempt, count * 2 + 2).stream()
                .filter(line -> !line.isBlank())
                .toList();
        return lines.subList(Math.max(0, lines.size() - count), lines.size());
    }

    Problem cannotWrite(Step step, IOException e) {
        return Troubles.cannotWrite(folder.log(step.host(), step.id()), e)
                .problems()
                .getFirst();
    }

    void note(HostName host, Text what) {
        var now = clock.instant();
        journal.append(new Entry.Noted(now, host, what));
        news.accept(new RunEvent.Noted(now, host, what));
    }
}
