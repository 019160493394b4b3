package dev.muster.cli;

import dev.muster.cli.Console.Paint;
import dev.muster.plan.ApiStep;
import dev.muster.plan.Plan;
import dev.muster.plan.ScriptStep;
import dev.muster.plan.Step;
import dev.muster.plan.StepId;
import dev.muster.plan.Wait;
import dev.muster.text.Texts;
import java.util.List;

/// Shows a plan in the terminal: phases, steps, what each waits for and how it is undone.
record PlanPrinter(Console console, Texts texts) {

    void print(Plan plan) {
        var out = console.out();
        out.println(
                texts.of(CliWords.PLAN_HEAD, plan.steps().size(), plan.hosts().size()));
        var number = 0;
        for (var phase : plan.phases()) {
            number++;
            out.println();
            out.println(console.colour(Paint.BOLD, number + " · " + texts.of(phase.title())));
            phase.steps().forEach(this::print);
        }
    }

    private void print(Step step) {
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
                script.script()
                        .secrets()
                        .forEach(secret -> out.println(
                                console.colour(Paint.GREY, "      " + texts.of(CliWords.PLAN_SECRET, secret))));
            }
            case ApiStep api -> lines(api.sends());
            case Wait wait -> lines(wait.asks());
        }
        if (step.reboots()) {
            out.println("      " + texts.of(CliWords.PLAN_REBOOTS));
        }
        out.println(console.colour(Paint.GREY, "      " + texts.of(CliWords.PLAN_UNDO, step.undo())));
    }

    private void lines(List<String> lines) {
        lines.forEach(line -> console.out().println(console.colour(Paint.GREY, "      " + line)));
    }
}
