package dev.muster.cli;

import dev.muster.assess.IsolationCell;
import dev.muster.assess.IsolationMatrix;
import dev.muster.assess.LineImages;
import dev.muster.assess.Overlay;
import dev.muster.assess.OwnImage;
import dev.muster.base.Place;
import dev.muster.base.Problem;
import dev.muster.base.ProblemException;
import dev.muster.base.Text;
import dev.muster.catalog.Catalog;
import dev.muster.report.MatrixExport;
import dev.muster.report.MatrixExport.Format;
import dev.muster.setup.Setup;
import dev.muster.setup.file.SetupFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

    @Option(names = "--setup", paramLabel = "FILE")
    private Path setup = Path.of("");

    @Option(names = "--format", paramLabel = "html|csv|png")
    private @Nullable Format format;

    @Option(names = "--out", paramLabel = "DIR")
    private Path out = Path.of("");

    MatrixCommand(Terms terms) {
        this.terms = terms;
        this.muster = new MusterCommand(terms);
    }

    @Override
    public Integer call() throws IOException {
        var catalog = muster.catalog();
        var matrix = new IsolationMatrix(catalog);
        var cells = matrix.cells(host, image);
        var overlay = overlay(catalog);
        var printer = new MatrixPrinter(terms);
        if (format != null || !out.toString().isEmpty()) {
            export(new MatrixExport(cells, overlay, catalog.date()), format == null ? Format.HTML : format);
            return Exit.DONE.code();
        }
        if (muster.json()) {
            terms.console()
                    .out()
                    .println(terms.json()
                            .document(cells.stream()
                                    .map(cell -> document(cell, overlay))
                                    .toList()));
        } else if (host.isBlank() && image.isBlank()) {
            printer.table(cells);
        } else {
            cells.forEach(cell -> printer.sentence(cell, overlay));
        }
        if (!muster.json()) {
            overlay.line().ifPresent(images -> printer.images(images, matrix));
            overlay.images().forEach(own -> printer.own(own, matrix));
        }
        return Exit.DONE.code();
    }

    /// What the chosen Rancher runs, and the images of the setup. No host is asked, so no host has a column here.
    private Overlay overlay(Catalog catalog) {
        var read = setup.toString().isEmpty() ? Optional.<Setup>empty() : Optional.of(SetupFile.read(setup));
        var version = rancher.isBlank() ? read.map(it -> it.rancher().version()).orElse("") : rancher;
        return new Overlay(
                version.isBlank() ? Optional.empty() : Optional.of(LineImages.of(catalog, version)),
                read.map(Setup::images).orElse(List.of()).stream()
                        .map(own -> OwnImage.of(own, catalog))
                        .toList(),
                Map.of());
    }

    /// Without a folder the file goes to standard output; a picture doesn't.
    private void export(MatrixExport export, Format wanted) throws IOException {
        if (out.toString().isEmpty()) {
            if (wanted == Format.PNG) {
                throw new ProblemException(Problem.input(
                        Place.field("--out", ""),
                        Text.of(CliWords.MATRIX_PNG),
                        Text.of(CliWords.MATRIX_PNG_WHY),
                        Text.of(CliWords.MATRIX_PNG_FIX)));
            }
            terms.console().out().print(new String(export.bytes(wanted, terms.texts()), StandardCharsets.UTF_8));
            return;
        }
        var file = export.write(out.resolve(wanted.fileName()), wanted, terms.texts());
        muster.written(file);
    }

    private ObjectNode document(IsolationCell cell, Overlay overlay) {
        var entry = terms.json().object();
        entry.putObject("image")
                .put("name", cell.image().name())
                .put("build", cell.image().build());
        entry.putObject("host")
                .put("name", cell.host().name())
                .put("build", cell.host().build())
                .put("kind", Json.word(cell.host().kind()));
        if (overlay.line().isPresent()) {
            entry.set("images", terms.json().tree(overlay.rancher(cell.image())));
        }
        if (!overlay.images().isEmpty()) {
            entry.set("ownImages", terms.json().tree(overlay.own(cell.image())));
        }
        return entry.put("process", Json.word(cell.process()))
                .put("hyperv", Json.word(cell.hyperv()))
                .put("condition", conditions(cell))
                .put("source", cell.source());
    }

    private String conditions(IsolationCell cell) {
        return cell.conditions().stream().map(terms.texts()::of).collect(Collectors.joining("; "));
    }
}
