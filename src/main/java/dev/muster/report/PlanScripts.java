package dev.muster.report;

import dev.muster.plan.ApiStep;
import dev.muster.plan.Plan;
import dev.muster.plan.Proof;
import dev.muster.plan.ScriptStep;
import dev.muster.plan.Step;
import dev.muster.plan.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// A plan as files for other engines, or for hands: one script a step, each of which runs by itself, numbered in the
/// order of the plan: `01-modules-lin1.sh`.
public final class PlanScripts {

    private PlanScripts() {}

    /// @param folder made when it isn't there
    /// @return how many scripts were written
    public static int write(Plan plan, Path folder) throws IOException {
        Files.createDirectories(folder);
        var number = 0;
        for (Step step : plan.steps()) {
            switch (step) {
                case ScriptStep script -> {
                    number++;
                    Files.write(folder.resolve(name(number, script)), script.file());
                }
                // whoever runs the scripts by hand does it in Rancher's own pages, and sees it there
                case ApiStep _, Wait _, Proof _ -> {}
            }
        }
        return number;
    }

    private static String name(int number, ScriptStep step) {
        var id = step.id().value().replace('/', '-');
        return String.format(Locale.ROOT, "%02d-%s.%s", number, id, step.extension());
    }
}
