package dev.muster.report;

import dev.muster.base.Redactor;
import dev.muster.catalog.Guidance;
import dev.muster.run.RunRecord;
import dev.muster.run.RunStore;
import dev.muster.setup.Acceptance;
import dev.muster.text.Texts;
import java.time.ZoneId;
import java.util.List;

/// The report of a run, from what its folder says. It asks no host and no Rancher, and says so.
public final class RunReport {

    private final RunStore runs;
    private final Guidance guidance;
    private final Texts texts;
    private final ZoneId zone;
    private final Redactor redactor;

    /// @param zone     for the times that people read
    /// @param redactor goes over the whole once more; a run's folder is free of secrets already
    public RunReport(RunStore runs, Guidance guidance, Texts texts, ZoneId zone, Redactor redactor) {
        this.runs = runs;
        this.guidance = guidance;
        this.texts = texts;
        this.zone = zone;
        this.redactor = redactor;
    }

    /// How a report is written.
    public enum Format {
        HTML("report.html"),
        MD("report.md"),
        JUNIT("report.xml");

        private final String fileName;

        Format(String fileName) {
            this.fileName = fileName;
        }

        public String fileName() {
            return fileName;
        }
    }

    /// The text of the file.
    ///
    /// @param accepted the soft findings that the setup accepts, each with its reason
    public String write(RunRecord run, List<Acceptance> accepted, Format format) {
        var text = switch (format) {
            case HTML -> new HtmlPage(texts.language()).write(story(run, accepted));
            case MD -> new MarkdownPage().write(story(run, accepted));
            case JUNIT -> new JunitFile(texts).write(run);
        };
        return redactor.redact(text);
    }

    private List<Block> story(RunRecord run, List<Acceptance> accepted) {
        return new Story(runs, guidance, texts, zone, run).tell(accepted);
    }
}
