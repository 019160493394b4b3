package dev.muster.cli;

import dev.muster.assess.Answer;
import dev.muster.assess.IsolationCell;
import dev.muster.assess.IsolationMatrix;
import dev.muster.assess.LineImages;
import dev.muster.assess.Overlay;
import dev.muster.assess.OwnImage;
import dev.muster.base.Reading;
import dev.muster.catalog.ImageBuild;
import dev.muster.catalog.WindowsBuild;
import dev.muster.catalog.WindowsSupport;
import java.util.List;

/// The isolation matrix in a terminal: as tables, or cell by cell.
record MatrixPrinter(Terms terms) {

    /// Rows are images, columns are hosts, servers first.
    void table(List<IsolationCell> cells) {
        for (var kind : WindowsBuild.Kind.values()) {
            var hosts = cells.stream()
                    .map(IsolationCell::host)
                    .filter(some -> some.kind() == kind)
                    .distinct()
                    .toList();
            var grid = new Grid(terms.console());
            grid.row(
                    terms.texts().of(CliWords.MATRIX_CORNER),
                    hosts.stream().map(MatrixPrinter::label).toList());
            cells.stream()
                    .map(IsolationCell::image)
                    .distinct()
                    .forEach(row -> grid.row(
                            label(row),
                            cells.stream()
                                    .filter(cell -> cell.image().equals(row)
                                            && cell.host().kind() == kind)
                                    .map(MatrixPrinter::brief)
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
    void images(LineImages images, IsolationMatrix matrix) {
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

    /// Where an image of the admin's own runs.
    void own(OwnImage own, IsolationMatrix matrix) {
        var line = switch (own.build()) {
            case Reading.Unknown<ImageBuild> _ -> terms.texts().of(CliWords.MATRIX_OWN_UNKNOWN, own.name());
            case Reading.Known<ImageBuild>(var known) -> {
                var others = hosts(matrix, known.build(), false);
                yield terms.texts()
                                .of(CliWords.MATRIX_OWN, own.name(), known.build(), hosts(matrix, known.build(), true))
                        + (others.isEmpty() ? "" : terms.texts().of(CliWords.MATRIX_OWN_HYPERV, others));
            }
        };
        terms.console().out().println(line);
    }

    void sentence(IsolationCell cell, Overlay overlay) {
        var out = terms.console().out();
        out.println(terms.texts().of(CliWords.MATRIX_CELL, label(cell.image()), label(cell.host()), verdict(cell)));
        cell.conditions()
                .forEach(condition -> out.println("    " + terms.texts().of(condition)));
        overlay.about(cell).forEach(said -> out.println("    " + terms.texts().of(said)));
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
