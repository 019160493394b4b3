package dev.muster.cli;

import dev.muster.base.Place;
import dev.muster.base.Problem;
import dev.muster.base.ProblemException;
import dev.muster.base.Text;
import dev.muster.plan.Plan;
import dev.muster.report.PlanScripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Where `plan --scripts DIR` writes: one file a step, numbered in the order of the plan.
///
/// @param folder empty: nowhere
record ScriptsFolder(Path folder) {

    /// Before any host is asked: a folder with something in it isn't written to.
    void check() throws IOException {
        if (folder.toString().isEmpty() || !Files.exists(folder)) {
            return;
        }
        try (var inside = Files.isDirectory(folder) ? Files.list(folder) : Stream.of(folder)) {
            if (inside.findAny().isPresent()) {
                throw new ProblemException(Problem.input(
                        Place.field("--scripts", folder.toString()),
                        Text.of(CliWords.SCRIPTS_DIR_TAKEN, folder.toString()),
                        Text.of(CliWords.SCRIPTS_DIR_WHY),
                        Text.of(CliWords.SCRIPTS_DIR_FIX)));
            }
        }
    }

    /// @return how many scripts were written
    int write(Plan plan) throws IOException {
        if (folder.toString().isEmpty()) {
            return 0;
        }
        return PlanScripts.write(plan, folder);
    }
}
