package dev.muster.report;

import dev.muster.run.RunRecord;
import dev.muster.run.StepRecord;
import dev.muster.run.StepState;
import dev.muster.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A report as JUnit's XML, for build servers: a host is a class, a step is a test. A failed step is a failure; one
/// that we don't know of is an error, never a success; what didn't run is skipped.
final class JunitFile {

    private final Texts texts;

    JunitFile(Texts texts) {
        this.texts = texts;
    }

    String write(RunRecord run) {
        var out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.append(String.format(
                Locale.ROOT,
                "<testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\" time=\"%s\""
                        + " timestamp=\"%s\">%n",
                escape(run.id().value()),
                run.steps().size(),
                run.count(StepState.FAILED),
                run.count(StepState.UNKNOWN, StepState.RUNNING),
                run.count(StepState.WAITING, StepState.SKIPPED, StepState.CANCELLED),
                seconds(run.started(), run.ended()),
                escape(run.started().toString())));
        run.steps().forEach(step -> out.append(step(step)));
        return out.append("</testsuite>\n").toString();
    }

    private String step(StepRecord step) {
        var head = String.format(
                Locale.ROOT,
                "  <testcase classname=\"%s\" name=\"%s\" time=\"%s\"",
                escape(step.host().value()),
                escape(step.step() + " " + texts.of(step.title())),
                seconds(step.began(), step.ended()));
        var inner = switch (step.state()) {
            case DONE, ALREADY -> "";
            case FAILED -> problem("failure", step);
            case UNKNOWN, RUNNING -> problem("error", step);
            case WAITING, SKIPPED, CANCELLED ->
                "<skipped message=\"" + escape(texts.of(ReportWords.of(step.state()))) + "\"/>";
        };
        return inner.isEmpty() ? head + "/>\n" : head + ">" + inner + "</testcase>\n";
    }

    private String problem(String tag, StepRecord step) {
        var problem = step.problem();
        var message = problem == null ? texts.of(ReportWords.of(step.state())) : texts.of(problem.what());
        var text = problem == null ? "" : texts.of(problem.why()) + "\n" + texts.of(problem.fix());
        return "<" + tag + " message=\"" + escape(message) + "\">" + escape(text) + "</" + tag + ">";
    }

    private static String seconds(@Nullable Instant from, @Nullable Instant to) {
        var took = from == null || to == null ? Duration.ZERO : Duration.between(from, to);
        return String.format(Locale.ROOT, "%.3f", took.toMillis() / 1000.0);
    }

    /// What XML 1.0 can't hold is left out.
    private static String escape(String text) {
        return HtmlPage.escapeRaw(text)
                .replaceAll("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "");
    }
}
