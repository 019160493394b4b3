package dev.muster.cli;

import dev.muster.base.Place;
import dev.muster.base.Problem;
import dev.muster.base.ProblemException;
import dev.muster.base.Text;
import dev.muster.plan.Plan;
import dev.muster.run.RunOptions;
import dev.muster.setup.Goal;
import dev.muster.setup.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Check, plan, ask, run with live logs.
@Command(name = "run")
final class RunCommand extends SetupCommand {

    @Option(names = "--yes")
    private boolean yes;

    @Option(names = "--keep-going")
    private boolean keepGoing;

    @Option(names = "--from", paramLabel = "STEP")
    private String from = "";

    @Option(names = "--skip", split = ",", paramLabel = "STEP")
    private List<String> skip = new ArrayList<>();

    @Option(names = "--clean", split = ",", paramLabel = "HOST")
    private List<String> clean = new ArrayList<>();

    RunCommand(Terms terms) {
        super(terms);
    }

    @Override
    void before() {
        if (!yes && (json() || !terms.console().terminal())) {
            throw new ProblemException(Problem.input(
                    Place.field("--yes", ""),
                    Text.of(CliWords.YES_NEEDED),
                    Text.of(CliWords.YES_NEEDED_WHY),
                    Text.of(CliWords.YES_NEEDED_FIX)));
        }
    }

    @Override
    Exit call(Setup setup, Survey survey) throws InterruptedException, IOException {
        var takeOver = muster().takeOver(setup);
        var outcome = new Acceptances(terms, survey).settle(survey.of(setup));
        if (outcome.assessment().stops()) {
            throw new ProblemException(Findings.problems(outcome.assessment().stopping()));
        }
        var plan = survey.flow().plan(outcome.situation());
        if (setup.goal() == Goal.CLEAN && plan.steps().isEmpty()) {
            terms.printer().say(CliWords.PLAN_NOTHING);
            return Exit.DONE;
        }
        var options = options(plan).withTakeOver(takeOver);
        if (!wanted(plan)) {
            return Exit.CANCELLED;
        }
        var live = new LiveRun(terms, outcome.situation().catalog().guidance(), json());
        var running = survey.flow()
                .run(outcome.situation(), plan, Files.readString(file()), base(file()), options, live::take);
        if (!json()) {
            terms.printer().say(CliWords.RUN_STARTED, running.id().value());
        }
        return new RunEnding(terms, live, json(), plan).await(running);
    }

    /// The folder that paths in a setup file are relative to.
    static Path base(Path file) {
        return Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("/"));
    }

    private RunOptions options(Plan plan) {
        var steps = new Steps(plan);
        var options = RunOptions.DEFAULT.with(keepGoing ? RunOptions.OnFailure.GO_ON : RunOptions.OnFailure.STOP);
        options = options.withSkip(steps.of("--skip", skip));
        return from.isBlank()
                ? options
                : options.withFrom(steps.of("--from", List.of(from)).iterator().next());
    }

    private boolean wanted(Plan plan) {
        if (!json()) {
            new PlanPrinter(terms.console(), terms.texts()).print(plan);
        }
        if (!new HostsTyped(terms).confirmed(plan, clean)) {
            terms.printer().say(CliWords.NOT_STARTED);
            return false;
        }
        if (json()) {
            return true;
        }
        if (yes || !plan.destroysOn().isEmpty()) {
            return true;
        }
        var question = terms.texts()
                .of(CliWords.ASK_RUN, plan.steps().size(), plan.hosts().size());
        var said = terms.console().ask(question).map(String::strip).filter("yes"::equalsIgnoreCase);
        if (said.isEmpty()) {
            terms.printer().say(CliWords.NOT_STARTED);
        }
        return said.isPresent();
    }
}
