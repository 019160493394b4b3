package dev.muster.cli;

import dev.muster.catalog.Catalog;
import dev.muster.catalog.Newer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// The files of the catalogue with their dates; with `--import` a newer one is taken.
@Command(name = "catalogue")
final class CatalogueCommand implements Callable<Integer> {

    private final Terms terms;

    @ParentCommand
    private MusterCommand muster;

    @Option(names = "--import", paramLabel = "PATH")
    private Path newer = Path.of("");

    CatalogueCommand(Terms terms) {
        this.terms = terms;
        this.muster = new MusterCommand(terms);
    }

    @Override
    public Integer call() {
        var folder = muster.home().catalogue();
        var taken = newer.toString().isEmpty() ? List.<Newer>of() : Catalog.take(newer, folder);
        var catalog = muster.catalog();
        var brought =
                catalog.newer().stream().filter(Newer::used).map(Newer::file).collect(Collectors.toSet());
        if (muster.json()) {
            var document = terms.json()
                    .object()
                    .put("date", catalog.date().toString())
                    .put("months", catalog.months(today()))
                    .put("old", catalog.isOld(today()));
            var files = document.putArray("files");
            catalog.dates()
                    .forEach((name, date) -> files.addObject()
                            .put("file", name)
                            .put("date", date.toString())
                            .put(
                                    "path",
                                    brought.contains(name)
                                            ? folder.resolve(name).toString()
                                            : null));
            document.set(
                    "taken", terms.json().tree(taken.stream().map(Newer::file).toList()));
            terms.console().out().println(terms.json().document(document));
            return Exit.DONE.code();
        }
        taken.forEach(file -> terms.printer()
                .say(
                        CliWords.CATALOGUE_TAKEN,
                        file.file(),
                        file.date().toString(),
                        file.shipped().toString()));
        var grid = new Grid(terms.console());
        catalog.dates()
                .forEach((name, date) -> grid.row(
                        name,
                        List.of(
                                date.toString(),
                                brought.contains(name)
                                        ? folder.resolve(name).toString()
                                        : terms.texts().of(CliWords.CATALOGUE_SHIPPED))));
        grid.print();
        return Exit.DONE.code();
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.systemDefault());
    }
}
