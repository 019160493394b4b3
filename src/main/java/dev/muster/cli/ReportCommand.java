package dev.muster.cli;

import dev.muster.base.Redactor;
import dev.muster.report.RunReport;
import dev.muster.report.RunReport.Format;
import dev.muster.setup.file.SetupFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Writes the report of a run. Its lines were redacted before they came to the disk.
@Command(name = "report")
final class ReportCommand implements Callable<Integer> {

    private final Terms terms;

    @ParentCommand
    private MusterCommand muster;

    @Parameters(index = "0", paramLabel = "RUN")
    private String written = "";

    @Option(names = "--out", required = true, paramLabel = "DIR")
    private Path out = Path.of("");

    @Option(names = "--format", paramLabel = "html|md|junit")
    private Format format = Format.HTML;

    ReportCommand(Terms terms) {
        this.terms = terms;
        this.muster = new MusterCommand(terms);
    }

    @Override
    public Integer call() throws IOException {
        var place = muster.workplace();
        var run = place.runs().open(place.runs().resolve(written));
        var setup = SetupFile.parse(run.setupText(), run.id() + "/setup.yaml", run.base());
        var report = new RunReport(
                place.runs(), place.catalog().guidance(), terms.texts(), ZoneId.systemDefault(), new Redactor());
        Files.createDirectories(out);
        var file = out.resolve(format.fileName());
        Files.writeString(file, report.write(run, setup.accept(), format));
        muster.written(file);
        return Exit.DONE.code();
    }
}
