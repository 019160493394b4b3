package dev.muster.cli;

import dev.muster.base.Place;
import dev.muster.base.Problem;
import dev.muster.base.ProblemException;
import dev.muster.base.Text;
import dev.muster.cli.Console.Paint;
import dev.muster.remote.Trust;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// The confirmed host keys; with `--forget` the way out of a changed one, on purpose.
@Command(name = "trust")
final class TrustCommand implements Callable<Integer> {

    private final Terms terms;

    @ParentCommand
    private MusterCommand muster;

    @Option(names = "--forget", paramLabel = "HOST")
    private String forget = "";

    TrustCommand(Terms terms) {
        this.terms = terms;
        this.muster = new MusterCommand(terms);
    }

    @Override
    public Integer call() {
        var trust = muster.workplace().trust();
        var entries = forget.isBlank() ? trust.entries() : forgotten(trust);
        if (muster.json()) {
            terms.console().out().println(terms.json().document(entries));
        } else {
            print(entries);
        }
        return Exit.DONE.code();
    }

    private List<Trust.Entry> forgotten(Trust trust) {
        var gone = trust.forget(forget.strip());
        if (gone.isEmpty()) {
            throw new ProblemException(Problem.input(
                    Place.field("--forget", forget),
                    Text.of(CliWords.TRUST_NONE, forget),
                    Text.of(CliWords.TRUST_NONE_WHY),
                    Text.of(CliWords.TRUST_NONE_FIX)));
        }
        terms.printer().say(CliWords.TRUST_FORGOTTEN, gone.size());
        return gone;
    }

    private void print(List<Trust.Entry> entries) {
        if (entries.isEmpty()) {
            terms.printer().say(CliWords.TRUST_EMPTY);
        }
        for (var entry : entries) {
            terms.console()
                    .out()
                    .println(entry.names() + "  " + entry.type() + "  " + entry.fingerprint()
                            + terms.console().colour(Paint.GREY, "  " + entry.where()));
        }
    }
}
