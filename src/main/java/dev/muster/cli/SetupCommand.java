package dev.muster.cli;

import dev.muster.base.ProblemException;
import dev.muster.flow.Flow;
import dev.muster.setup.Setup;
import dev.muster.setup.file.SetupFile;
import dev.muster.setup.secrets.Secrets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// What `check`, `plan` and `run` have in common: a setup file, and a flow over it.
abstract class SetupCommand implements Callable<Integer> {

    final Terms terms;

    @ParentCommand
    private MusterCommand muster;

    @Parameters(index = "0", paramLabel = "FILE")
    private Path file = Path.of("");

    SetupCommand(Terms terms) {
        this.terms = terms;
        this.muster = new MusterCommand(terms);
    }

    @Override
    public final Integer call() throws Exception {
        before();
        var setup = muster.only(SetupFile.read(file));
        try (var secrets = new Secrets(terms.environment(), new TerminalAsker(terms));
                var flow = new Flow(muster.workplace(), secrets, setup.limits())) {
            return call(setup, new Survey(terms, flow, muster.trustNew(), json()))
                    .code();
        }
    }

    /// @throws ProblemException with all that a person must act on
    abstract Exit call(Setup setup, Survey survey) throws Exception;

    /// Looks at the options before anything else is done.
    void before() {}

    Path file() {
        return file;
    }

    MusterCommand muster() {
        return muster;
    }

    boolean json() {
        return muster.json();
    }

    Documents documents() {
        return new Documents(terms.json(), terms.texts());
    }

    FindingsPrinter findings() {
        return new FindingsPrinter(terms.console(), terms.texts());
    }
}
