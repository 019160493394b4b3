package dev.muster.report;

import dev.muster.base.Key;
import dev.muster.base.Problem;
import dev.muster.catalog.Advice;
import dev.muster.catalog.Guidance;
import dev.muster.plan.Phase;
import dev.muster.report.Block.Bullets;
import dev.muster.report.Block.Heading;
import dev.muster.report.Block.Notice;
import dev.muster.report.Block.Paragraph;
import dev.muster.report.Block.Printed;
import dev.muster.report.Block.Row;
import dev.muster.report.Block.Table;
import dev.muster.report.Block.Title;
import dev.muster.run.RunRecord;
import dev.muster.run.RunStore;
import dev.muster.run.StepRecord;
import dev.muster.run.StepState;
import dev.muster.setup.Acceptance;
import dev.muster.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a report says, in its order: how it ended, what Rancher was asked, the steps, what is the matter, what was
/// accepted, how it is undone.
final class Story {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int SHOWN_LINES = 20;
    private static final int LOOKED_AT = 2000;
    private static final String NOTHING = "–";

    private final RunStore runs;
    private final Guidance guidance;
    private final Texts texts;
    private final ZoneId zone;
    private final RunRecord run;
    private final List<Block> blocks = new ArrayList<>();

    Story(RunStore runs, Guidance guidance, Texts texts, ZoneId zone, RunRecord run) {
        this.runs = runs;
        this.guidance = guidance;
        this.texts = texts;
        this.zone = zone;
        this.run = run;
    }

    List<Block> tell(List<Acceptance> accepted) {
        blocks.add(new Title(word(ReportWords.TITLE, run.setup())));
        head();
        if (run.steps().stream().anyMatch(Story::hasJoined)) {
            blocks.add(new Notice(
                    word(run.isConfirmedByRancher() ? ReportWords.RANCHER_SAID : ReportWords.RANCHER_NOT_ASKED)));
        }
        if (!run.takenOver().isEmpty()) {
            blocks.add(new Notice(word(ReportWords.TAKEN_OVER, run.takenOver())));
        }
        steps();
        problems();
        accepted(accepted);
        undo();
        blocks.add(new Paragraph(word(ReportWords.ONLY_THIS)));
        return List.copyOf(blocks);
    }

    private static boolean hasJoined(StepRecord step) {
        return step.step().kind().equals("join")
                && (step.state() == StepState.DONE || step.state() == StepState.ALREADY);
    }

    private void head() {
        var rows = new ArrayList<Row>();
        rows.add(fact(ReportWords.RUN, run.id().value()));
        rows.add(fact(ReportWords.SETUP, run.setup()));
        rows.add(fact(ReportWords.STARTED, time(run.started())));
        rows.add(fact(ReportWords.ENDED, time(run.ended())));
        rows.add(fact(ReportWords.TOOK, took(run.started(), run.ended())));
        rows.add(fact(ReportWords.RESULT, result()));
        blocks.add(new Table(List.of(), rows));
        blocks.add(new Paragraph(word(
                ReportWords.COUNTS,
                run.count(StepState.DONE),
                run.count(StepState.ALREADY),
                run.count(StepState.FAILED),
                run.count(StepState.UNKNOWN, StepState.RUNNING),
                run.count(StepState.WAITING, StepState.CANCELLED, StepState.SKIPPED))));
    }

    private Row fact(ReportWords label, String value) {
        return new Row(Sign.Colour.GREY, List.of(word(label), value));
    }

    private String result() {
        if (run.end() != null) {
            return word(ReportWords.of(run.end()));
        }
        return word(run.underWay() ? ReportWords.UNDER_WAY : ReportWords.NOT_ENDED);
    }

    private void steps() {
        blocks.add(new Heading(word(ReportWords.STEPS)));
        for (var phase : run.plan().phases()) {
            blocks.add(new Paragraph(texts.of(phase.title())));
            blocks.add(new Table(
                    List.of(
                            word(ReportWords.STATE),
                            word(ReportWords.HOST),
                            word(ReportWords.STEP),
                            word(ReportWords.TOOK),
                            word(ReportWords.ATTEMPT),
                            word(ReportWords.EXIT)),
                    rows(phase)));
        }
    }

