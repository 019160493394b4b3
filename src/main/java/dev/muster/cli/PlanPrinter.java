package dev.muster.cli;

import dev.muster.cli.Console.Paint;
import dev.muster.plan.ApiStep;
import dev.muster.plan.Plan;
import dev.muster.plan.Proof;
import dev.muster.plan.ScriptStep;
import dev.muster.plan.Step;
import dev.muster.plan.StepId;
import dev.muster.plan.Wait;
import dev.muster.script.Parameter;
import dev.muster.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Shows a plan in the terminal: phases, steps, what each waits for and how it is undone.
record PlanPrinter(Console console, Texts texts) {

    /// A container's whole id, and its name: the beginning of the id will do for a reader.
    private static final Pattern CONTAINER = Pattern.compile("^([0-9a-f]{12})[0-9a-f]{52} (.*)$");

    void print(Plan plan) {
        var out = console.out();
        out.println(
                texts.of(CliWords.PLAN_HEAD, plan.steps().size(), plan.hosts().size()));
        var number = 0;
        for (var phase : plan.phases()) {
            number++;
            out.println();
            out.println(console.colour(Paint.BOLD, number + " · " + texts.of(phase.title())));
            phase.steps().forEach(step -> print(plan, step));
        }
    }

    private void print(Plan plan, Step step) {
        var out = console.out();
        out.println("  " + step.id() + "  " + texts.of(step.title()));
        if (!step.after().isEmpty()) {
            var after = step.after().stream().map(StepId::value).toList();
            out.println(console.colour(Paint.GREY, "      " + texts.of(CliWords.PLAN_AFTER, after)));
        }
        switch (step) {
            case ScriptStep script -> {
                out.println(
                        console.colour(Paint.GREY, "      " + script.script().file()));
                if (plan.destroys(step)) {
                    takes(script).forEach(line -> out.println("      " + line));
                }
                script.script()
                        .secrets()
                        .forEach(secret -> out.println(
                                console.colour(Paint.GREY, "      " + texts.of(CliWords.PLAN_SECRET, secret))));
            }
            case ApiStep api -> lines(api.sends());
            case Proof proof -> lines(proof.asks());
            case Wait wait -> lines(wait.asks());
        }
        if (step.reboots()) {
            out.println("      " + texts.of(CliWords.PLAN_REBOOTS));
        }
        out.println(console.colour(Paint.GREY, "      " + texts.of(CliWords.PLAN_UNDO, step.undo())));
    }

    /// What a script of a cleaning is given, by name.
    private static List<String> takes(ScriptStep script) {
        return script.script().parameters().stream()
                .filter(Parameter.Words.class::isInstance)
                .map(Parameter.Words.class::cast)
                .flatMap(words -> words.values().stream()
                        .map(value -> words.name().toLowerCase(Locale.ROOT) + "  "
                                + CONTAINER.matcher(value).replaceFirst("$2  $1")))
                .toList();
    }

    private void lines(List<String> lines) {
        lines.forEach(line -> console.out().println(console.colour(Paint.GREY, "      " + line)));
    }
}
