package dev.muster.cli;

import dev.muster.flow.Flow;
import dev.muster.run.RunOptions;
import dev.muster.setup.file.SetupFile;
import dev.muster.setup.secrets.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Goes on with a run that was cut off.
@Command(name = "resume")
final class ResumeCommand implements Callable<Integer> {

    private final Terms terms;

    @ParentCommand
    private MusterCommand muster;

    @Parameters(index = "0", paramLabel = "RUN")
    private String written = "";

    @Option(names = "--retry", split = ",", paramLabel = "STEP")
    private List<String> retry = new ArrayList<>();

    @Option(names = "--skip", split = ",", paramLabel = "STEP")
    private List<String> skip = new ArrayList<>();

    ResumeCommand(Terms terms) {
        this.terms = terms;
        this.muster = new MusterCommand(terms);
    }

    @Override
    public Integer call() throws InterruptedException {
        var place = muster.workplace();
        var run = place.runs().open(place.runs().resolve(written));
        var setup = SetupFile.parse(run.setupText(), run.id() + "/setup.yaml", run.base());
        var steps = new Steps(run.plan());
        var options = RunOptions.DEFAULT
                .withRetry(steps.of("--retry", retry))
                .withSkip(steps.of("--skip", skip))
                .withTakeOver(muster.takeOver(setup));
        var live = new LiveRun(terms, place.catalog().guidance(), muster.json());
        try (var secrets = new Secrets(terms.environment(), new TerminalAsker(terms));
                var flow = new Flow(place, secrets, setup.limits())) {
            var running = flow.resume(run, setup, options, live::take);
            return new RunEnding(terms, live, muster.json(), run.plan())
                    .await(running)
                    .code();
        }
    }
}
