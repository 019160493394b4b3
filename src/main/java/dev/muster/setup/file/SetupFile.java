package dev.muster.setup.file;

import static dev.muster.setup.SetupWords.*;
import static dev.muster.setup.file.FileWords.*;

import dev.muster.base.Place;
import dev.muster.base.Problem;
import dev.muster.base.ProblemException;
import dev.muster.base.Text;
import dev.muster.setup.Setup;
import dev.muster.setup.file.Tree.Kind;
import dev.muster.setup.file.Tree.Mapping;
import dev.muster.setup.file.Tree.Scalar;
import dev.muster.setup.file.Tree.Sequence;
import dev.muster.setup.secrets.KeyFile;
import dev.muster.setup.shape.Shown;
import dev.muster.setup.shape.Trouble;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Reads a setup file, in stages: text, YAML, schema, keys not yet honoured, rules, records. All problems of all
/// stages that could be gone through are told at once.
public final class SetupFile {

    /// As in the schema; told alone, because nobody reads the problems of so many hosts.
    private static final int MOST_HOSTS = 10_000;

    private SetupFile() {}

    /// @throws ProblemException with every problem found
    public static Setup read(Path file) {
        var folder = file.toAbsolutePath().getParent();
        return parse(FileText.read(file), file.toString(), folder == null ? Path.of("/") : folder);
    }

    /// @param fileName as the problems shall call it
    /// @param baseFolder what relative paths start from
    /// @throws ProblemException with every problem found
    public static Setup parse(String text, String fileName, Path baseFolder) {
        return parse(text, fileName, Surroundings.of(baseFolder));
    }

    static Setup parse(String text, String fileName, Surroundings around) {
        var report = new Report(fileName);
        var root = tree(FileText.withoutMark(text), report);
        var version = root.get("muster").orElse(null);
        if (version instanceof Scalar scalar
                && scalar.kind() == Kind.WHOLE
                && !scalar.written().equals("1")) {
            report.add(version.at(), "muster", scalar.written(), Trouble.of(VERSION_OTHER, scalar.written()));
            throw new ProblemException(report.problems());
        }
        if (root.get("hosts").orElse(null) instanceof Sequence hosts
                && hosts.items().size() > MOST_HOSTS) {
            report.add(hosts.at(), "hosts", "", Trouble.of(HOSTS_TOO_MANY, String.valueOf(MOST_HOSTS)));
            throw new ProblemException(report.problems());
        }
        if (known(root, report)) {
            new NotYet(report, version(root), goal(root).equals("clean")).refuse(root);
            new SchemaCheck(root, report).check();
            new Rules(root, report).check();
        } else {
            new SchemaCheck(root, report).check();
        }
        if (!report.clean()) {
            throw new ProblemException(report.problems());
        }
        var setup = new Binder(root, around).setup();
        keyFiles(setup, root, report);
        if (!report.clean()) {
            throw new ProblemException(report.problems());
        }
        return setup;
    }

    private static Mapping tree(String text, Report report) {
        var problems = new ArrayList<Problem>();
        var tree = new YamlReader(text, problems).read();
        problems.forEach(report::add);
        if (tree.isPresent() && tree.get() instanceof Mapping mapping) {
            return mapping;
        }
        tree.ifPresent(other -> report.add(other.at(), "", "", Trouble.of(FILE_NO_MAPPING)));
        throw new ProblemException(report.problems());
    }

    private static String goal(Mapping root) {
        return root.get("goal").orElse(null) instanceof Scalar goal ? goal.written() : "";
    }

    /// A goal of the format that this build hasn't is said, and what belongs to it isn't picked at. A goal that
    /// nobody knows is the schema's to tell.
    private static boolean known(Mapping root, Report report) {
        if (root.get("goal").orElse(null) instanceof Scalar goal
                && Set.of("install", "migrate").contains(goal.written())) {
            report.add(
                    goal.at(),
                    "goal",
                    goal.written(),
                    new Trouble(
                            Text.of(GOAL_NOT_YET, goal.written()),
                            Text.of(GOAL_NOT_YET_WHY),
                            Text.of(GOAL_NOT_YET_FIX)));
            return false;
        }
        return true;
    }

    private static String version(Mapping root) {
        return root.get("rancher").orElse(null) instanceof Mapping rancher
                        && rancher.get("version").orElse(null) instanceof Scalar version
                ? version.written()
                : "";
    }

    private static void keyFiles(Setup setup, Mapping root, Report report) {
        for (var login : setup.logins()) {
            if (root.get("logins").orElse(null) instanceof Mapping logins
                    && logins.get(login.name()).orElse(null) instanceof Mapping row) {
                file(row, login.name(), "key", login.key(), KeyFile::problem, report);
                file(row, login.name(), "certificate", login.certificate(), KeyFile::certificateProblem, report);
            }
        }
    }

    private static void file(
            Mapping row,
            String login,
            String key,
            @Nullable Path path,
            BiFunction<Path, Place, Optional<Problem>> look,
            Report report) {
        if (path != null && row.get(key).orElse(null) instanceof Scalar written) {
            var place = new Place(
                    "",
                    written.at().line(),
                    written.at().column(),
                    "logins." + login + "." + key,
                    Shown.of(written.written()));
            look.apply(path, place).ifPresent(report::add);
        }
    }
}
