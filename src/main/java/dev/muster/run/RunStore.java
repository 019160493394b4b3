package dev.muster.run;

import dev.muster.base.HostName;
import dev.muster.base.Place;
import dev.muster.base.Problem;
import dev.muster.base.ProblemException;
import dev.muster.base.Text;
import dev.muster.plan.StepId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The runs of this workstation: lists them, reads them, and their logs. It changes nothing.
public final class RunStore {

    private static final int NAMED = 5;

    private final Path runs;

    /// @param runs the folder with a folder for each run; it may be missing
    public RunStore(Path runs) {
        this.runs = runs;
    }

    /// All runs that were begun, the newest first.
    public List<RunId> ids() {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (var folders = Files.list(runs)) {
            return folders.filter(folder -> Journal.hasBegun(folder.resolve("journal.jsonl")))
                    .map(folder -> folder.getFileName().toString())
                    .filter(RunId::fits)
                    .map(RunId::new)
                    .sorted(Comparator.comparing(RunId::minute)
                            .thenComparing(this::begun)
                            .reversed())
                    .toList();
        } catch (IOException e) {
            throw Troubles.cannotRead(runs, e);
        }
    }

    /// Two runs of one minute: the setup was written when the run began, and never after.
    private FileTime begun(RunId id) {
        try {
            return Files.getLastModifiedTime(folder(id).setup());
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    /// What could be read of all runs.
    ///
    /// @param problems one for each run that can't be read
    public record Listing(List<RunRecord> runs, List<Problem> problems) {}

    /// The newest first.
    public Listing list() {
        var found = new ArrayList<RunRecord>();
        var problems = new ArrayList<Problem>();
        for (var id : ids()) {
            try {
                found.add(open(id));
            } catch (ProblemException e) {
                problems.addAll(e.problems());
            }
        }
        return new Listing(List.copyOf(found), List.copyOf(problems));
    }

    /// @throws ProblemException when its folder can't be read
    public RunRecord open(RunId id) {
        return RunRecord.read(folder(id), id);
    }

    /// The run that somebody means: an id, a unique beginning of one, or `last`.
    ///
    /// @throws ProblemException when there is none, or more than one
    public RunId resolve(String written) {
        var ids = ids();
        if (written.equals("last") && !ids.isEmpty()) {
            return ids.getFirst();
        }
        var matching = ids.stream().filter(id -> id.value().startsWith(written)).toList();
        if (matching.size() == 1 && !written.isEmpty()) {
            return matching.getFirst();
        }
        return ids.stream()
                .filter(id -> id.value().equals(written))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        matching.isEmpty() || written.isEmpty() ? noSuch(written, ids) : notUnique(written, matching)));
    }

    private Problem noSuch(String written, List<RunId> ids) {
        return Problem.input(
                Place.field("run", written),
                Text.of(RunWords.NO_SUCH_RUN, written),
                ids.isEmpty()
                        ? Text.of(RunWords.NO_RUNS, runs.toString())
                        : Text.of(RunWords.NO_SUCH_RUN_WHY, runs.toString(), names(ids)),
                Text.of(RunWords.NO_SUCH_RUN_FIX));
    }

    private static Problem notUnique(String written, List<RunId> matching) {
        return Problem.input(
                Place.field("run", written),
                Text.of(RunWords.RUN_NOT_UNIQUE, written),
                Text.of(RunWords.RUN_NOT_UNIQUE_WHY, names(matching)),
                Text.of(RunWords.RUN_NOT_UNIQUE_FIX));
    }

    private static List<String> names(List<RunId> ids) {
        return ids.stream().limit(NAMED).map(RunId::value).toList();
    }

    /// The lines of a run, merged in the order in which they came.
    ///
    /// @param host null: all
    /// @param step null: all
    public LogView log(RunId id, @Nullable HostName host, @Nullable StepId step) {
        var folder = folder(id);
        return new LogView(folder.readPlan().steps().stream()
                .filter(each -> host == null || each.host().equals(host))
                .filter(each -> step == null || each.id().equals(step))
                .map(each -> new LogFile(folder, each.host(), each.id()))
                .toList());
    }

    /// The last lines of a step's last attempt.
    public List<String> lastLines(RunId id, StepRecord step, int count) {
        var file = new LogFile(folder(id), step.host(), step.step());
        file.refresh();
        return file.tail(step.attempt(), count);
    }

    RunFolder folder(RunId id) {
        return new RunFolder(runs.resolve(id.value()));
    }
}
