package dev.muster.cli;

import dev.muster.base.Problem;
import dev.muster.text.Texts;
import java.util.List;

/// Shows problems on stderr: where and what in one line, then why and what would do.
record Printer(Console console, Texts texts) {

    void problems(List<Problem> problems) {
        for (var problem : problems) {
            var err = console.err();
            err.println(console.colour(Console.Paint.BOLD, where(problem) + texts.of(problem.what())));
            err.println("  " + texts.of(CliWords.PROBLEM_WHY) + "  " + texts.of(problem.why()));
            err.println("  " + texts.of(CliWords.PROBLEM_FIX) + "  " + texts.of(problem.fix()));
        }
    }

    /// `factory.muster.yaml:31:5 hosts[2].roles: `
    private static String where(Problem problem) {
        var place = problem.place();
        var where = new StringBuilder(place.file());
        if (place.line() > 0) {
            where.append(':').append(place.line());
            if (place.column() > 0) {
                where.append(':').append(place.column());
            }
        }
        if (!place.field().isEmpty()) {
            where.append(where.isEmpty() ? "" : " ").append(place.field());
        }
        return where.isEmpty() ? "" : where.append(": ").toString();
    }

    void say(CliWords key, Object... arguments) {
        console.err().println(texts.of(key, arguments));
    }
}
