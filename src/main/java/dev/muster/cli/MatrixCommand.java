package dev.muster.cli;

import dev.muster.assess.Answer;
import dev.muster.assess.IsolationCell;
import dev.muster.assess.IsolationMatrix;
import dev.muster.assess.LineImages;
import dev.muster.base.Reading;
import dev.muster.catalog.WindowsBuild;
import dev.muster.catalog.WindowsSupport;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.node.ObjectNode;

/// The Windows isolation matrix, whole or one row, column or cell.
@Command(name = "matrix")
final class MatrixCommand implements Callable<Integer> {

    private final Terms terms;

    @ParentCommand
    private MusterCommand muster;

    @Option(names = "--host", paramLabel = "H")
    private String host = "";

    @Option(names = "--image", paramLabel = "I")
    private String image = "";

    @Option(names = "--rancher", paramLabel = "V")
    private String rancher = "";

    MatrixCommand(Terms terms) {
        this.terms = terms;
        this.muster = new MusterCommand(terms);
    }

    @Override
    public Integer call() {
        var catalog = muster.catalog();
        var matrix = new IsolationMatrix(catalog);
        var cells = matrix.cells(host, image);
        var runs = rancher.isBlank() ? Optional.<LineImages>empty() : Optional.of(LineImages.of(catalog, rancher));
        if (muster.json()) {
            terms.console()
                    .out()
                    .println(terms.json()
                            .document(cells.stream()
                                    .map(cell -> document(cell, runs))
                                    .toList()));
        } else if (host.isBlank() && image.isBlank()) {
            table(cells);
        } else {
            cells.forEach(this::sentence);
        }
        if (!muster.json()) {
            runs.ifPresent(images -> images(images, matrix));
        }
        return Exit.DONE.code();
    }

    private ObjectNode document(IsolationCell cell, Optional<LineImages> runs) {
        var entry = terms.json().object();
        entry.putObject("image")
                .put("name", cell.image().name())
                .put("build", cell.image().build());
        entry.putObject("host")
                .put("name", cell.host().name())
                .put("build", cell.host().build())
                .put("kind", Json.word(cell.host().kind()));
        runs.ifPresent(images ->
                entry.set("images", terms.json().tree(images.of(cell.image().build()))));
        return entry.put("process", Json.word(cell.process()))
                .put("hyperv", Json.word(cell.hyperv()))
                .put("condition", conditions(cell))
                .put("source", cell.source());
    }

    private String conditions(IsolationCell cell) {
        return cell.conditions().stream().map(terms.texts()::of).collect(Collectors.joining("; "));
    }

    /// Rows are images, columns are hosts, servers first.
    private void table(List<IsolationCell> cells) {
        for (var kind : WindowsBuild.Kind.values()) {
            var hosts = cells.stream()
                    .map(IsolationCell::host)
                    .filter(some -> some.kind() == kind)
                    .distinct()
                    .toList();
            var grid = new Grid(terms.console());
            grid.row(
                    terms.texts().of(CliWords.MATRIX_CORNER),
                    hosts.stream().map(MatrixCommand::label).toList());
            cells.stream()
                    .map(IsolationCell::image)
                    .distinct()
                    .forEach(row -> grid.row(
                            label(row),
                            cells.stream()
                                    .filter(cell -> cell.image().equals(row)
                                            && cell.host().kind() == kind)
                                    .map(MatrixCommand::brief)
                                    .toList()));
            terms.console()
                    .out()
                    .println(terms.texts()
                            .of(kind == WindowsBuild.Kind.SERVER ? CliWords.MATRIX_SERVERS : CliWords.MATRIX_CLIENTS));
            grid.print();
            terms.console().out().println();
        }
        terms.console().out().println(terms.texts().of(CliWords.MATRIX_LEGEND));
    }

    /// What the Rancher runs on Windows, and where each image of it runs.
    private void images(LineImages images, IsolationMatrix matrix) {
        var out = terms.console().out();
        switch (images.images()) {
            case Reading.Unknown<List<WindowsSupport.Image>>(var why) ->
                out.println(terms.texts().of(CliWords.MATRIX_RUNS_UNKNOWN, images.rancher(), why));
            case Reading.Known<List<WindowsSupport.Image>>(var known)
            when known.isEmpty() -> out.println(terms.texts().of(CliWords.MATRIX_RUNS_NONE, images.rancher()));
            case Reading.Known<List<WindowsSupport.Image>> _ -> {
                out.println(terms.texts().of(CliWords.MATRIX_RUNS, images.rancher()));
                for (var build : images.builds()) {
                    images.of(build).forEach(name -> out.println("  " + name));
                    var others = hosts(matrix, build, false);
                    out.println("    "
                            + terms.texts()
                                    .of(CliWords.MATRIX_RUNS_ON, String.valueOf(build), hosts(matrix, build, true))
                            + (others.isEmpty() ? "" : terms.texts().of(CliWords.MATRIX_RUNS_HYPERV, others)));
                }
            }
        }
    }

    /// The servers on which a build runs by process isolation, or only otherwise.
    private List<String> hosts(IsolationMatrix matrix, int build, boolean byProcess) {
        return matrix.cells().stream()
                .filter(cell -> cell.image().build() == build && cell.host().kind() == WindowsBuild.Kind.SERVER)
                .filter(cell -> byProcess
                        ? cell.process() == Answer.YES
                        : cell.process() != Answer.YES && cell.hyperv() == Answer.YES)
                .map(cell -> cell.host().name())
                .toList();
    }

    private static String label(WindowsBuild build) {
        return build.name() + " " + build.build();
    }

    private static String brief(IsolationCell cell) {
        var mark = cell.conditions().isEmpty() ? "" : "*";
        return letter(cell.process(), "P") + letter(cell.hyperv(), "H") + mark;
    }

    private static String letter(Answer answer, String letter) {
        return switch (answer) {
            case YES -> letter;
            case NO -> "-";
            case UNKNOWN -> "?";
        };
    }

    private void sentence(IsolationCell cell) {
        var out = terms.console().out();
        out.println(terms.texts().of(CliWords.MATRIX_CELL, label(cell.image()), label(cell.host()), verdict(cell)));
        cell.conditions()
                .forEach(condition -> out.println("    " + terms.texts().of(condition)));
        out.println(terms.console().colour(Console.Paint.GREY, "    " + cell.source()));
    }

    private String verdict(IsolationCell cell) {
        return terms.texts().of(CliWords.MATRIX_VERDICT, yesNo(cell.process()), yesNo(cell.hyperv()));
    }

    private String yesNo(Answer answer) {
        return terms.texts()
                .of(
                        switch (answer) {
                            case YES -> CliWords.YES;
                            case NO -> CliWords.NO;
                            case UNKNOWN -> CliWords.UNKNOWN;
                        });
    }
}
