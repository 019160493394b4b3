package dev.muster.cli;

import dev.muster.assess.host.MeshMatrix;
import dev.muster.setup.Setup;
import picocli.CommandLine.Command;

/// Probes the hosts, runs every check, changes nothing and asks nothing.
@Command(name = "check")
final class CheckCommand extends SetupCommand {

    CheckCommand(Terms terms) {
        super(terms);
    }

    @Override
    Exit call(Setup setup, Survey survey) throws InterruptedException {
        var outcome = survey.of(setup);
        var stops = outcome.assessment().stops();
        if (json()) {
            var document = documents().check(outcome.situation(), outcome.assessment());
            terms.console().out().println(terms.json().document(document));
        } else {
            findings().print(outcome.assessment(), setup.hosts().size());
            new MeshPrinter(terms.console(), terms.texts()).print(MeshMatrix.of(outcome.situation()));
            terms.printer().say(stops ? CliWords.CHECK_STOPPED : CliWords.CHECK_FREE);
        }
        return stops ? Exit.CHECK : Exit.DONE;
    }
}