    private List<Row> rows(Phase phase) {
        var rows = new ArrayList<Row>();
        for (var planned : phase.steps()) {
            run.step(planned.id()).ifPresent(step -> {
                var sign = Sign.of(step.state());
                rows.add(new Row(
                        sign.colour(),
                        List.of(
                                sign.symbol() + " " + word(ReportWords.of(step.state())),
                                step.host().value(),
                                texts.of(step.title()) + " (" + step.step() + ")",
                                took(step.began(), step.ended()),
                                String.valueOf(step.attempt()),
                                step.exit() < 0 ? NOTHING : String.valueOf(step.exit()))));
            });
        }
        return rows;
    }

    private void problems() {
        var ofSteps = run.steps().stream()
                .filter(step -> step.problem() != null && !step.state().opensTheWay())
                .toList();
        var others = run.problems().stream()
                .filter(problem -> ofSteps.stream().noneMatch(step -> isSame(problem, step.problem())))
                .toList();
        if (ofSteps.isEmpty() && others.isEmpty()) {
            return;
        }
        blocks.add(new Heading(word(ReportWords.PROBLEMS)));
        others.forEach(this::problem);
        for (var step : ofSteps) {
            if (step.problem() != null) {
                problem(step.problem());
            }
            lines(step);
        }
    }

    private static boolean isSame(Problem one, @Nullable Problem other) {
        return other != null && one.what().equals(other.what());
    }

    private void problem(Problem problem) {
        blocks.add(new Notice(texts.of(problem.what())));
        // of a job that failed the why is its last lines, which stand below by themselves
        var isOfJob = problem.kind() == Problem.Kind.STEP
                && run.steps().stream()
                        .anyMatch(step ->
                                step.step().value().equals(problem.place().field()));
        if (!isOfJob) {
            blocks.add(new Paragraph(word(ReportWords.WHY, problem.why())));
        }
        blocks.add(new Paragraph(word(ReportWords.FIX, problem.fix())));
    }

    private void lines(StepRecord step) {
        var lines = step.attempt() == 0 ? List.<String>of() : runs.lastLines(run.id(), step, LOOKED_AT);
        if (lines.isEmpty()) {
            return;
        }
        for (var known : known(lines).entrySet()) {
            var advice = known.getValue();
            blocks.add(new Paragraph(
                    word(ReportWords.KNOWN_MESSAGE, known.getKey(), advice.what(), advice.fix(), advice.source())));
        }
        blocks.add(new Paragraph(
                word(ReportWords.LAST_LINES, step.host(), step.step().value())));
        blocks.add(new Printed(lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size())));
    }

    /// Each known message once, with the line that it was known by.
    private Map<String, Advice> known(List<String> lines) {
        var found = new LinkedHashMap<String, Advice>();
        for (var line : lines) {
            guidance.about(line).ifPresent(advice -> {
                if (!found.containsValue(advice)) {
                    found.put(line, advice);
                }
            });
        }
        return found;
    }

    private void accepted(List<Acceptance> accepted) {
        if (accepted.isEmpty()) {
            return;
        }
        blocks.add(new Heading(word(ReportWords.ACCEPTED)));
        blocks.add(new Table(
                List.of(word(ReportWords.CHECK), word(ReportWords.HOST), word(ReportWords.BECAUSE)),
                accepted.stream()
                        .map(each -> new Row(
                                Sign.Colour.AMBER,
                                List.of(
                                        each.check(),
                                        each.host() == null
                                                ? word(ReportWords.EVERY_HOST)
                                                : each.host().value(),
                                        each.because())))
                        .toList()));
    }

    private void undo() {
        var items = run.plan().steps().stream()
                .filter(step -> run.step(step.id())
                        .filter(done -> done.state() == StepState.DONE)
                        .isPresent())
                .map(step -> word(ReportWords.UNDO_OF, step.id().value(), step.undo()))
                .toList();
        if (!items.isEmpty()) {
            blocks.add(new Heading(word(ReportWords.UNDO)));
            blocks.add(new Bullets(items));
        }
    }

    private String word(Key key, Object... arguments) {
        return texts.of(key, arguments);
    }

    private String time(@Nullable Instant instant) {
        return instant == null ? NOTHING : TIME.format(instant.atZone(zone));
    }

    private String took(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null ? NOTHING : texts.duration(Duration.between(from, to));
    }
}
