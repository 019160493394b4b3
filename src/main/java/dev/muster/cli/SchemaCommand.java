package dev.muster.cli;

import dev.muster.setup.file.SetupSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// The JSON Schema of the setup file.
@Command(name = "schema")
final class SchemaCommand implements Callable<Integer> {

    private final Terms terms;

    SchemaCommand(Terms terms) {
        this.terms = terms;
    }

    @Override
    public Integer call() {
        terms.console().out().println(SetupSchema.json());
        return Exit.DONE.code();
    }
}
