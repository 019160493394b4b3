package dev.muster.cli;

import dev.muster.base.Place;
import dev.muster.base.Problem;
import dev.muster.base.ProblemException;
import dev.muster.base.Text;
import dev.muster.setup.inventory.Importers;
import dev.muster.setup.inventory.Proposal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Prints a setup file's `hosts:` made from what the admin has; a line that it can't read is named on stderr.
@Command(name = "import")
final class ImportCommand implements Callable<Integer> {

    /// What there is to import from, as `--from` says it.
    enum Source {
        SSH_CONFIG("ssh-config"),
        CSV("csv");

        private final String word;

        Source(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    private final Terms terms;

    @ParentCommand
    private MusterCommand muster;

    @Parameters(index = "0", paramLabel = "PATH")
    private Path path = Path.of("");

    @Option(names = "--from", required = true, paramLabel = "ssh-config|csv")
    private Source from = Source.CSV;

    ImportCommand(Terms terms) {
        this.terms = terms;
        this.muster = new MusterCommand(terms);
    }

    @Override
    public Integer call() throws IOException {
        var proposal = read();
        if (muster.json()) {
            var document = terms.json().object();
            document.set("hosts", terms.json().tree(proposal.hosts()));
            if (!proposal.bastions().isEmpty()) {
                document.set("bastions", terms.json().tree(proposal.bastions()));
            }
            document.putArray("problems").addAll(terms.json().problems(proposal.problems()));
            terms.console().out().println(terms.json().document(document));
            return (proposal.hosts().isEmpty() ? Exit.INPUT : Exit.DONE).code();
        }
        if (proposal.hosts().isEmpty()) {
            throw new ProblemException(withNothing(proposal.problems()));
        }
        terms.printer().problems(proposal.problems());
        terms.console().out().print(Importers.yaml(proposal));
        return Exit.DONE.code();
    }

    private Proposal read() throws IOException {
        try {
            return switch (from) {
                case SSH_CONFIG -> Importers.sshConfig(path, terms.userHome());
                case CSV -> Importers.list(Files.readString(path), path.toString());
            };
        } catch (NoSuchFileException e) {
            throw new ProblemException(Problem.input(
                    Place.field("PATH", path.toString()),
                    Text.of(CliWords.IMPORT_NO_FILE, path.toString()),
                    Text.of(CliWords.IMPORT_NO_FILE_WHY),
                    Text.of(CliWords.IMPORT_NO_FILE_FIX)));
        }
    }

    private List<Problem> withNothing(List<Problem> problems) {
        var all = new ArrayList<>(problems);
        all.add(Problem.input(
                Place.field("PATH", path.toString()),
                Text.of(CliWords.IMPORT_NOTHING, path.toString()),
                Text.of(CliWords.IMPORT_NOTHING_WHY),
                Text.of(CliWords.IMPORT_NOTHING_FIX)));
        return all;
    }
}
