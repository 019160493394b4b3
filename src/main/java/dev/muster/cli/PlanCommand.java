package dev.muster.cli;

import dev.muster.plan.Plan;
import dev.muster.setup.Setup;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Shows what would run. A plan that a check would stop is still shown and written.
@Command(name = "plan")
final class PlanCommand extends SetupCommand {

    @Option(names = "--scripts", paramLabel = "DIR")
    private Path scripts = Path.of("");

    PlanCommand(Terms terms) {
        super(terms);
    }

    @Override
    Exit call(Setup setup, Survey survey) throws InterruptedException, IOException {
        var folder = new ScriptsFolder(scripts);
        folder.check();
        var outcome = survey.of(setup);
        var plan = survey.flow().plan(outcome.situation());
        var written = folder.write(plan);
        if (json()) {
            terms.console().out().println(terms.json().document(documents().plan(plan)));
        } else {
            new PlanPrinter(terms.console(), terms.texts()).print(plan);
            say(plan, written);
        }
        var stopping = outcome.assessment().stopping();
        if (stopping.isEmpty()) {
            return Exit.DONE;
        }
        if (!json()) {
            stopping.forEach(findings()::print);
            terms.printer().say(CliWords.PLAN_STOPPED, stopping.size());
        }
        return Exit.CHECK;
    }

    private void say(Plan plan, int written) {
        if (plan.steps().isEmpty()) {
            terms.printer().say(CliWords.PLAN_NOTHING);
        }
        if (!scripts.toString().isEmpty()) {
            terms.printer().say(CliWords.SCRIPTS_WRITTEN, written, scripts.toString());
        }
    }
}
