package dev.muster.cli;

import dev.muster.base.HostName;
import dev.muster.base.Place;
import dev.muster.base.Problem;
import dev.muster.base.ProblemException;
import dev.muster.base.Text;
import dev.muster.plan.StepId;
import dev.muster.run.LogLine;
import dev.muster.run.RunEvent;
import dev.muster.run.RunRecord;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// The log of a run, merged in the order in which the lines came.
@Command(name = "log")
final class LogCommand implements Callable<Integer> {

    private static final int PAGE = 1000;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(300);

    private final Terms terms;

    @ParentCommand
    private MusterCommand muster;

    @Parameters(index = "0", paramLabel = "RUN")
    private String written = "";

    @Option(names = "--host", paramLabel = "H")
    private String host = "";

    @Option(names = "--step", paramLabel = "S")
    private String step = "";

    @Option(names = "--follow")
    private boolean follow;

    LogCommand(Terms terms) {
        this.terms = terms;
        this.muster = new MusterCommand(terms);
    }

    @Override
    public Integer call() {
        var store = muster.workplace().runs();
        var id = store.resolve(written);
        var run = store.open(id);
        var live = new LiveRun(terms, muster.catalog().guidance(), muster.json());
        var log = store.log(id, host(run), step(run));
        var next = 0L;
        while (true) {
            // asked before reading: what comes between the two is read in the next round
            var goesOn = follow && store.open(id).underWay();
            log.refresh();
            List<LogLine> page;
            do {
                page = log.read(next, PAGE);
                page.forEach(
                        line -> live.take(new RunEvent.LogLine(line.time(), line.step(), line.host(), line.text())));
                next += page.size();
            } while (!page.isEmpty());
            if (!goesOn) {
                return Exit.DONE.code();
            }
            // the log is another process's file: there is nothing to wait for but time
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    private @Nullable HostName host(RunRecord run) {
        if (host.isBlank()) {
            return null;
        }
        var hosts = run.plan().places();
        return HostName.parse(host).filter(hosts::contains).orElseThrow(() -> none("--host", host, hosts));
    }

    private @Nullable StepId step(RunRecord run) {
        if (step.isBlank()) {
            return null;
        }
        var steps = run.plan().steps().stream().map(each -> each.id()).toList();
        return steps.stream()
                .filter(id -> id.value().equals(step))
                .findFirst()
                .orElseThrow(() -> none("--step", step, steps));
    }

    private static ProblemException none(String option, String value, List<?> known) {
        return new ProblemException(Problem.input(
                Place.field(option, value),
                Text.of(CliWords.LOG_NONE, value),
                Text.of(CliWords.LOG_NONE_WHY, List.copyOf(known)),
                Text.of(CliWords.LOG_NONE_FIX)));
    }
}
