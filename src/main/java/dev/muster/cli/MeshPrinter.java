package dev.muster.cli;

import dev.muster.assess.State;
import dev.muster.assess.host.MeshCell;
import dev.muster.assess.host.MeshMatrix;
import dev.muster.base.HostName;
import dev.muster.cli.Console.Paint;
import dev.muster.text.Texts;

/// Shows the network between the hosts: first the pairs that something is wrong with, then all of them as a table, as
/// long as it fits a terminal.
record MeshPrinter(Console console, Texts texts) {

    private static final int FITS_A_TERMINAL = 12;
    private static final int MOST = 40;

    void print(MeshMatrix matrix) {
        if (matrix.cells().isEmpty()) {
            return;
        }
        var out = console.out();
        out.println(console.colour(Paint.BOLD, texts.of(CliWords.MESH_TITLE)));
        var wrong = matrix.cells().stream()
                .filter(cell -> cell.state() != State.PASSED)
                .toList();
        wrong.stream().limit(MOST).forEach(this::print);
        if (wrong.size() > MOST) {
            out.println("    " + texts.of(CliWords.MESH_MORE, wrong.size() - MOST));
        }
        if (matrix.hosts().size() <= FITS_A_TERMINAL) {
            table(matrix);
        }
        console.err()
                .println(texts.of(
                        CliWords.MESH_SUMMARY,
                        matrix.count(State.PASSED),
                        matrix.cells().size()));
        if (matrix.spared() > 0) {
            console.err().println(texts.of(CliWords.MESH_SPARED, matrix.spared()));
        }
    }

    private void print(MeshCell cell) {
        var failed = cell.state() == State.FAILED;
        console.out()
                .println(console.colour(
                        failed ? Paint.RED : Paint.GREY,
                        symbol(cell.state()) + " " + cell.source() + " → " + cell.target()));
        cell.troubles().forEach(trouble -> console.out().println("    " + texts.of(trouble)));
    }

    private void table(MeshMatrix matrix) {
        var grid = new Grid(console);
        grid.row(
                texts.of(CliWords.MESH_FROM_TO),
                matrix.hosts().stream().map(HostName::value).toList());
        for (var source : matrix.hosts()) {
            grid.row(
                    source.value(),
                    matrix.hosts().stream()
                            .map(target -> matrix.cell(source, target)
                                    .map(cell -> symbol(cell.state()))
                                    .orElse(" "))
                            .toList());
        }
        grid.print();
    }

    private static String symbol(State state) {
        return switch (state) {
            case PASSED -> "✓";
            case FAILED, ACCEPTED -> "✗";
            case PENDING -> "…";
            case UNKNOWN -> "?";
            case NOT_APPLICABLE -> "·";
        };
    }
}
