package dev.muster.cli;

import dev.muster.base.HostName;
import dev.muster.base.Place;
import dev.muster.base.Problem;
import dev.muster.base.ProblemException;
import dev.muster.base.Text;
import dev.muster.flow.Flow;
import dev.muster.flow.Home;
import dev.muster.flow.Workplace;
import dev.muster.practice.PracticeHosts;
import dev.muster.practice.rancher.Release;
import dev.muster.run.RunOptions;
import dev.muster.setup.Goal;
import dev.muster.setup.Host;
import dev.muster.setup.Setup;
import dev.muster.setup.file.SetupFile;
import dev.muster.setup.secrets.Asker;
import dev.muster.setup.secrets.Secrets;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Practice from end to end, against hosts in this process. What it keeps goes with it: the hosts are gone
/// afterwards.
@Command(name = "practice")
final class PracticeCommand implements Callable<Integer> {

    private static final List<Release> RANCHERS = List.of(Release.V2_1_6, Release.V2_15_0);

    private final Terms terms;

    @ParentCommand
    private MusterCommand muster;

    @Option(names = "--goal", paramLabel = "GOAL")
    private Goal goal = Goal.JOIN;

    /// The Rancher whose years the hosts are of: one of [#RANCHERS].
    @Option(names = "--rancher", paramLabel = "VERSION")
    private String rancher = RANCHERS.getFirst().version();

    @Option(names = "--yes")
    private boolean yes;

    /// How many times as fast as a person can follow; for tests.
    @Option(names = "--speed", hidden = true)
    private double speed = 1;

    PracticeCommand(Terms terms) {
        this.terms = terms;
        this.muster = new MusterCommand(terms);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (var folder = new PassingFolder("muster-practice-");
                var hosts = PracticeHosts.start(speed, release());
                var secrets = new Secrets(hosts.environment(), Asker.NOBODY)) {
            var text = switch (goal) {
                case JOIN -> hosts.setupText();
                case CLEAN -> hosts.cleaningText();
            };
            var setup = SetupFile.parse(text, "practice.muster.yaml", folder.path());
            var place = Workplace.here(new Home(folder.path()), folder.path());
            try (var flow = new Flow(place, secrets, setup.limits())) {
                return practise(muster.only(setup), text, folder, flow).code();
            }
        }
    }

    private Release release() {
        return RANCHERS.stream()
                .filter(release -> release.version().equals(rancher))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.input(
                        Place.field("--rancher", rancher),
                        Text.of(CliWords.PRACTICE_RANCHER, rancher),
                        Text.of(CliWords.PRACTICE_RANCHER_WHY),
                        Text.of(
                                CliWords.PRACTICE_RANCHER_FIX,
                                RANCHERS.stream().map(Release::version).toList()))));
    }

    private Exit practise(Setup setup, String text, PassingFolder folder, Flow flow) throws InterruptedException {
        say(CliWords.PRACTICE_BEGINS, setup.hosts().size());
        var survey = new Survey(terms, flow, true, muster.json());
        var whole = survey.of(setup);
        var unfit = whole.assessment().stopping().stream()
                .flatMap(finding -> finding.about().stream())
                .collect(Collectors.toSet());
        if (!muster.json()) {
            show(whole, unfit);
        }
        var fit = setup.hosts().stream()
                .map(Host::name)
                .filter(name -> !unfit.contains(name))
                .collect(Collectors.toSet());
        var rest = survey.judge(setup.only(fit), whole.situation());
        if (rest.assessment().stops()) {
            throw new ProblemException(Findings.problems(rest.assessment().stopping()));
        }
        return run(rest, text, folder, flow);
    }

    private void show(Survey.Outcome whole, Set<HostName> unfit) {
        new FindingsPrinter(terms.console(), terms.texts())
                .print(whole.assessment(), whole.situation().setup().hosts().size());
        if (unfit.isEmpty()) {
            return;
        }
        say(CliWords.PRACTICE_OUT, unfit.stream().sorted().map(HostName::value).toList());
    }

    private Exit run(Survey.Outcome outcome, String text, PassingFolder folder, Flow flow) throws InterruptedException {
        var plan = flow.plan(outcome.situation());
        if (!muster.json()) {
            new PlanPrinter(terms.console(), terms.texts()).print(plan);
        }
        if (!plan.destroysOn().isEmpty() && !yes && terms.console().terminal()) {
            if (!new HostsTyped(terms).confirmed(plan, List.of())) {
                say(CliWords.NOT_STARTED);
                return Exit.CANCELLED;
            }
        } else if (!yes && !muster.json() && terms.console().terminal()) {
            var question = terms.texts()
                    .of(CliWords.ASK_RUN, plan.steps().size(), plan.hosts().size());
            if (terms.console()
                    .ask(question)
                    .map(String::strip)
                    .filter("yes"::equalsIgnoreCase)
                    .isEmpty()) {
                say(CliWords.NOT_STARTED);
                return Exit.CANCELLED;
            }
        }
        var live = new LiveRun(terms, outcome.situation().catalog().guidance(), muster.json());
        var running = flow.run(outcome.situation(), plan, text, folder.path(), RunOptions.DEFAULT, live::take);
        var exit = new RunEnding(terms, live, muster.json(), plan, folder::close).await(running);
        say(CliWords.PRACTICE_ENDS);
        return exit;
    }

    private void say(CliWords key, Object... arguments) {
        if (!muster.json()) {
            terms.printer().say(key, arguments);
        }
    }
}
